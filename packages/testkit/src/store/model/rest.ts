import { viewCheckpoint } from "@jinlin/sdk"
import { byText, isHeldBy, type ModelTenant } from "./state.ts"

/** Takes a lease; null: somebody else holds it. */
export const modelAcquire = (
  tenant: ModelTenant,
  wish: { readonly name: string; readonly holder: string; readonly now: number; readonly ttl: number },
): { readonly token: number; readonly until: number } | null => {
  const { holder, name, now, ttl } = wish
  const known = tenant.leases.find((lease) => lease.name === name)
  if (known !== undefined && known.holder !== null && known.holder !== holder && now < known.until) return null
  const lease = { name, holder, token: (known?.token ?? 0) + 1, until: now + ttl }
  tenant.leases = [...tenant.leases.filter((one) => one.name !== name), lease]
  return lease
}

/** Gives a lease back; false: it was lost. */
export const modelRelease = (
  tenant: ModelTenant,
  fence: { readonly lease: string; readonly token: number },
): boolean => {
  if (!isHeldBy(tenant, fence)) return false
  for (const lease of tenant.leases) if (lease.name === fence.lease) lease.holder = null
  return true
}

/** Gives deliveries; null: the lease was lost. */
export const modelTake = (
  tenant: ModelTenant,
  wish: {
    readonly fence: { readonly lease: string; readonly token: number }
    readonly now: number
    readonly limit: number
  },
) => {
  const { fence, limit, now } = wish
  if (!isHeldBy(tenant, fence)) return null
  const hand = `${fence.lease} ${fence.token}`
  const waiting = tenant.deliveries.filter(({ status }) => status === "waiting")
  const given = waiting
    .filter((one, place) => waiting.findIndex(({ key }) => key === one.key) === place)
    .filter((one) => one.hand !== hand && one.notBefore <= now)
    .slice(0, limit)
  for (const one of given) {
    one.hand = hand
    one.starts += 1
  }
  return given.map(({ hand: _, ...shown }) => shown)
}

/** Forgets what is old; gives how many commands. */
export const modelForget = (tenant: ModelTenant, before: number): number => {
  const count = tenant.commands.length
  tenant.commands = tenant.commands.filter(({ at }) => at >= before)
  tenant.deliveries = tenant.deliveries.filter(({ at, status }) => status !== "delivered" || at >= before)
  return count - tenant.commands.length
}

/** Forgets a version of a view. */
export const modelDrop = (
  tenant: ModelTenant,
  { version, view }: { readonly view: string; readonly version: string },
): void => {
  if (tenant.on.some((one) => one.view === view && one.version === version)) return
  tenant.rows = tenant.rows.filter((row) => row.view !== view || row.version !== version)
  tenant.checkpoints = tenant.checkpoints.filter(({ name }) => name !== viewCheckpoint({ view, version }))
}

/** What has fallen due by a moment, in its order. */
export const modelDue = (tenant: ModelTenant, until: number) =>
  tenant.due
    .filter(({ at, settled }) => !settled && at <= until)
    .sort((one, other) => one.at - other.at || byText(one.stream, other.stream) || byText(one.key, other.key))
    .map(({ settled: _, ...item }) => item)
