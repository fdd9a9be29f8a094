import type { Commit, Store } from "@jinlin/sdk"
import { append, tenant } from "../writing.ts"

/** What every command of the crash trials writes: an event, its kept id, something due, and a delivery. */
export const commandOf = (name: string): Commit => ({
  tenant,
  at: 1_000,
  appends: [append(name, 0, name)],
  idempotency: { key: name, content: name, answer: `answer to ${name}` },
  due: [{ stream: name, items: [{ key: "soon", at: 2_000, rule: "CRASH-1", command: "{}" }] }],
  deliveries: [{ id: name, key: name, kind: "notice", payload: "{}" }],
})

/** Writes one command after the other, named after the writer, until something is refused; tells each that is acknowledged. */
export const writeOn = async (store: Store, writer: string, told: (name: string) => void): Promise<void> => {
  for (let count = 1; ; count += 1) {
    const name = `${writer}-${count}`
    const answer = await store.commit(commandOf(name))
    if (!answer.ok) return
    told(name)
  }
}
