import {
  type Answer,
  type Answering,
  failed,
  type InvalidTenant,
  lineOf,
  type StoreUnavailable,
  type TenantRequired,
  tenantFault,
} from "@jinlin/sdk"
import { emptyLedger, type Ledger } from "./ledger.ts"

/** It cannot be used, and why. */
export const unavailable = (kind: StoreUnavailable["kind"], detail: string): StoreUnavailable => ({
  ...{ _tag: "StoreUnavailable", rule: "STORE-13", kind, detail: `[jinlin] [store-memory] ${detail}` },
})

/** All tenants of one store, until it is disposed of. */
export interface Shelf {
  readonly ledgers: Map<string, Ledger>
  disposed: boolean
}

type Look<Value, Failure> = (ledger: Ledger) => Answer<Value, Failure>

/** Asks for one tenant: whether the store is there, then what is wrong with the question, and only then the ledger. */
export const asking =
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
export const keeping =
  (shelf: Shelf) =>
  (tenant: string): Ledger => {
    const ledger = shelf.ledgers.get(tenant) ?? emptyLedger()
    shelf.ledgers.set(tenant, ledger)
    return ledger
  }
