import type { Refusal } from "@jinlin/core/kernel"
import { type Answer, done, rowsPerPage } from "@jinlin/sdk"
import type { Hosted } from "../hosting/hosted.ts"
import { type Engine, streamOf } from "../shell/engine.ts"
import { readStored } from "../shell/loading.ts"
import type { Keeper } from "./hosted-view.ts"

/** Which stream, of which process, and which of its states are asked for. */
interface Recalling {
  readonly tenant: string
  readonly subject: string
  readonly process: Hosted
  readonly isLast: NonNullable<Keeper["recalls"]>["isLast"]
}

/** States that a stream has left behind, read from the log: those after which what they know is kept no longer. Rule VIEW-6. */
export const recall = async (
  { store }: Pick<Engine, "store">,
  { isLast, process, subject, tenant }: Recalling,
): Promise<Answer<ReadonlyArray<unknown>, Refusal>> => {
  const stream = streamOf(process, subject)
  const past: Array<unknown> = []
  let state: unknown = process.initial
  for (let after = 0; ; after += rowsPerPage) {
    const page = await store.readStream(tenant, stream, { after, limit: rowsPerPage })
    if (!page.ok) return page
    for (const stored of page.value) {
      const read = readStored(process, stored)
      if (!read.ok) return read
      const next = process.evolve(state, read.value)
      if (isLast(state, next)) past.push(state)
      state = next
    }
    if (page.value.length < rowsPerPage) return done(past)
  }
}
