import type { Store } from "@jinlin/sdk"
import { fail, said, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreTrial } from "../trial.ts"
import { append, noon, noted } from "../writing.ts"

const event = append("a", 0, noted(1))

/** What no program with types would hand over, and a program without them does. */
const nonsense = (tenant: string): ReadonlyArray<unknown> => [
  ...[undefined, null, 7, "commit", true, [], {}, () => {}, Symbol("commit"), new Map(), new Date(0)],
  { tenant },
  { tenant, at: "noon" },
  { tenant, at: null },
  { tenant, at: 12n },
  ...[7, "a", {}, [null], [7], [[]], [{}], [{ ...event, events: 7 }], [{ ...event, events: [null] }]].map(
    (appends) => ({ tenant, at: noon, appends }),
  ),
  { tenant, at: noon, appends: [{ ...event, stream: { toString: () => "a" } }] },
  { tenant, at: noon, appends: [{ ...event, events: [{ ...event.events[0], body: { what: 1 } }] }] },
  { tenant, at: noon, appends: [event], claims: [null] },
  { tenant, at: noon, appends: [event], due: [{ stream: "a", items: 7 }] },
  { tenant, at: noon, appends: [event], settlements: [{ id: "d", outcome: null }] },
  { tenant, at: noon, appends: [event], idempotency: { key: "k" } },
  { tenant, at: noon, appends: [event], ballots: [7] },
  {
    tenant,
    at: noon,
    get appends(): never {
      throw new Error("a getter that throws")
    },
  },
]

/** Whatever it is handed, it answers, and goes on. */
export const nonsensical: StoreTrial = {
  title: "answers nonsense with a failure and not by throwing, writes none of it, and goes on",
  run: async ({ store, tenant }) => {
    const commit = (value: unknown): ReturnType<Store["commit"]> => Reflect.apply(store.commit, store, [value])
    for (const value of nonsense(tenant)) {
      const answer = await commit(value)
      if (answer.ok) fail(`a commit that is none went through: ${said(value)}`)
    }
    same(await wholeLog(store, tenant), [], "the log")
    same((await commit({ tenant, at: noon, appends: [event] })).ok, true, "whether a real commit goes through then")
  },
}
