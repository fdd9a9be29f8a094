import type { Refusal } from "@jinlin/core/kernel"
import { type Answer, done, rowsPerPage, type Store, textLength } from "@jinlin/sdk"
import type { HostedView } from "./hosted-view.ts"

/** A view of one subject as it is folded: where it stands, and the rows that were last written. */
export interface Folding {
  readonly view: unknown
  readonly written: ReadonlyArray<unknown>
  /** Why no more events are taken in: one of them could not be read. */
  readonly stopped: Refusal | null
  /** In how many rows lies what the fold remembers. */
  readonly pieces: number
}

/** The keys of a subject's rows: the rows in order, then what the fold remembers, then why it stopped. */
export const rowKey = (subject: string, index: number): string => `${subject}/${String(index).padStart(8, "0")}`
export const memoryKey = (subject: string, piece = 0): string =>
  piece === 0 ? `${subject}/@memory` : `${subject}/@memory-${String(piece).padStart(8, "0")}`
export const stoppedKey = (subject: string): string => `${subject}/@stopped`

/** A row holds so many characters of what a fold remembers, half of what a store takes in one. */
const pieceLength = textLength / 2

/** What a fold remembers, in pieces that a store takes: the roll of a large estate is longer than one row may be. */
export const inPieces = (text: string): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  for (let from = 0; from < text.length; ) {
    const to = from + pieceLength
    // Two halves of one character stay together.
    const end = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to - 1 : to
    pieces.push(text.slice(from, end))
    from = end
  }
  return pieces
}

/** What is remembered, out of its pieces. */
const remembered = (rows: ReadonlyMap<string, string>, pieces: number, subject: string): unknown => {
  const text = Array.from({ length: pieces }, (_, piece) => rows.get(memoryKey(subject, piece)) ?? "").join("")
  return text === "" ? null : JSON.parse(text)
}

/** What is kept under a key that is no row's. */
const keptUnder = (rows: ReadonlyMap<string, string>, key: string): unknown => {
  const body = rows.get(key)
  return body === undefined ? null : JSON.parse(body)
}

/** Reads a view of one subject back from its rows. */
export const restore = async (
  store: Store,
  hosted: HostedView,
  { subject, tenant }: { readonly tenant: string; readonly subject: string },
): Promise<Answer<Folding, Refusal>> => {
  const found = new Map<string, string>()
  let after: string | undefined
  do {
    const page = await store.readView(tenant, {
      ...{ view: hosted.name, version: hosted.version, prefix: `${subject}/`, limit: rowsPerPage },
      ...(after === undefined ? {} : { after }),
    })
    if (!page.ok) return page
    for (const { body, key } of page.value.rows) found.set(key, body)
    after = page.value.next ?? undefined
  } while (after !== undefined)
  const rows = [...found].filter(([key]) => !key.includes("/@")).map(([, body]): unknown => JSON.parse(body))
  const stopped = keptUnder(found, stoppedKey(subject)) as Refusal | null
  if (found.size === 0) return done({ view: hosted.initial, written: [], stopped: null, pieces: 0 })
  const pieces = [...found.keys()].filter((key) => key.startsWith(memoryKey(subject))).length
  return done({ view: hosted.from(rows, remembered(found, pieces, subject)), written: rows, stopped, pieces })
}
