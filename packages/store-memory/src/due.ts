import { type DueList, done, type ListedDue } from "@jinlin/sdk"
import type { Ledger, Listed } from "./ledger.ts"
import { inOrder } from "./places.ts"
import type { Planner } from "./plan.ts"

const listed = (ledger: Ledger, { items, stream }: DueList): Map<string, Listed> => {
  const before = ledger.due.get(stream)
  return new Map(
    items.map(({ at, command, key, rule }) => [
      key,
      { item: Object.freeze({ key, at, rule, command }), settled: before?.get(key)?.settled ?? false },
    ]),
  )
}

/** Lists take the place of those before them, and then what was settled is settled. Rule STORE-11. */
export const planDue: Planner = (ledger, { due = [], dueSettled = [] }) => {
  const lists = due.map((list) => [list.stream, listed(ledger, list)] as const)
  return done(() => {
    for (const [stream, items] of lists) {
      if (items.size === 0) ledger.due.delete(stream)
      else ledger.due.set(stream, items)
    }
    for (const { key, stream } of dueSettled) {
      const item = ledger.due.get(stream)?.get(key)
      if (item !== undefined) item.settled = true
    }
  })
}

/** What has fallen due by a moment and is not settled, the earliest first; then by stream and key. */
export const dueBy = (ledger: Ledger, until: number, stream?: string): ReadonlyArray<ListedDue> => {
  const found: Array<ListedDue> = []
  for (const [name, items] of ledger.due) {
    if (stream !== undefined && name !== stream) continue
    for (const { item, settled } of items.values())
      if (!settled && item.at <= until) found.push({ stream: name, ...item })
  }
  return found.sort(
    (one, other) => one.at - other.at || inOrder(one.stream, other.stream) || inOrder(one.key, other.key),
  )
}
