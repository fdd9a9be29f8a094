import {
  type Answer,
  type Answering,
  done,
  type Fence,
  failed,
  type InvalidTenant,
  lineOf,
  nameFault,
  pageFault,
  rowsPerPage,
  type Store,
  type StoreCapabilities,
  type StoreUnavailable,
  type TenantRequired,
  tenantFault,
} from "@jinlin/sdk"
import { commitTo } from "./commit.ts"
import { take } from "./deliveries.ts"
import { dueBy } from "./due.ts"
import { acquire, held, release, renew } from "./leases.ts"
import { emptyLedger, type Ledger } from "./ledger.ts"
import { headOf, inOrder } from "./places.ts"
import { auditPage, backlogOf, claimPage, countBallots, deliveryPage, forgetBefore, logPage } from "./reads.ts"
import { forgetVersion, viewPage } from "./views.ts"

/** What it can do: it is gone with its process, and nobody else writes it. */
export const capabilities: StoreCapabilities = {
  durable: false,
  shared: false,
  logOrder: "serialized",
  withinTransaction: false,
}

const unavailable = (kind: StoreUnavailable["kind"], detail: string): StoreUnavailable => ({
  ...{ _tag: "StoreUnavailable", rule: "STORE-13", kind, detail: `[jinlin] [store-memory] ${detail}` },
})

/** All tenants of one store, until it is disposed of. */
interface Shelf {
  readonly ledgers: Map<string, Ledger>
  disposed: boolean
}

type Look<Value, Failure> = (ledger: Ledger) => Answer<Value, Failure>

/** Asks for one tenant: whether the store is there, then what is wrong with the question, and only then the ledger. */
const asking =
  (shelf: Shelf) =>
  async <Value, Failure, Fault = never>(
    tenant: string,
    faults: () => ReadonlyArray<Fault | undefined>,
    look: Look<Value, Failure>,
  ): Answering<Value, Failure | Fault | TenantRequired | InvalidTenant | StoreUnavailable> => {
    if (shelf.disposed) return failed(unavailable("disposed", "it was disposed of"))
    try {
      const fault = [tenantFault(tenant), ...faults()].find((one) => one !== undefined)
      return fault === undefined ? look(shelf.ledgers.get(tenant) ?? emptyLedger()) : failed(fault)
    } catch (thrown) {
      return failed(unavailable("failed", lineOf(thrown)))
    }
  }

/** Asks for one tenant and keeps its ledger: it is about to be written. */
const keeping =
  (shelf: Shelf) =>
  (tenant: string): Ledger => {
    const ledger = shelf.ledgers.get(tenant) ?? emptyLedger()
    shelf.ledgers.set(tenant, ledger)
    return ledger
  }

const logReads = (shelf: Shelf): Pick<Store, "readStream" | "readLog" | "head" | "readCommand" | "readAudit"> => {
  const ask = asking(shelf)
  return {
    readStream: (tenant, stream, { after = 0, limit = rowsPerPage } = {}) =>
      ask(
        tenant,
        () => [nameFault("stream", stream), pageFault(limit)],
        ({ streams }) => done((streams.get(stream) ?? []).slice(Math.max(0, after), Math.max(0, after) + limit)),
      ),
    readLog: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (ledger) => logPage(ledger, page),
      ),
    head: (tenant) =>
      ask(
        tenant,
        () => [],
        (ledger) => done(headOf(ledger)),
      ),
    readCommand: (tenant, key) =>
      ask(
        tenant,
        () => [nameFault("key", key)],
        ({ commands }) => done(commands.get(key) ?? null),
      ),
    readAudit: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (ledger) => auditPage(ledger, page),
      ),
  }
}

type OtherReads = "readClaims" | "readDue" | "readDeliveries" | "backlog" | "readBallots"

const otherReads = (shelf: Shelf): Pick<Store, OtherReads> => {
  const ask = asking(shelf)
  return {
    readClaims: (tenant, scope, page) =>
      ask(
        tenant,
        () => [nameFault("scope", scope), pageFault(page.limit)],
        (ledger) => done(claimPage(ledger, scope, page)),
      ),
    readDue: (tenant, { limit, stream, until }) =>
      ask(
        tenant,
        () => [pageFault(limit), stream === undefined ? undefined : nameFault("stream", stream)],
        (ledger) => done(dueBy(ledger, until, stream).slice(0, limit)),
      ),
    readDeliveries: (tenant, query) =>
      ask(
        tenant,
        () => [pageFault(query.limit)],
        (ledger) => deliveryPage(ledger, query),
      ),
    backlog: (tenant, now) =>
      ask(
        tenant,
        () => [],
        (ledger) => done(backlogOf(ledger, now)),
      ),
    readBallots: (tenant, box) =>
      ask(
        tenant,
        () => [nameFault("box", box)],
        (ledger) => countBallots(ledger, box),
      ),
  }
}

const viewFaults = ({ view, version }: { readonly view: string; readonly version?: string | undefined }) => [
  nameFault("view", view),
  version === undefined ? undefined : nameFault("version", version),
]

const viewParts = (shelf: Shelf): Pick<Store, "readCheckpoint" | "readView" | "dropView"> => {
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

const leaseParts = (shelf: Shelf): Pick<Store, Leases> => {
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

/**
 * A store that lives as long as the process: for tests, first runs and journals. Its write is one synchronous step, so that
 * concurrent commits never interleave. After it is disposed of every method answers `StoreUnavailable`.
 */
export const openMemoryStore = (): Store => {
  const shelf: Shelf = { ledgers: new Map(), disposed: false }
  const ask = asking(shelf)
  return {
    name: "store-memory",
    capabilities,
    commit: (commit) =>
      ask(
        commit?.tenant,
        () => [],
        () => {
          const ledger = shelf.ledgers.get(commit.tenant) ?? emptyLedger()
          const answer = commitTo(ledger, commit)
          if (answer.ok) shelf.ledgers.set(commit.tenant, ledger)
          return answer
        },
      ),
    ...logReads(shelf),
    ...otherReads(shelf),
    ...viewParts(shelf),
    ...leaseParts(shelf),
    forgetCommands: (tenant, before) =>
      ask(
        tenant,
        () => [],
        (ledger) => done(forgetBefore(ledger, before)),
      ),
    tenants: async () =>
      shelf.disposed
        ? failed(unavailable("disposed", "it was disposed of"))
        : done([...shelf.ledgers].flatMap(([tenant, { written }]) => (written ? [tenant] : [])).sort(inOrder)),
    verify: async () => (shelf.disposed ? failed(unavailable("disposed", "it was disposed of")) : done(null)),
    [Symbol.asyncDispose]: async () => {
      shelf.disposed = true
      shelf.ledgers.clear()
    },
  }
}
