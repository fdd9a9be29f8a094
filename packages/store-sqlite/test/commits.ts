import { hash } from "node:crypto"
import { type Append, type Commit, eventText } from "@jinlin/sdk"

/** A moment at which tests commit. */
export const noon = 1_790_000_000_000

/** So many events for a stream that holds `expected`, each with its digest. */
export const append = (stream: string, expected: number, count = 1, body = '{"what":"noted"}'): Append => ({
  stream,
  expected,
  events: Array.from({ length: count }, (_, index) => {
    const event = { type: "Noted", body, meta: '{"by":"test"}' }
    const text = eventText({ ...event, stream, revision: expected + index + 1 })
    return { ...event, digest: `sha-256:${hash("sha256", text, "hex")}` }
  }),
})

/** A commit of the tenant of these tests. */
export const commitOf = (parts: Omit<Commit, "tenant" | "at">, tenant = "east"): Commit => ({
  tenant,
  at: noon,
  ...parts,
})

/** A commit of one event, with its command, something due and something to deliver: all of it or nothing. */
export const wholeCommit = (stream: string, expected: number): Commit => {
  const name = `${stream}@${expected + 1}`
  return commitOf({
    appends: [append(stream, expected)],
    idempotency: { key: name, content: `content of ${name}`.replaceAll(" ", "-"), answer: `{"answer":"${name}"}` },
    due: [{ stream, items: [{ key: name, at: noon, rule: "TEST-1", command: "{}" }] }],
    deliveries: [{ id: name, key: stream, kind: "notice", payload: "{}" }],
  })
}
