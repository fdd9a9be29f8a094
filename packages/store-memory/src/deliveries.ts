import { type Delivery, done, type Fence, failed, type NewDelivery, type Settlement } from "@jinlin/sdk"
import type { Kept, Ledger } from "./ledger.ts"
import type { Planner } from "./plan.ts"

/** A delivery as others see it. */
export const shown = ({ at, cause, id, key, kind, notBefore, payload, starts, status }: Kept): Delivery => ({
  ...{ id, key, kind, payload },
  ...{ status, starts, notBefore, at, cause },
})

const enqueue = (ledger: Ledger, kept: Kept): void => {
  const queue = ledger.queues.get(kept.key) ?? []
  const behind = queue.findIndex(({ place }) => place > kept.place)
  queue.splice(behind < 0 ? queue.length : behind, 0, kept)
  ledger.queues.set(kept.key, queue)
}

const dequeue = (ledger: Ledger, kept: Kept): void => {
  const left = (ledger.queues.get(kept.key) ?? []).filter((other) => other !== kept)
  if (left.length === 0) ledger.queues.delete(kept.key)
  else ledger.queues.set(kept.key, left)
}

const add = (ledger: Ledger, { id, key, kind, payload }: NewDelivery, at: number): void => {
  if (ledger.deliveries.has(id)) return
  ledger.lastPlace += 1
  const fresh = { status: "waiting", starts: 0, notBefore: 0, cause: null, taker: null } as const
  const kept: Kept = { id, key, kind, payload, at, place: ledger.lastPlace, ...fresh }
  ledger.deliveries.set(id, kept)
  enqueue(ledger, kept)
}

/** New deliveries; an id that is known is passed over. Rule STORE-10. */
export const planDeliveries: Planner = (ledger, { at, deliveries = [] }) => {
  const added = deliveries.map(({ id, key, kind, payload }) => ({ id, key, kind, payload }))
  return done(() => {
    for (const delivery of added) add(ledger, delivery, at)
  })
}

const settle = (ledger: Ledger, kept: Kept, { outcome }: Settlement): void => {
  kept.taker = null
  if ("cause" in outcome) kept.cause = outcome.cause
  if (outcome._tag === "Postponed") {
    kept.notBefore = outcome.notBefore
  } else if (outcome._tag === "Redriven") {
    kept.status = "waiting"
    kept.notBefore = 0
    enqueue(ledger, kept)
  } else {
    kept.status = outcome._tag === "Delivered" ? "delivered" : "parked"
    dequeue(ledger, kept)
  }
}

/** What became of deliveries: only of one that is taken, or that is parked and taken back. Rule STORE-10. */
export const planSettlements: Planner = (ledger, { settlements = [] }) => {
  const found: Array<readonly [Kept, Settlement]> = []
  for (const { id, outcome } of settlements) {
    const kept = ledger.deliveries.get(id)
    const may = outcome._tag === "Redriven" ? kept?.status === "parked" : kept !== undefined && kept.taker !== null
    if (kept === undefined || !may) return failed({ _tag: "UnknownDelivery", rule: "STORE-10", id })
    found.push([kept, { id, outcome: { ...outcome } }])
  }
  return done(() => {
    for (const [kept, settlement] of found) settle(ledger, kept, settlement)
  })
}

/** Gives what may be handed on, oldest first, and counts the start. Rule STORE-10. */
export const take = (
  ledger: Ledger,
  { lease, token }: Fence,
  { limit, now }: { readonly limit: number; readonly now: number },
): ReadonlyArray<Delivery> => {
  const taker = `${lease} ${token}`
  const ready: Array<Kept> = []
  for (const [first] of ledger.queues.values())
    if (first !== undefined && first.notBefore <= now && first.taker !== taker) ready.push(first)
  return ready
    .sort((one, other) => one.place - other.place)
    .slice(0, limit)
    .map((kept) => {
      kept.starts += 1
      kept.taker = taker
      return shown(kept)
    })
}
