import type { Store } from "@jinlin/sdk"
import { readPastStore } from "../../../store-memory/test/read-past.ts"

/** A store in memory whose maps can be read past it. Positions bear a mark that is drawn by chance, and are left out. */
export const openMemory = (): { readonly store: Store; readonly everything: () => Promise<unknown> } => {
  const { rows, store } = readPastStore()
  return {
    store,
    everything: async () =>
      rows().map(([tenant, { audit, commands, events, ...rest }]) => {
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
