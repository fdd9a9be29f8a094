import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import { against, between, clash, held } from "./clashes.ts"
import type { StandingBound } from "./precedence.ts"
import type { CharterRefusal } from "./refusals.ts"
import type { RuleKey } from "./rule-pack.ts"
import type { RuleValue } from "./rule-value.ts"
import { compareValues, isAllowed, normalValue } from "./value-order.ts"

/** What all packs together leave of one rule: what it must be, or must not be below, or must not be above. */
export interface Room {
  readonly exact: StandingBound | undefined
  readonly floor: StandingBound | undefined
  readonly ceiling: StandingBound | undefined
}

const pairs = (bounds: ReadonlyArray<StandingBound>): ReadonlyArray<readonly [StandingBound, StandingBound]> =>
  bounds.flatMap((a, index) => bounds.slice(index + 1).map((b) => [a, b] as const))

/** Of several choices: all of them for a floor, and for a ceiling those that every one contains. */
const together = (bound: "floor" | "ceiling", a: RuleValue, b: RuleValue): RuleValue | undefined => {
  if (a._tag !== "Choices" || b._tag !== "Choices") return undefined
  const isKept = (choice: string): boolean => bound === "floor" || b.choices.includes(choice)
  const choices = [...a.choices.filter(isKept), ...(bound === "floor" ? b.choices : [])]
  const [first, ...others] = choices
  return first === undefined ? undefined : normalValue({ _tag: "Choices", choices: [first, ...others] })
}

/** The strictest of the bounds of one kind. Of equal ones, and of choices that add up, the one that goes before is named. */
const strictest = (
  key: RuleKey,
  bound: "floor" | "ceiling",
  bounds: ReadonlyArray<StandingBound>,
): Checked<StandingBound | undefined, CharterRefusal> => {
  let strict: StandingBound | undefined
  for (const one of bounds.filter((each) => each.bound === bound)) {
    if (strict === undefined) {
      strict = one
      continue
    }
    const order = compareValues(one.value, strict.value)
    if (order.ok) {
      if (order.value === (bound === "floor" ? "more" : "less")) strict = one
      continue
    }
    const value = together(bound, strict.value, one.value)
    if (value === undefined) return refuse(clash(key, strict, one))
    strict = { ...strict, value }
  }
  return accept(strict)
}

/**
 * What the packs leave of one rule, or everything for which they leave nothing. The bounds come with those that go before
 * first. A default binds nobody, and may not say less than what goes before it. Rules CHARTER-6, CHARTER-7.
 */
export const roomOf = (
  key: RuleKey,
  bounds: ReadonlyArray<StandingBound>,
): Checked<Room, ReadonlyArray<CharterRefusal>> => {
  const binding = bounds.filter(({ bound }) => bound !== "default")
  const clashes = pairs(bounds).flatMap(([a, b]) => between(key, a, b))
  if (clashes.length > 0) return refuse(clashes)
  const floor = strictest(key, "floor", binding)
  const ceiling = strictest(key, "ceiling", binding)
  if (!floor.ok) return refuse([floor.refusal])
  if (!ceiling.ok) return refuse([ceiling.refusal])
  const exact = binding.find(({ bound }) => bound === "exact")
  return accept({ exact, floor: floor.value, ceiling: ceiling.value })
}

/** The bounds that a value breaks, the exact one alone where there is one. */
export const brokenBy = (value: RuleValue, { ceiling, exact, floor }: Room): ReadonlyArray<StandingBound> =>
  (exact === undefined ? [floor, ceiling] : [exact]).filter((bound) => {
    if (bound === undefined) return false
    const allowed = isAllowed(value, bound.bound, bound.value)
    return !allowed.ok || !allowed.value
  }) as ReadonlyArray<StandingBound>

const refusalTags = { floor: "BelowFloor", ceiling: "AboveCeiling", exact: "NotExact" } as const

/** Why a community may not choose a value. Rules CHARTER-5, CHARTER-6. */
export const choiceRefused = (key: RuleKey, value: RuleValue, room: Room): ReadonlyArray<CharterRefusal> =>
  brokenBy(value, room).map((bound): CharterRefusal => {
    const kind = bound.bound === "default" ? "exact" : bound.bound
    const allowed = isAllowed(value, kind, bound.value)
    if (allowed.ok)
      return { _tag: refusalTags[kind], rule: "CHARTER-5", key, value, allowed: bound.value, bound: held(bound) }
    return {
      _tag: "IncomparableValues",
      rule: "CHARTER-6",
      key,
      because: allowed.refusal,
      value,
      from: "own",
      bound: held(bound),
    }
  })

/** Why a value that a pack proposes may not stand. Rules CHARTER-6, CHARTER-7. */
export const defaultRefused = (key: RuleKey, value: StandingBound, room: Room): ReadonlyArray<CharterRefusal> =>
  brokenBy(value.value, room).flatMap((bound) => against(key, value, bound))

/** What the packs ask where nobody proposes or chooses anything: what must be, the least that may be, or the most. */
export const leastOf = ({ ceiling, exact, floor }: Room): StandingBound | undefined => exact ?? floor ?? ceiling
