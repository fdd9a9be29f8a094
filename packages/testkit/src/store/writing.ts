import { digestOfBytes } from "@jinlin/core/kernel"
import { type Append, type Commit, eventText, type NewEvent } from "@jinlin/sdk"

/** An event with the digest that belongs to its content and place. */
const sealed = (event: Omit<NewEvent, "digest">, place: { readonly stream: string; readonly revision: number }) => ({
  ...event,
  digest: digestOfBytes(new TextEncoder().encode(eventText({ ...event, ...place }))),
})

/** Events of these bodies (canonical JSON) for one stream that holds `expected` events. */
export const append = (stream: string, expected: number, ...bodies: ReadonlyArray<string>): Append => ({
  stream,
  expected,
  events: bodies.map((body, index) =>
    sealed({ type: "Noted", body, meta: '{"by":"kit"}' }, { stream, revision: expected + index + 1 }),
  ),
})

/** The body of an event that says nothing but this. */
export const noted = (what: string | number): string => JSON.stringify({ what })

/** The moment at which trials commit, where it does not matter. */
export const noon = 1_790_000_000_000

/** What a commit is made of besides its tenant; `at` is noon unless it is given. */
export type Parts = Omit<Commit, "tenant" | "at"> & { readonly at?: number }

/** A commit of a tenant. */
export const commitOf = (tenant: string, parts: Parts): Commit => ({ tenant, at: noon, ...parts })

/** Something to hand on. */
export const delivery = (id: string, key: string, payload = noted(id)) => ({ id, key, kind: "notice", payload })

/** Something that falls due. */
export const dueItem = (key: string, at: number) => ({ key, at, rule: "kit-rule", command: noted(key) })

/** Whole numbers from 1. */
export const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index + 1)
