import type { ViewWrite } from "@jinlin/sdk"
import { canonical } from "../shell/digest.ts"
import { type Folding, inPieces, memoryKey, rowKey, stoppedKey } from "./cache.ts"
import type { HostedView } from "./hosted-view.ts"

/** A row of a view as it is written. */
export type Row = ViewWrite["rows"][number]

/** What a fold remembers, in pieces. */
export const memoryOf = (hosted: HostedView, view: unknown): ReadonlyArray<string> => {
  const memory = hosted.memory(view)
  return memory === null ? [] : inPieces(canonical(memory))
}

/** Pieces that take the place of those before; what they do not need any more goes. */
const changedMemory = (subject: string, pieces: ReadonlyArray<string>, before: number): ReadonlyArray<Row> => [
  ...pieces.map((body, piece) => ({ key: memoryKey(subject, piece), body })),
  ...Array.from({ length: Math.max(before - pieces.length, 0) }, (_, more) => ({
    key: memoryKey(subject, pieces.length + more),
    body: null,
  })),
]

/** The rows of a subject that are other than they were, with what is remembered beside them. */
export const changedRows = (
  subject: string,
  hosted: HostedView,
  {
    after,
    before,
    memory,
  }: { readonly before: Folding; readonly after: Folding; readonly memory: ReadonlyArray<string> },
): ReadonlyArray<Row> => {
  const rows = hosted.rowsOf(after.view)
  const changes: Array<Row> = rows.flatMap((row, index) =>
    row === before.written[index] ? [] : [{ key: rowKey(subject, index), body: canonical(row) }],
  )
  for (let index = rows.length; index < before.written.length; index += 1)
    changes.push({ key: rowKey(subject, index), body: null })
  changes.push(...changedMemory(subject, memory, before.pieces))
  if (after.stopped !== before.stopped)
    changes.push({ key: stoppedKey(subject), body: after.stopped && canonical(after.stopped) })
  return changes
}
