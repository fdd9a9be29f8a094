import type { Citation } from "../../kernel/citation.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Fact } from "../../kernel/finding.ts"
import type { Path } from "../../kernel/reading-refusals.ts"
import type { DecisionRulesRefusal } from "../decision-refusals.ts"
import type { CharterRefusal } from "../refusals.ts"

/** `error`: it will not work. `warning`: it works, and hardly as meant. `note`: the law has it so, or it is good to know. */
export type LintLevel = "error" | "warning" | "note"

/** One thing that somebody should look at before the charter is used. Plain data; the sentence is made in `@jinlin/messages`. */
export interface LintFinding {
  readonly rule: `LINT-${number}`
  readonly level: LintLevel
  /** Where in the rules of the charter: `["choices", 2, "value"]`; a pack's own rule is found at the pack's name. */
  readonly path: Path
  /** `day` is the first day of the range on which it is so. */
  readonly facts: { readonly [name: string]: Fact }
  readonly citation?: Citation
  /** What exactly is refused, where that is the finding. */
  readonly refusal?: CharterRefusal | DecisionRulesRefusal
}

/** The days that are looked at: from the first on, and up to but not including `to`; without it, all that are known of. */
export interface LintRange {
  readonly from: CivilDate
  readonly to?: CivilDate | undefined
}
