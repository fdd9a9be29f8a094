import type { BallotRound } from "../circumstances.ts"

/** The places of the roll from which this voter's ballot may come: its own, and that of its proxy (BALLOT-5). */
export const entitled = ({ proxy }: Pick<BallotRound, "proxy">, voter: string): ReadonlyArray<string> =>
  proxy === null ? [voter] : [voter, proxy.voter]

/** The person who casts from a place of the roll, where that place may cast this ballot and somebody is named for it (BALLOT-5). */
export const personCasting = (
  { proxy, voter: onRoll }: Pick<BallotRound, "proxy" | "voter">,
  { castBy, voter }: { readonly voter: string; readonly castBy: string },
): string | null => {
  if (castBy === voter) return onRoll?.person ?? null
  return proxy !== null && castBy === proxy.voter ? proxy.person : null
}
