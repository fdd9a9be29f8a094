import type { DeliveryOutcome, Store } from "@jinlin/sdk"
import { granted } from "./asserting.ts"
import type { Trial } from "./trial.ts"
import { commitOf, delivery, noon } from "./writing.ts"

/** Commits deliveries `[id, key]`, each in a commit of its own. */
export const handIn = async ({ store, tenant }: Trial, ...rows: ReadonlyArray<readonly [id: string, key: string]>) => {
  for (const [id, key] of rows)
    await granted(store.commit(commitOf(tenant, { deliveries: [delivery(id, key)] })), `the delivery ${id}`)
}

/** A relay with a lease of its own, which takes and settles. */
export const relayOf = async ({ store, tenant }: Trial, holder = "relay") => {
  const wish = { name: "relay", holder, now: 0, ttl: 10 }
  const { token } = await granted(store.acquireLease(tenant, { ...wish, now: holder === "relay" ? 0 : 10 }), "a lease")
  const fence = { lease: "relay", token }
  const taken = (limit = 100, now = noon, one: Store = store) =>
    granted(one.takeDeliveries(tenant, { fence, now, limit }), "taking deliveries")
  return {
    fence,
    taken,
    /** The ids that were given. */
    take: async (limit?: number, now?: number) => (await taken(limit, now)).map(({ id }) => id),
    settle: (id: string, outcome: DeliveryOutcome) =>
      store.commit(commitOf(tenant, { fence, settlements: [{ id, outcome }] })),
  }
}

/** It arrived. */
export const delivered: DeliveryOutcome = { _tag: "Delivered" }
/** It is taken back from those that were parked. */
export const redriven: DeliveryOutcome = { _tag: "Redriven" }
/** It is laid aside. */
export const parked: DeliveryOutcome = { _tag: "Parked", cause: "no such address" }
/** Not before this moment. */
export const postponed = (notBefore: number): DeliveryOutcome => ({ _tag: "Postponed", notBefore, cause: "busy" })
