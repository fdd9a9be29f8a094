import { rowsPerPage } from "@jinlin/sdk"
import { granted, refused } from "../asserting.ts"
import type { StoreTrial, Trial } from "../trial.ts"

const noPages = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, rowsPerPage + 1, 1_000_000_000]

/** Every read that takes a size, asked for so many rows. */
const readsOf = ({ store, tenant }: Trial, limit: number, token: number) => ({
  readStream: store.readStream(tenant, "a", { limit }),
  readLog: store.readLog(tenant, { limit }),
  readClaims: store.readClaims(tenant, "s", { limit }),
  readDue: store.readDue(tenant, { until: 1, limit }),
  readDeliveries: store.readDeliveries(tenant, { status: "waiting", limit }),
  readView: store.readView(tenant, { view: "v", limit }),
  readAudit: store.readAudit(tenant, { limit }),
  takeDeliveries: store.takeDeliveries(tenant, { fence: { lease: "relay", token }, now: 1, limit }),
})

/** A page holds 1 to `rowsPerPage` rows. */
export const pageBounds: StoreTrial = {
  title: `answers InvalidPage to a page of less than 1 and more than ${rowsPerPage} rows, whatever is read`,
  run: async (trial) => {
    const wish = { name: "relay", holder: "h", now: 0, ttl: 10 }
    const { token } = await granted(trial.store.acquireLease(trial.tenant, wish), "a lease")
    for (const limit of [1, rowsPerPage])
      for (const [name, answer] of Object.entries(readsOf(trial, limit, token)))
        await granted<unknown, unknown>(answer, `${name} of ${limit} rows`)
    for (const limit of noPages)
      for (const [name, answer] of Object.entries(readsOf(trial, limit, token)))
        await refused(
          answer,
          { _tag: "InvalidPage", rule: "STORE-6", got: limit, limit: rowsPerPage },
          `${name} of ${limit} rows`,
        )
  },
}
