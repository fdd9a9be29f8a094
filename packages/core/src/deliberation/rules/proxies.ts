import type { ProxyVote, Sitting } from "../model.ts"

type Proxies = Pick<Sitting, "proxies">

/** The proxy that this voter gave. */
export const grantOf = ({ proxies }: Proxies, voter: string): ProxyVote | undefined =>
  proxies.find((known) => known.voter === voter)

/** For whom this voter votes besides itself (DELIBERATION-9). */
export const heldBy = ({ proxies }: Proxies, by: string): ReadonlyArray<string> =>
  proxies.filter((known) => known.by === by).map(({ voter }) => voter)

/**
 * The proxies that would make a chain of this one: the holder gave its own vote away, or the giver votes for others. Without
 * chains there are no cycles (DELIBERATION-9).
 */
export const chainedWith = ({ proxies }: Proxies, { by, voter }: ProxyVote): ReadonlyArray<ProxyVote> =>
  proxies.filter((known) => known.voter === by || known.by === voter)

/** The proxies in which one of these voters gives or holds a vote. */
export const proxiesOf = ({ proxies }: Proxies, voters: ReadonlyArray<string>): ReadonlyArray<ProxyVote> => {
  const named = new Set(voters)
  return proxies.filter(({ by, voter }) => named.has(by) || named.has(voter))
}

/** Somebody who votes for more others than `cap`: whoever is the first in the order of the grants. */
export const overCap = ({ proxies }: Proxies, cap: number): string | undefined =>
  proxies.find(({ by }) => heldBy({ proxies }, by).length > cap)?.by
