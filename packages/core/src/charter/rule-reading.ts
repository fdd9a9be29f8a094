import type { Citation } from "../kernel/citation.ts"
import type { CitedThreshold } from "../kernel/decision-rules.ts"
import type { Measure } from "../kernel/threshold.ts"
import type { DecisionRulesRefusal, ExpectedValue } from "./decision-refusals.ts"
import { defaultCitation, type ResolvedRule } from "./resolved.ts"
import type { CountUnit } from "./rule-value.ts"

/** The rules of one set while they are read: what does not fit is noted. */
export interface Reading {
  readonly set: string
  readonly rules: ReadonlyMap<string, ResolvedRule>
  readonly refusals: Array<DecisionRulesRefusal>
}

/** A value with where it comes from. */
export interface Cited<Value> {
  readonly value: Value
  readonly citation: Citation
}

/** A rule of the set, by its own name. */
export const ruleOf = ({ rules, set }: Reading, key: string): ResolvedRule | undefined => rules.get(`${set}/${key}`)

/** What would have fitted. */
export interface Expected {
  readonly expected: ExpectedValue
  readonly most?: number | null
}

/** Notes that a rule does not hold what is needed there. */
export const misfit = (reading: Reading, rule: ResolvedRule, { expected, most = null }: Expected): void => {
  const { from, key, value } = rule
  reading.refusals.push({ _tag: "ValueMisfit", rule: "CHARTER-12", key, value, from, expected, most })
}

/** A threshold of that measure; null where the set has none. */
export const thresholdOf = (reading: Reading, key: string, measure: Measure): CitedThreshold | null => {
  const rule = ruleOf(reading, key)
  if (rule === undefined) return null
  if (rule.value._tag === "Threshold" && rule.value.threshold.measure === measure)
    return { threshold: rule.value.threshold, citation: rule.citation }
  misfit(reading, rule, { expected: `threshold-${measure}` })
  return null
}

/** A flag, or our default. */
export const flagOf = (reading: Reading, key: string, otherwise: boolean): Cited<boolean> => {
  const rule = ruleOf(reading, key)
  if (rule?.value._tag === "Flag") return { value: rule.value.flag, citation: rule.citation }
  if (rule !== undefined) misfit(reading, rule, { expected: "flag" })
  return { value: otherwise, citation: defaultCitation }
}

/** Which unit a count of a set has, and how it is asked for. */
const expectedCount = { "calendar-day": "days", person: "persons", time: "times" } as const satisfies Partial<
  Record<CountUnit, ExpectedValue>
>

/** What a count must be: not above `most`, and not below `least`, which is 0 where it is left out. */
export interface CountRule {
  readonly key: string
  readonly unit: keyof typeof expectedCount
  readonly least?: number
  readonly most: number
  readonly otherwise: number
}

/** A count of that unit within its bounds, or our default. */
export const countOf = (reading: Reading, { key, least = 0, most, otherwise, unit }: CountRule): Cited<number> => {
  const rule = ruleOf(reading, key)
  const count = rule?.value._tag === "Count" && rule.value.unit === unit ? rule.value.count : undefined
  if (rule !== undefined && count !== undefined && count >= least && count <= most)
    return { value: count, citation: rule.citation }
  if (rule !== undefined) misfit(reading, rule, { expected: expectedCount[unit], most })
  return { value: otherwise, citation: defaultCitation }
}

/** What a choice must be. */
export interface ChoiceRule<Choice extends string> {
  readonly key: string
  readonly expected: ExpectedValue
  readonly among: ReadonlyArray<Choice>
  readonly otherwise: Choice
}

/** One of the choices that there are, with its clause where one is named, or our default. */
export const choiceOf = <Choice extends string>(
  reading: Reading,
  { among, expected, key, otherwise }: ChoiceRule<Choice>,
): Cited<Choice> & { readonly clause: string | null } => {
  const rule = ruleOf(reading, key)
  const value = rule?.value._tag === "Choice" ? rule.value : undefined
  const choice = among.find((one) => one === value?.choice)
  if (rule !== undefined && choice !== undefined) {
    const clause = (value?.clause ?? "").trim() === "" ? null : (value?.clause ?? null)
    return { value: choice, clause, citation: rule.citation }
  }
  if (rule !== undefined) misfit(reading, rule, { expected })
  return { value: otherwise, clause: null, citation: defaultCitation }
}
