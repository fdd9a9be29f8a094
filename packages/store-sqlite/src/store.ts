import { commitFault, done, type Fence, failed, nameFault, pageFault, rowsPerPage, type Store } from "@jinlin/sdk"
import { type Asking, askingOf } from "./asking.ts"
import { auditPage } from "./audit.ts"
import { readBallots } from "./ballots.ts"
import { claimPage } from "./claims.ts"
import { readCommand } from "./commands.ts"
import { commitTo } from "./commit.ts"
import { dueBy } from "./due.ts"
import type { Engine } from "./engine.ts"
import { logPage, streamPage } from "./events.ts"
import { faultOf } from "./faults.ts"
import { acquireLease, leaseFault, releaseLease, renewLease } from "./leases.ts"
import type { Tenant } from "./ledger.ts"
import { endingOf, placeText, readLast } from "./places.ts"
import { sweeping } from "./sweeping.ts"
import { dropView, readCheckpoint, viewPage } from "./views.ts"
import { backlog, deliveryPage, takeDeliveries } from "./waiting.ts"

const commitWith =
  ({ write }: Engine): Store["commit"] =>
  (commit) => {
    try {
      const fault = commitFault(commit)
      return fault === undefined ? write((ledger) => commitTo(ledger, commit)) : Promise.resolve(failed(fault))
    } catch (thrown) {
      return Promise.resolve(failed(faultOf(thrown)))
    }
  }

type LogReads = "readStream" | "readLog" | "head" | "readCommand" | "readAudit" | "readBallots"

const nothingWrong = () => []

const logReads = ({ read }: Asking): Pick<Store, LogReads> => ({
  readStream: (tenant, stream, page) => {
    const limit = page?.limit ?? rowsPerPage
    return read(
      tenant,
      () => [nameFault("stream", stream), pageFault(limit)],
      (ledger, owner) => done(streamPage(ledger, owner, { stream, after: page?.after ?? 0, limit })),
    )
  },
  readLog: (tenant, page) =>
    read(
      tenant,
      () => [pageFault(page.limit)],
      (ledger, owner) => logPage(ledger, owner, page),
    ),
  head: (tenant) =>
    read(tenant, nothingWrong, (ledger, owner) => {
      const last = readLast(ledger, owner, "events")
      return done(last === 0 ? null : placeText(endingOf(owner, "events"), last))
    }),
  readCommand: (tenant, key) =>
    read(
      tenant,
      () => [nameFault("key", key)],
      (ledger, owner) => done(readCommand(ledger, owner, key)),
    ),
  readAudit: (tenant, page) =>
    read(
      tenant,
      () => [pageFault(page.limit)],
      (ledger, owner) => auditPage(ledger, owner, page),
    ),
  readBallots: (tenant, box) =>
    read(
      tenant,
      () => [nameFault("box", box)],
      (ledger, owner) => readBallots(ledger, owner, box),
    ),
})

type OtherReads = "readClaims" | "readDue" | "readDeliveries" | "backlog"

const otherReads = ({ read }: Asking): Pick<Store, OtherReads> => ({
  readClaims: (tenant, scope, page) =>
    read(
      tenant,
      () => [nameFault("scope", scope), pageFault(page.limit)],
      (ledger, owner) => done(claimPage(ledger, owner, { ...page, scope })),
    ),
  readDue: (tenant, query) =>
    read(
      tenant,
      () => [pageFault(query.limit), query.stream === undefined ? undefined : nameFault("stream", query.stream)],
      (ledger, owner) => done(dueBy(ledger, owner, query)),
    ),
  readDeliveries: (tenant, query) =>
    read(
      tenant,
      () => [pageFault(query.limit)],
      (ledger, owner) => deliveryPage(ledger, owner, query),
    ),
  backlog: (tenant, now) => read(tenant, nothingWrong, (ledger, owner) => done(backlog(ledger, owner, now))),
})

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

const takenWith = (
  ledger: Parameters<typeof leaseFault>[0],
  owner: Tenant,
  wish: Parameters<Store["takeDeliveries"]>[1],
) => {
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
    ...logReads(asking),
    ...otherReads(asking),
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
