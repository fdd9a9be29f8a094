import { hash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { done, failed } from "../answer.ts"
import { checkDigests, type HashText } from "./digest-check.ts"
import { eventText, type StoredEvent } from "./event.ts"
import type { StoreReads } from "./store.ts"

const sha256: HashText = (algorithm, text) => (algorithm === "sha-256" ? hash("sha256", text, "hex") : undefined)

const event = (revision: number): StoredEvent => {
  const content = { type: "Noted", body: '{"a":1}', meta: "{}", stream: "s", revision }
  return { ...content, position: `p${revision}`, digest: `sha-256:${sha256("sha-256", eventText(content))}` }
}

/** A log of two pages: the first event, and then the others. */
const logOf = (...events: ReadonlyArray<StoredEvent>): Pick<StoreReads, "readLog"> => ({
  readLog: async (_, { after }) =>
    after === undefined
      ? done({ events: events.slice(0, 1), next: "p1", atEnd: events.length < 2 })
      : done({ events: events.slice(1), next: after, atEnd: true }),
})

describe("STORE-14 checkDigests", () => {
  it("STORE-14 finds nothing in a log that is whole, over all of its pages", async () => {
    const report = await checkDigests(logOf(event(1), event(2), event(3)), "t", sha256)
    expect(report).toEqual({ ok: true, value: { checked: 3, unknown: 0, corrupt: [] } })
  })

  it.each([
    ["body", { body: '{"a":2}' }],
    ["meta", { meta: '{"by":"me"}' }],
    ["type", { type: "Forged" }],
    ["stream", { stream: "other" }],
    ["revision", { revision: 9 }],
  ])("STORE-14 names an event whose %s was changed", async (_, change) => {
    const changed = { ...event(2), ...change }
    const report = await checkDigests(logOf(event(1), changed), "t", sha256)
    const found = `sha-256:${sha256("sha-256", eventText(changed))}`
    const { digest: kept, position, revision, stream } = changed
    const fault = { _tag: "CorruptEvent", rule: "STORE-14", stream, revision, position, kept, found }
    expect(report).toEqual({ ok: true, value: { checked: 2, unknown: 0, corrupt: [fault] } })
  })

  it("STORE-14 says how many digests it cannot tell", async () => {
    const strangers = [
      { ...event(1), digest: "sm3:00" },
      { ...event(2), digest: "none" },
    ]
    const report = await checkDigests(logOf(...strangers), "t", sha256)
    expect(report).toEqual({ ok: true, value: { checked: 2, unknown: 2, corrupt: [] } })
  })

  it("STORE-14 passes on why the log could not be read", async () => {
    const fault = { _tag: "TenantRequired", rule: "STORE-8" } as const
    const report = await checkDigests({ readLog: async () => failed(fault) }, "", sha256)
    expect(report).toEqual({ ok: false, failure: fault })
  })
})
