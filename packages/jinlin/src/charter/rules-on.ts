import {
  type CharterRefusal,
  type DecisionRulesRefusal,
  decisionRulesOn,
  noRules,
  type RulePack,
} from "@jinlin/core/charter"
import type { DecisionRules, NonEmpty } from "@jinlin/core/kernel"
import type { Checked, CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "./charter.ts"

/** The day, and the set of rules that is asked for on it. */
export interface AskedRules {
  readonly day: CivilDate
  readonly set: string
}

/**
 * Everything by which a sitting under one set of rules would be judged on a day, by a charter and the packs at hand; or why
 * nobody can say. A host that only wants to know whether there are rules gives `packs` to `createJinlin`.
 */
export const rulesOn = (
  { rules = noRules }: Pick<Charter, "rules">,
  packs: ReadonlyArray<RulePack>,
  asked: AskedRules,
): Checked<DecisionRules, NonEmpty<CharterRefusal | DecisionRulesRefusal>> => decisionRulesOn(rules, packs, asked)
