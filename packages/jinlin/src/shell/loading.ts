import type { Refusal } from "@jinlin/core/kernel"
import { type Answer, done, eventText, failed, rowsPerPage, type Store, type StoredEvent } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { digestOfText } from "./digest.ts"
import type { CorruptEvent, UnknownEvent } from "./refusals.ts"

/** A stream as it was read: how many events it holds, where they lead to, and when the latest of them happened. */
export interface Standing {
  readonly revision: number
  readonly state: unknown
  /** Milliseconds since 1970; 0 for an empty stream. */
  readonly latest: number
}

const corrupt = ({ revision, stream }: StoredEvent, because: CorruptEvent["because"]): CorruptEvent => ({
  ...{ _tag: "CorruptEvent", rule: "SHELL-7", stream, revision, because },
})

/** Reads JSON that was stored; undefined: it is none. */
export const parse = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** A stored event as its process knows it: whole, of a known type, and of the shape of that type. Rule SHELL-7. */
export const readStored = (process: Hosted, event: StoredEvent): Answer<Tagged, UnknownEvent | CorruptEvent> => {
  const { revision, stream, type } = event
  if (digestOfText(eventText(event)) !== event.digest) return failed(corrupt(event, "digest"))
  if (!process.eventTags.has(type)) return failed({ _tag: "UnknownEvent", rule: "SHELL-7", stream, revision, type })
  const parsed = parse(event.body)
  if (parsed === undefined) return failed(corrupt(event, "not-json"))
  const read = process.readEvent(parsed.json)
  return read.ok ? done(read.value) : failed(corrupt(event, "shape"))
}

const instantOf = (meta: string): number => {
  const parsed = parse(meta)?.json as { readonly moment?: { readonly instant?: unknown } } | undefined
  const instant = parsed?.moment?.instant
  return typeof instant === "number" ? instant : 0
}

/** Which stream of which process. */
export interface Address {
  readonly tenant: string
  readonly stream: string
  readonly process: Hosted
}

/** Reads a stream on from where it was known, to its end. */
export const readOn = async (
  store: Store,
  { process, stream, tenant }: Address,
  known: Standing | undefined,
): Promise<Answer<Standing, Refusal>> => {
  let { latest, revision, state } = known ?? { revision: 0, state: process.initial, latest: 0 }
  for (;;) {
    const page = await store.readStream(tenant, stream, { after: revision, limit: rowsPerPage })
    if (!page.ok) return page
    for (const event of page.value) {
      const read = readStored(process, event)
      if (!read.ok) return read
      state = process.evolve(state, read.value)
      revision = event.revision
    }
    const last = page.value.at(-1)
    if (last !== undefined) latest = instantOf(last.meta)
    if (page.value.length < rowsPerPage) return done({ revision, state, latest })
  }
}

/** Everything that happened in a stream, read strictly, in order. Rule SHELL-7. */
export const readEvents = async (
  store: Pick<Store, "readStream">,
  { process, stream, tenant }: Address,
): Promise<Answer<ReadonlyArray<Tagged>, Refusal>> => {
  const events: Array<Tagged> = []
  for (;;) {
    const page = await store.readStream(tenant, stream, { after: events.length, limit: rowsPerPage })
    if (!page.ok) return page
    for (const stored of page.value) {
      const read = readStored(process, stored)
      if (!read.ok) return read
      events.push(read.value)
    }
    if (page.value.length < rowsPerPage) return done(events)
  }
}
