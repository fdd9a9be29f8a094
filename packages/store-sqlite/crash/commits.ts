import { hash } from "node:crypto"
import { type Commit, eventText } from "@jinlin/sdk"

/** The tenant of the crash tests. */
export const tenant = "crash"

const at = 1_790_000_000_000

/** The name that everything of one commit has: its event, its command, what falls due and what is delivered. */
export const nameOf = (stream: string, revision: number): string => `${stream}@${revision}`

/** What a command is answered. */
export const answerOf = (name: string): string => `{"written":"${name}"}`

/** A commit whose parts belong together: an event, its kept command, a due item in place of the one before, a delivery. */
export const wholeCommit = (stream: string, revision: number): Commit => {
  const name = nameOf(stream, revision)
  const event = { type: "Written", body: `{"name":"${name}","pad":"${"x".repeat(revision % 400)}"}`, meta: "{}" }
  const digest = `sha-256:${hash("sha256", eventText({ ...event, stream, revision }), "hex")}`
  return {
    ...{ tenant, at },
    appends: [{ stream, expected: revision - 1, events: [{ ...event, digest }] }],
    idempotency: { key: name, content: `content/${name}`, answer: answerOf(name) },
    due: [{ stream, items: [{ key: name, at, rule: "CRASH-0", command: "{}" }] }],
    deliveries: [{ id: name, key: stream, kind: "notice", payload: `{"of":"${name}"}` }],
  }
}
