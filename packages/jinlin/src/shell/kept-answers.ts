import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { IdempotencyConflict, Position } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { canonical } from "./digest.ts"
import { type Accepted, type Ask, type Engine, refused, type Tried } from "./engine.ts"
import { parse, readStored } from "./loading.ts"
import type { CorruptEvent } from "./refusals.ts"

/** What is kept under the id of a command: where its events stand. They are told again from the log. */
interface KeptAnswer {
  readonly stream: string
  readonly revision: number
  readonly events: number
}

/** The text of an answer that is to be kept. */
export const answerText = ({ events, revision, stream }: Omit<Accepted, "position">): string =>
  canonical({ events: events.length, revision, stream } satisfies KeptAnswer)

/** Where an answer was kept, and where the log stood after it. */
interface Kept {
  readonly answer: string
  readonly position: Position | null
}

const isAnswer = (value: unknown): value is KeptAnswer => {
  if (typeof value !== "object" || value === null) return false
  const { events, revision, stream } = { events: 0, revision: 0, stream: "", ...value }
  return Number.isSafeInteger(events) && Number.isSafeInteger(revision) && typeof stream === "string"
}

/** The events of an answer that was kept, read again. */
export const recall = async (
  { store }: Pick<Engine, "store">,
  { process, tenant }: { readonly tenant: string; readonly process: Hosted },
  { answer, position }: Kept,
): Promise<Tried> => {
  const kept = parse(answer)?.json
  const broken = (at: Pick<CorruptEvent, "stream" | "revision">): Tried => {
    const corrupt: CorruptEvent = { _tag: "CorruptEvent", rule: "SHELL-7", ...at, because: "shape" }
    return refused(corrupt)
  }
  if (!isAnswer(kept)) return broken({ stream: "", revision: 0 })
  const { events: count, revision, stream } = kept
  const page =
    count === 0 ? undefined : await store.readStream(tenant, stream, { after: revision - count, limit: count })
  if (page?.ok === false) return refused(page.failure)
  const events: Array<Tagged> = []
  for (const stored of page?.value ?? []) {
    const read = readStored(process, stored)
    if (!read.ok) return refused(read.failure)
    events.push(read.value)
  }
  if (events.length !== count) return broken({ stream, revision })
  return { _tag: "Accepted", value: { stream, revision, events, position }, repeated: true }
}

type Asked = Pick<Ask, "tenant" | "process" | "known">

/**
 * A command that is refused now may have been accepted before, under the same id: then the answer is the one it got. Whoever
 * may not do it is not told that the id is taken by something else. Rule SHELL-1.
 */
export const unlessKnown = async (engine: Engine, ask: Asked, refusals: NonEmpty<Refusal>): Promise<Tried> => {
  if (ask.known === undefined) return { _tag: "Refused", refusals }
  const kept = await engine.store.readCommand(ask.tenant, ask.known.id)
  if (!kept.ok) return refused(kept.failure)
  if (kept.value === null) return { _tag: "Refused", refusals }
  if (kept.value.content === ask.known.content) return recall(engine, ask, kept.value)
  const conflict: IdempotencyConflict = { _tag: "IdempotencyConflict", rule: "STORE-3", key: ask.known.id }
  const isForbidden = refusals.some(({ _tag }) => _tag === "Forbidden")
  return isForbidden ? { _tag: "Refused", refusals } : refused(conflict)
}
