import { canonicalJson } from "../kernel/canonical-json.ts"
import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import { holdsOn, packsOn } from "./in-force.ts"
import type { StandingBound } from "./precedence.ts"
import { withoutEmptyRanges } from "./ranges.ts"
import type { CharterRefusal, Period } from "./refusals.ts"
import type { Resolved, ResolvedRule } from "./resolved.ts"
import type { CharterRules, OwnChoice } from "./rule-choices.ts"
import type { RuleKey, RulePack } from "./rule-pack.ts"
import { type Settled, settle } from "./settle.ts"
import { stepListsOn } from "./step-lists.ts"
import { compareTexts } from "./text-order.ts"
import { normalValue, sameValue } from "./value-order.ts"

/** What could be resolved for a day, and everything that stands against the rest. */
export interface Attempt {
  readonly resolved: Resolved
  readonly refusals: ReadonlyArray<CharterRefusal>
}

const boundsIn = (
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): ReadonlyMap<RuleKey, ReadonlyArray<StandingBound>> => {
  const said = new Map<RuleKey, Array<StandingBound>>()
  for (const { jurisdiction, pack, rank, rules } of packs) {
    for (const { bound, citation, key, value, ...period } of rules) {
      if (!holdsOn(period, day)) continue
      const bounds = said.get(key) ?? []
      bounds.push({ value: normalValue(value), bound, citation, pack, standing: { rank, jurisdiction } })
      said.set(key, bounds)
    }
  }
  return said
}

const choicesIn = (
  choices: ReadonlyArray<OwnChoice>,
  day: CivilDate,
): ReadonlyMap<RuleKey, ReadonlyArray<OwnChoice>> => {
  const said = new Map<RuleKey, Array<OwnChoice>>()
  for (const choice of choices) {
    if (!holdsOn(choice, day)) continue
    const known = said.get(choice.key)
    if (known === undefined) said.set(choice.key, [choice])
    else known.push(choice)
  }
  return said
}

const periodOf = ({ from, to }: OwnChoice): Period => ({ from: from ?? null, to: to ?? null })

const comparePeriods = (a: Period, b: Period): number =>
  compareTexts(a.from ?? "", b.from ?? "") || compareTexts(a.to ?? "~", b.to ?? "~")

/** Two choices for one rule on one day, unless they say the same. Rule CHARTER-8. */
const overlapping = (choices: ReadonlyArray<OwnChoice>, day: CivilDate): CharterRefusal | undefined => {
  const [first, ...others] = choices
  if (first === undefined || others.every((other) => sameValue(other.value, first.value))) return undefined
  const periods = choices.map(periodOf).toSorted(comparePeriods)
  return { _tag: "ChoicesOverlap", rule: "CHARTER-8", key: first.key, day, periods }
}

/** Of choices that say the same, the one that began first is told, and of those the one with the first reason. */
const earliestOf = (choices: ReadonlyArray<OwnChoice>): OwnChoice | undefined => {
  let earliest: { readonly choice: OwnChoice; readonly text: string } | undefined
  for (const choice of choices) {
    if (earliest === undefined && choices.length === 1) return choice
    const text = textOf(choice)
    const order =
      earliest === undefined
        ? -1
        : comparePeriods(periodOf(choice), periodOf(earliest.choice)) || compareTexts(text, earliest.text)
    if (order < 0) earliest = { choice, text }
  }
  return earliest?.choice
}

const textOf = (value: unknown): string => {
  const text = canonicalJson(value)
  return text.ok ? text.value : ""
}

/** Silence joins nobody without the clause that lets it. Rule CHARTER-9. */
const clauseMissing = ({ from, key, value }: ResolvedRule): CharterRefusal | undefined =>
  key.endsWith("/silence") &&
  value._tag === "Choice" &&
  value.choice === "follow-majority" &&
  (value.clause ?? "").trim() === ""
    ? { _tag: "ClauseMissing", rule: "CHARTER-9", key, from, choice: value.choice }
    : undefined

const settledOn = (charter: CharterRules, packs: ReadonlyArray<RulePack>, day: CivilDate): ReadonlyArray<Settled> => {
  const bounds = boundsIn(packs, day)
  const choices = choicesIn(charter.choices, day)
  const keys = [...new Set([...bounds.keys(), ...choices.keys()])].sort(compareTexts)
  const settled = keys.map((key): Settled => {
    const own = choices.get(key) ?? []
    const overlap = overlapping(own, day)
    if (overlap !== undefined) return { rule: undefined, refusals: [overlap] }
    const settled = settle({ key, bounds: bounds.get(key) ?? [], own: earliestOf(own) })
    const missing = settled.rule === undefined ? undefined : clauseMissing(settled.rule)
    return missing === undefined ? settled : { rule: undefined, refusals: [missing] }
  })
  return withoutEmptyRanges(settled)
}

/** Resolves as much as can be resolved, for those who look for faults. */
export const attempt = (charter: CharterRules, packs: ReadonlyArray<RulePack>, day: CivilDate): Attempt => {
  const inForce = packsOn(charter.packs, packs, day)
  const settled = settledOn(charter, inForce.packs, day)
  const lists = stepListsOn(charter, inForce.packs, day)
  const rules = settled.flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
  const names = inForce.packs.map(({ pack }) => pack)
  return {
    resolved: { day, packs: names, rules, stepLists: lists.stepLists },
    refusals: [...inForce.refusals, ...settled.flatMap(({ refusals }) => refusals), ...lists.refusals],
  }
}

/**
 * The rules of a community on a day: what its packs say and what it has chosen itself, merged by bound and precedence, or
 * every reason for which they cannot be. The order of packs, rules and choices makes no difference. Rules CHARTER-1 to
 * CHARTER-10.
 */
export const resolve = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): Checked<Resolved, NonEmpty<CharterRefusal>> => {
  const { refusals, resolved } = attempt(charter, packs, day)
  const [first, ...others] = refusals
  return first === undefined ? accept(resolved) : refuse([first, ...others])
}
