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

/** Whether it was chosen that the sitting keeps to the law of its call: then no later change matters. */
export const keepsToItsLaw = ({ rebased }: Pick<Sitting, "rebased">): boolean => rebased?.onto === "law-of-call"

/** That the law changed after the call, in what, and what was chosen; null: it did not change (DELIBERATION-6). */
export const lawChangeOf = ({ calledOn, rebased }: Pick<Sitting, "calledOn" | "rebased">): Finding | null => {
  if (rebased === null) return null
  const { changed, on, onto, reason } = rebased
  return {
    rule: "DELIBERATION-6",
    holds: true,
    facts: { calledOn, rebasedOn: on, onto, changed: changed.join(", "), reason },
  }
}
