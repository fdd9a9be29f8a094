import { done, type Fence, nameFault, pageFault, type Store } from "@jinlin/sdk"
import { take } from "./deliveries.ts"
import { acquire, held, release, renew } from "./leases.ts"
import { asking, keeping, type Shelf } from "./shelf.ts"
import { forgetVersion, viewPage } from "./views.ts"

const viewFaults = ({ view, version }: { readonly view: string; readonly version?: string | undefined }) => [
  nameFault("view", view),
  version === undefined ? undefined : nameFault("version", version),
]

/** Views and how far their folds have come. */
export const viewParts = (shelf: Shelf): Pick<Store, "readCheckpoint" | "readView" | "dropView"> => {
  const ask = asking(shelf)
  return {
    readCheckpoint: (tenant, name) =>
      ask(
        tenant,
        () => [nameFault("name", name)],
        ({ checkpoints }) => done(checkpoints.get(name) ?? null),
      ),
    readView: (tenant, query) =>
      ask(
        tenant,
        () => [
          ...viewFaults(query),
          query.prefix === undefined || query.prefix === "" ? undefined : nameFault("prefix", query.prefix),
          pageFault(query.limit),
        ],
        (ledger) => done(viewPage(ledger, query, query)),
      ),
    dropView: (tenant, version) =>
      ask(
        tenant,
        () => viewFaults(version),
        (ledger) => {
          forgetVersion(ledger, version)
          return done(null)
        },
      ),
  }
}

type Leases = "acquireLease" | "renewLease" | "releaseLease" | "takeDeliveries"

/** Leases, and what is taken under them. */
export const leaseParts = (shelf: Shelf): Pick<Store, Leases> => {
  const [ask, keep] = [asking(shelf), keeping(shelf)]
  const ofLease = ({ lease }: Fence) => [nameFault("fence.lease", lease)]
  return {
    acquireLease: (tenant, wish) =>
      ask(
        tenant,
        () => [nameFault("name", wish.name), nameFault("holder", wish.holder)],
        () => acquire(keep(tenant), wish),
      ),
    renewLease: (tenant, { fence, now, ttl }) =>
      ask(
        tenant,
        () => ofLease(fence),
        (ledger) => renew(ledger, fence, now + ttl),
      ),
    releaseLease: (tenant, fence) =>
      ask(
        tenant,
        () => ofLease(fence),
        (ledger) => release(ledger, fence),
      ),
    takeDeliveries: (tenant, { fence, limit, now }) =>
      ask(
        tenant,
        () => [...ofLease(fence), pageFault(limit)],
        (ledger) => {
          const lease = held(ledger, fence)
          return lease.ok ? done(take(ledger, fence, { now, limit })) : lease
        },
      ),
  }
}
