import { reaching } from "../../src/workers/reaching.ts"
import { readNotice } from "../../src/workers/relay-payload.ts"
import { engineFor, type Scene } from "./scene.ts"

/** Whom the notices that wait in a scene reach, each person once, by what they are told; and everything that is told, as one text. */
export const toldIn = async ({ clock, store }: Scene) => {
  const kept = await store.readDeliveries("town", { status: "waiting", limit: 1000 })
  if (!kept.ok) throw new Error("the deliveries")
  const people = new Map<string, Set<string>>()
  for (const { payload } of kept.value.rows) {
    const notice = readNotice(payload)
    if (!notice.ok) throw new Error(JSON.stringify(notice.refusal))
    const reached = await reaching(engineFor(store, clock))("town", notice.value)
    if (!reached.ok) throw new Error(JSON.stringify(reached.failure))
    const { template } = notice.value.notice
    for (const { person } of reached.value) people.set(template, (people.get(template) ?? new Set()).add(person))
  }
  const byTemplate = Object.fromEntries([...people].map(([template, all]) => [template, [...all]]))
  const text = kept.value.rows.map(({ payload }) => JSON.stringify(JSON.parse(payload).notice)).join("\n")
  return { byTemplate, text }
}
