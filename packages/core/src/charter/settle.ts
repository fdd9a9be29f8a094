import { brokenBy, choiceRefused, defaultRefused, leastOf, type Room, roomOf } from "./bounds.ts"
import { held } from "./clashes.ts"
import { comparePrecedence, inPrecedence, type StandingBound } from "./precedence.ts"
import type { CharterRefusal } from "./refusals.ts"
import { ownCitation, type ResolvedRule } from "./resolved.ts"
import type { OwnChoice } from "./rule-choices.ts"
import type { RuleKey } from "./rule-pack.ts"
import { normalValue, saysTheSame } from "./value-order.ts"

/** Everything that is said about one rule on one day. */
export interface Said {
  readonly key: RuleKey
  readonly bounds: ReadonlyArray<StandingBound>
  readonly own: OwnChoice | undefined
}

/** The rule as it stands, if it stands, and everything against it. */
export interface Settled {
  readonly rule: ResolvedRule | undefined
  readonly refusals: ReadonlyArray<CharterRefusal>
}

const refused = (...refusals: ReadonlyArray<CharterRefusal>): Settled => ({ rule: undefined, refusals })

const standing = (said: Said, from: StandingBound): Settled => {
  const bounds = said.bounds.map(held)
  return {
    rule: { key: said.key, value: from.value, citation: from.citation, from: from.pack, bounds },
    refusals: [],
  }
}

const chosen = (said: Said, own: OwnChoice, room: Room): Settled => {
  const value = normalValue(own.value)
  const refusals = choiceRefused(said.key, own.value, room)
  if (refusals.length > 0) return refused(...refusals)
  const because = own.because === undefined ? {} : { because: own.because }
  const bounds = said.bounds.map(held)
  return { rule: { key: said.key, value, citation: ownCitation, from: "own", ...because, bounds }, refusals: [] }
}

/** The default of the instrument made for the narrowest case; of several of which none is narrower, what all of them propose. Rule CHARTER-4. */
const proposed = (said: Said): StandingBound | CharterRefusal | undefined => {
  const defaults = said.bounds.filter(({ bound }) => bound === "default")
  const narrowest = defaults.filter(({ standing: wider }) =>
    defaults.every(({ standing: narrower }) => comparePrecedence(wider, narrower) >= 0),
  )
  const [one] = narrowest
  const other = one === undefined ? undefined : narrowest.find(({ value }) => !saysTheSame(value, one.value))
  if (one === undefined || other === undefined) return one
  return { _tag: "DefaultsDisagree", rule: "CHARTER-4", key: said.key, one: held(one), other: held(other) }
}

/** Whether only instruments made for a narrower case stand against a default, so that it gives way to them. */
const givesWay = (value: StandingBound, room: Room): boolean => {
  const broken = brokenBy(value.value, room)
  return broken.length > 0 && broken.every((bound) => comparePrecedence(value.standing, bound.standing) < 0)
}

/**
 * What one rule is: the community's own choice; else the default of the narrowest instrument; else what the packs ask.
 * Nothing that breaks a bound stands. Rules CHARTER-4 to CHARTER-7.
 */
export const settle = (given: Said): Settled => {
  const said = { ...given, bounds: inPrecedence(given.bounds) }
  const room = roomOf(said.key, said.bounds)
  if (!room.ok) return refused(...room.refusal)
  if (said.own !== undefined) return chosen(said, said.own, room.value)
  const value = proposed(said)
  if (value !== undefined && "_tag" in value) return refused(value)
  if (value !== undefined && !givesWay(value, room.value)) {
    const refusals = defaultRefused(said.key, value, room.value)
    return refusals.length > 0 ? refused(...refusals) : standing(said, value)
  }
  const least = leastOf(room.value)
  return least === undefined ? refused() : standing(said, least)
}
