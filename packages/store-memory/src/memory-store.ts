import { done, failed, type Store, type StoreCapabilities } from "@jinlin/sdk"
import { commitTo } from "./commit.ts"
import { emptyLedger } from "./ledger.ts"
import { inOrder } from "./places.ts"
import { logReads, otherReads } from "./reading.ts"
import { forgetBefore } from "./reads.ts"
import { asking, type Shelf, unavailable } from "./shelf.ts"
import { leaseParts, viewParts } from "./working.ts"

/** What it can do: it is gone with its process, and nobody else writes it. */
export const capabilities: StoreCapabilities = {
  durable: false,
  shared: false,
  logOrder: "serialized",
  withinTransaction: false,
}

/** The store whose tenants stand on this shelf. */
export const storeOn = (shelf: Shelf): Store => {
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

/**
 * A store that lives as long as the process: for tests, first runs and journals. Its write is one synchronous step, so that
 * concurrent commits never interleave. After it is disposed of every method answers `StoreUnavailable`.
 */
export const openMemoryStore = (): Store => storeOn({ ledgers: new Map(), disposed: false })
