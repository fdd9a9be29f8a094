import type { Store } from "@jinlin/sdk"
import type { RawRows, StoreUnderTest } from "@jinlin/testkit/store"
import type { Ledger } from "../src/ledger.ts"
import { storeOn } from "../src/memory-store.ts"
import { landed } from "./landed.ts"

/** How a store that outlives its disposal may be broken. */
export interface LastingBreak {
  /** What happens to a tenant when its store is opened again. */
  readonly reopening?: (ledger: Ledger) => void
  /** Whoever opens it beside another sees nothing of the other. */
  readonly apart?: boolean
  /** What really landed, where that is not what the ledger holds. */
  readonly raw?: (rows: RawRows) => RawRows
}

type Ledgers = Map<string, Ledger>

/**
 * The store in memory as one that is durable and shared: its ledgers stay when it is disposed of, others may open them beside
 * it, and they are read on a second path. So the kit is tried whole where it is written.
 */
export const lasting = ({
  apart = false,
  raw = (rows) => rows,
  reopening = () => {},
}: LastingBreak = {}): StoreUnderTest => {
  const places = new WeakMap<Store, Ledgers>()
  const openAt = (ledgers: Ledgers): Store => {
    const shelf = { ledgers, disposed: false }
    const store = storeOn(shelf)
    const capabilities = { ...store.capabilities, durable: true, shared: true }
    const dispose = async (): Promise<void> => {
      shelf.disposed = true
    }
    const opened = { ...store, capabilities, [Symbol.asyncDispose]: dispose }
    places.set(opened, ledgers)
    return opened
  }
  const placeOf = (store: Store): Ledgers => places.get(store) ?? new Map()
  return {
    open: async () => openAt(new Map()),
    concurrent: async (store) => openAt(apart ? new Map() : placeOf(store)),
    reopen: async (store) => {
      for (const ledger of placeOf(store).values()) reopening(ledger)
      return openAt(placeOf(store))
    },
    rawRows: async (tenant, store) => raw(landed(placeOf(store).get(tenant))),
  }
}
