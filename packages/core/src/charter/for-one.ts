import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import type { DecisionRules } from "../kernel/decision-rules.ts"
import type { StepList } from "../kernel/step-list.ts"
import { assignsTo } from "./assigned-subjects.ts"
import { decisionKeys } from "./decision-keys.ts"
import type { DecisionRulesRefusal } from "./decision-refusals.ts"
import { decisionRules } from "./decision-rules.ts"
import type { CharterRefusal } from "./refusals.ts"
import { attempt } from "./resolve.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"

/** Whether a refusal is one of the packs as such, and so takes away the ground of every rule and list. */
const isOfPacks = (refusal: CharterRefusal): boolean => !("key" in refusal) && !("list" in refusal)

/**
 * Of what a day refuses, what takes the ground from one set of rules: faults of the packs as such, of the rules by which the set
 * is judged, and of those that say which set of its body decides what. Rule CHARTER-14.
 */
export const againstSet = (refusals: ReadonlyArray<CharterRefusal>, set: string): ReadonlyArray<CharterRefusal> => {
  const keys = new Set<string>(decisionKeys.map((key) => `${set}/${key}`))
  return refusals.filter(
    (refusal) => isOfPacks(refusal) || ("key" in refusal && (keys.has(refusal.key) || assignsTo(refusal.key, set))),
  )
}

/** The day, and the set of rules that is asked for on it. */
export interface SetOnDay {
  readonly day: CivilDate
  readonly set: string
}

/**
 * Everything by which a sitting under one set of rules is judged on a day. What cannot be resolved elsewhere stands in
 * nobody's way here: refused are only faults of the packs as such, of the rules of this set by which it is judged, of those that
 * say which set of its body decides what, and what `decisionRules` refuses. Rule CHARTER-14.
 */
export const decisionRulesOn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  { day, set }: SetOnDay,
): Checked<DecisionRules, NonEmpty<CharterRefusal | DecisionRulesRefusal>> => {
  const { refusals, resolved } = attempt(charter, packs, day)
  const [first, ...others] = againstSet(refusals, set)
  return first === undefined ? decisionRules(resolved, set) : refuse([first, ...others])
}

/** The day, and the list of steps that is asked for on it. */
export interface ListOnDay {
  readonly day: CivilDate
  readonly list: string
}

/**
 * A list of steps that a community uses on a day, whatever cannot be resolved elsewhere: refused are only faults of the packs
 * as such and of this list. A list that the community does not use is unknown, and `known` are those that it uses. Rule
 * CHARTER-14.
 */
export const stepListOn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  { day, list }: ListOnDay,
): Checked<StepList, NonEmpty<CharterRefusal>> => {
  const { refusals, resolved } = attempt(charter, packs, day)
  const [first, ...others] = refusals.filter(
    (refusal) => isOfPacks(refusal) || ("list" in refusal && refusal.list === list),
  )
  if (first !== undefined) return refuse([first, ...others])
  const found = resolved.stepLists.find((one) => one.list === list)
  if (found !== undefined) return accept(found)
  const known = resolved.stepLists.map((one) => one.list)
  return refuse([{ _tag: "StepListUnknown", rule: "CHARTER-10", list, day, known }])
}
