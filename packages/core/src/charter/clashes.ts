import { comparePrecedence, type StandingBound } from "./precedence.ts"
import type { CharterRefusal, IncomparableValues } from "./refusals.ts"
import type { HeldBound } from "./resolved.ts"
import type { RuleKey } from "./rule-pack.ts"
import { compareValues, isAllowed } from "./value-order.ts"

/** A bound without where its pack stands, as evidence. */
export const held = ({ bound, citation, pack, value }: StandingBound): HeldBound => ({ value, bound, citation, pack })

/** A value and a bound that nobody can compare. */
const incomparable = (key: RuleKey, value: StandingBound, bound: StandingBound): IncomparableValues => {
  const order = compareValues(value.value, bound.value)
  const because = order.ok ? "no-order" : order.refusal
  return {
    _tag: "IncomparableValues",
    rule: "CHARTER-6",
    key,
    because,
    value: value.value,
    from: value.pack,
    bound: held(bound),
  }
}

/** Two packs that leave no value: the one that gives way is at fault, and among peers both are. Rule CHARTER-7. */
export const clash = (key: RuleKey, first: StandingBound, second: StandingBound): CharterRefusal => {
  const order = comparePrecedence(first.standing, second.standing)
  const [bound, weaker] = order <= 0 ? [held(first), held(second)] : [held(second), held(first)]
  return order === 0
    ? { _tag: "PacksContradict", rule: "CHARTER-7", key, one: bound, other: weaker }
    : { _tag: "PackWeakens", rule: "CHARTER-7", key, weaker, bound }
}

/** A value of a pack that is to hold, against a bound of a pack. */
export const against = (key: RuleKey, value: StandingBound, bound: StandingBound): ReadonlyArray<CharterRefusal> => {
  const allowed = isAllowed(value.value, bound.bound, bound.value)
  if (!allowed.ok) return [incomparable(key, value, bound)]
  return allowed.value ? [] : [clash(key, bound, value)]
}

/** Among peers: an exact value must suit every bound, and a floor every ceiling; of two floors the stricter one counts. */
const betweenPeers = (key: RuleKey, a: StandingBound, b: StandingBound): ReadonlyArray<CharterRefusal> => {
  if (a.bound === "default" || b.bound === "default") return []
  if (a.bound === "exact") return against(key, a, b)
  if (b.bound === "exact") return against(key, b, a)
  if (a.bound === b.bound) return unordered(key, a, b)
  return a.bound === "floor" ? against(key, a, b) : against(key, b, a)
}

/** Two floors or two ceilings must have an order, or be choices, which add up. */
const unordered = (key: RuleKey, a: StandingBound, b: StandingBound): ReadonlyArray<CharterRefusal> => {
  const areChoices = a.value._tag === "Choices" && b.value._tag === "Choices"
  return areChoices || compareValues(a.value, b.value).ok ? [] : [incomparable(key, b, a)]
}

/** A pack that gives way may ask more than one that goes before, and never less. */
const givingWay = (key: RuleKey, first: StandingBound, second: StandingBound): ReadonlyArray<CharterRefusal> => {
  if (first.bound === "default") return []
  if (first.bound !== second.bound || first.bound === "exact") return against(key, second, first)
  const order = compareValues(second.value, first.value)
  if (!order.ok) return unordered(key, first, second)
  return order.value === (first.bound === "floor" ? "less" : "more") ? [clash(key, first, second)] : []
}

/** What stands between two bounds of one rule, the one that goes before first. Rules CHARTER-6, CHARTER-7. */
export const between = (key: RuleKey, a: StandingBound, b: StandingBound): ReadonlyArray<CharterRefusal> =>
  comparePrecedence(a.standing, b.standing) === 0 ? betweenPeers(key, a, b) : givingWay(key, a, b)
