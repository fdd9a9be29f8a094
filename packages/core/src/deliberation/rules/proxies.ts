import type { ProxyVote, Sitting } from "../model.ts"

/** The proxies of a sitting. */
export type GivenProxies = Pick<Sitting, "proxies">

/** The proxy that this voter gave. */
export const grantOf = ({ proxies }: GivenProxies, voter: string): ProxyVote | undefined =>
  proxies.find((known) => known.voter === voter)

/** For whom this voter votes besides itself (DELIBERATION-9). */
export const heldBy = ({ proxies }: GivenProxies, by: string): ReadonlyArray<string> =>
  proxies.filter((known) => known.by === by).map(({ voter }) => voter)

/**
 * The proxies that would make a chain of this one: the holder gave its own vote away, or the giver votes for others. Without
 * chains there are no cycles (DELIBERATION-9).
 */
export const chainedWith = ({ proxies }: GivenProxies, { by, voter }: ProxyVote): ReadonlyArray<ProxyVote> =>
  proxies.filter((known) => known.voter === by || known.by === voter)

/** The proxies in which one of these voters gives or holds a vote. */
export const proxiesOf = ({ proxies }: GivenProxies, voters: ReadonlyArray<string>): ReadonlyArray<ProxyVote> => {
  const named = new Set(voters)
  return proxies.filter(({ by, voter }) => named.has(by) || named.has(voter))
}

/** Somebody who votes for more others than `cap`: whoever is the first in the order of the grants. */
export const overCap = ({ proxies }: GivenProxies, cap: number): string | undefined => {
  const held = new Map<string, number>()
  for (const { by } of proxies) held.set(by, (held.get(by) ?? 0) + 1)
  return proxies.find(({ by }) => (held.get(by) ?? 0) > cap)?.by
}
