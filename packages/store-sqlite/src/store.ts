import {
  type Commit,
  type CommitFailure,
  commitFault,
  done,
  type Fence,
  failed,
  nameFault,
  pageFault,
  type Store,
} from "@jinlin/sdk"
import { type Asking, askingOf } from "./asking.ts"
import { commitTo } from "./commit.ts"
import type { Engine } from "./engine.ts"
import { faultOf } from "./faults.ts"
import { acquireLease, leaseFault, releaseLease, renewLease } from "./leases.ts"
import type { Ledger, Tenant } from "./ledger.ts"
import { storeReads } from "./store-reads.ts"
import { sweeping } from "./sweeping.ts"
import { dropView, readCheckpoint, viewPage } from "./views.ts"
import { takeDeliveries } from "./waiting.ts"

const faultIn = (commit: Commit): CommitFailure | undefined => {
  try {
    return commitFault(commit)
  } catch (thrown) {
    return faultOf(thrown)
  }
}

/** Whether a box is closed by it: what it held before is to be found no more. */
const closesBox = ({ ballots }: Commit): boolean => ballots?.some(({ _tag }) => _tag === "Close") === true

/** A commit is looked at when it is written and not when it is handed in: nobody changes it in between. */
const commitWith =
  ({ emptyLog, write }: Engine): Store["commit"] =>
  async (commit) => {
    let closes = false
    const answer = await write((ledger) => {
      const fault = faultIn(commit)
      if (fault !== undefined) return failed(fault)
      closes = closesBox(commit)
      return commitTo(ledger, commit)
    })
    if (answer.ok && closes) emptyLog()
    return answer
  }

const versionFaults = ({ version, view }: { readonly view: string; readonly version?: string | undefined }) => [
  nameFault("view", view),
  version === undefined ? undefined : nameFault("version", version),
]

const viewParts = ({ read, write }: Asking): Pick<Store, "readCheckpoint" | "readView" | "dropView"> => ({
  readCheckpoint: (tenant, name) =>
    read(
      tenant,
      () => [nameFault("name", name)],
      (ledger, owner) => done(readCheckpoint(ledger, owner, name)),
    ),
  readView: (tenant, query) =>
    read(
      tenant,
      () => [
        ...versionFaults(query),
        query.prefix === undefined || query.prefix === "" ? undefined : nameFault("prefix", query.prefix),
        pageFault(query.limit),
      ],
      (ledger, owner) => done(viewPage(ledger, owner, query)),
    ),
  dropView: (tenant, version) =>
    write(
      tenant,
      () => versionFaults(version),
      (ledger, owner) => done(dropView(ledger, owner, version)),
    ),
})

const ofLease = ({ lease }: Fence) => nameFault("fence.lease", lease)

const takenWith = (ledger: Ledger, owner: Tenant, wish: Parameters<Store["takeDeliveries"]>[1]) => {
  const lost = leaseFault(ledger, owner, wish.fence)
  return lost === undefined ? done(takeDeliveries(ledger, owner, wish)) : failed(lost)
}

type Leases = "acquireLease" | "renewLease" | "releaseLease" | "takeDeliveries"

const leaseParts = ({ write }: Asking): Pick<Store, Leases> => ({
  acquireLease: (tenant, wish) =>
    write(
      tenant,
      () => [nameFault("name", wish.name), nameFault("holder", wish.holder)],
      (ledger, owner) => acquireLease(ledger, owner, wish),
    ),
  renewLease: (tenant, wish) =>
    write(
      tenant,
      () => [ofLease(wish.fence)],
      (ledger, owner) => renewLease(ledger, owner, { fence: wish.fence, until: wish.now + wish.ttl }),
    ),
  releaseLease: (tenant, fence) =>
    write(
      tenant,
      () => [ofLease(fence)],
      (ledger, owner) => releaseLease(ledger, owner, fence),
    ),
  takeDeliveries: (tenant, wish) =>
    write(
      tenant,
      () => [ofLease(wish.fence), pageFault(wish.limit)],
      (ledger, owner) => takenWith(ledger, owner, wish),
    ),
})

/** The store over its tables, however it comes to them. */
export const storeOver = (engine: Engine): Store => {
  const asking = askingOf(engine)
  return {
    name: "store-sqlite",
    capabilities: engine.capabilities,
    commit: commitWith(engine),
    ...storeReads(asking),
    ...viewParts(asking),
    ...leaseParts(asking),
    forgetCommands: (tenant, before) => sweeping(asking, tenant, before),
    tenants: async () =>
      engine.read(({ tables }) =>
        done(
          tables
            .all<readonly [string]>("SELECT name FROM jinlin_tenants WHERE written = 1 ORDER BY name")
            .map(([name]) => name),
        ),
      ),
    verify: async () => engine.verify(),
    [Symbol.asyncDispose]: engine.dispose,
  }
}
