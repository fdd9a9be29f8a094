import { canonicalJson } from "../kernel/canonical-json.ts"
import type { HeldBound } from "./resolved.ts"
import type { Rank } from "./rule-pack.ts"
import { compareTexts } from "./text-order.ts"

/** Where an instrument stands among the others. */
export interface Standing {
  readonly rank: Rank
  readonly jurisdiction: string
}

/** A bound together with where its pack stands. */
export interface StandingBound extends HeldBound {
  readonly standing: Standing
}

/** A statute, an interpretation of one, a local regulation, a profile. */
const height: Readonly<Record<Rank, number>> = {
  statute: 0,
  interpretation: 1,
  "local-regulation": 2,
  profile: 3,
}

/** `cn` is one place wide, `cn-fj-xm` three deep. */
const depth = ({ jurisdiction }: Standing): number => jurisdiction.split("-").length

/** Whether one of two places lies in the other: `cn-fj` lies in `cn`, and `cn-fj` and `cn-bj` lie apart. */
export const liesWithin = (a: string, b: string): boolean => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)

/**
 * Below 0 when the first instrument goes before the second: by rank, and within a rank that of the wider place around the other.
 * 0 when neither does, as with profiles of two places that lie apart. Rule CHARTER-4.
 */
export const comparePrecedence = (a: Standing, b: Standing): number =>
  height[a.rank] - height[b.rank] || (liesWithin(a.jurisdiction, b.jurisdiction) ? depth(a) - depth(b) : 0)

/** An order of all in which nobody comes before one that goes before it. */
const inOrder = (a: Standing, b: Standing): number => height[a.rank] - height[b.rank] || depth(a) - depth(b)

const textOf = (bound: StandingBound): string => {
  const text = canonicalJson(bound)
  return text.ok ? text.value : bound.pack
}

/** Those that go before first; among peers by name and then by what they say, so that no order of files or rules shows. */
export const inPrecedence = (bounds: ReadonlyArray<StandingBound>): ReadonlyArray<StandingBound> =>
  bounds.toSorted(
    (a, b) => inOrder(a.standing, b.standing) || compareTexts(a.pack, b.pack) || compareTexts(textOf(a), textOf(b)),
  )
