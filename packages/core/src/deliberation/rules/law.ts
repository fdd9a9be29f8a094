import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { DecisionRules } from "../../kernel/decision-rules.ts"
import { changedRules } from "../../kernel/decision-rules-change.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Sitting } from "../model.ts"

/** The law that was handed in, if it is that of this set and of this day (DELIBERATION-6). */
export const lawOf = (
  law: DecisionRules | null | undefined,
  { on, set }: { readonly set: string; readonly on: CivilDate },
): DecisionRules | undefined =>
  law !== null && law !== undefined && law.set === set && law.day === on ? law : undefined

/**
 * The parts in which the rules of a sitting differ from those of another day, by name; `set` alone where that day has no
 * such set (DELIBERATION-6).
 */
export const changedSince = (
  { rules }: Pick<Sitting, "rules">,
  law: DecisionRules | undefined,
): ReadonlyArray<string> => (law === undefined ? ["set"] : changedRules(rules, law))

/** Whether it was chosen that the sitting keeps to the law of its call. */
export const keepsToItsLaw = ({ rebased }: Pick<Sitting, "rebased">): boolean => rebased?.onto === "law-of-call"

/** Whether the law is that against which it was chosen: as long as it is, nobody asks again (DELIBERATION-6). */
export const isChosenAgainst = ({ rebased }: Pick<Sitting, "rebased">, law: DecisionRules | undefined): boolean => {
  if (rebased === null) return false
  const { against } = rebased
  if (against === null || law === undefined) return against === null && law === undefined
  return changedRules(against, law).length === 0
}

/**
 * That the law changed after the call, and what was chosen; null: nothing was to be chosen. `changed` names what differs from the
 * rules of the call in the law of the day of the decision, or in the rules by which it is made (DELIBERATION-6).
 */
export const lawChangeOf = (
  { calledOn, rebased, rules }: Pick<Sitting, "calledOn" | "rebased" | "rules">,
  law: DecisionRules | undefined,
): Finding | null => {
  if (rebased === null) return null
  const { ofCall, on, onto, reason } = rebased
  const changed = [...new Set([...changedSince({ rules: ofCall }, law), ...changedRules(ofCall, rules)])]
  return {
    rule: "DELIBERATION-6",
    holds: true,
    facts: { calledOn, rebasedOn: on, onto, changed: changed.join(", "), reason },
  }
}
