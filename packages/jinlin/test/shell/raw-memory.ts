import type { Store } from "@jinlin/sdk"
import type { Ledger } from "../../../store-memory/src/ledger.ts"
import { storeOn } from "../../../store-memory/src/memory-store.ts"
import { landed } from "../../../store-memory/test/landed.ts"

/** A store in memory whose maps can be read past it. Positions bear a mark that is drawn by chance, and are left out. */
export const openMemory = (): { readonly store: Store; readonly everything: () => Promise<unknown> } => {
  const ledgers = new Map<string, Ledger>()
  return {
    store: storeOn({ ledgers, disposed: false }),
    everything: async () =>
      [...ledgers].map(([tenant, ledger]) => {
        const { audit, commands, events, ...rest } = landed(ledger)
        const noted = audit.map(({ at, body, kind }) => [at, kind, body])
        return [
          tenant,
          rest,
          commands,
          noted,
          events.map(({ body, digest, meta, stream, type }) => [stream, type, body, meta, digest]),
        ]
      }),
  }
}
