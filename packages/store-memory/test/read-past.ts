import type { Store } from "@jinlin/sdk"
import type { RawRows } from "@jinlin/testkit/store"
import type { Ledger } from "../src/ledger.ts"
import { storeOn } from "../src/memory-store.ts"
import { landed } from "./landed.ts"

/** A store in memory, and what stands in its maps by tenant, read past it. */
export const readPastStore = (): {
  readonly store: Store
  readonly rows: () => ReadonlyArray<readonly [tenant: string, rows: RawRows]>
} => {
  const ledgers = new Map<string, Ledger>()
  return {
    store: storeOn({ ledgers, disposed: false }),
    rows: () => [...ledgers].map(([tenant, ledger]) => [tenant, landed(ledger)]),
  }
}
