import type { Circumstances } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { CovenantRules } from "./policy.ts"

/** What became of a matter that was put to a body. */
export interface MatterOutcome {
  readonly matter: string
  readonly status: "open" | "decided" | "rejected" | "withdrawn"
  /** The digest that was decided, on which day, and under which set of decision rules by the last body; null where nothing was. */
  readonly text: `${string}:${string}` | null
  readonly decidedOn: CivilDate | null
  readonly set: string | null
}

/** What a decision about a covenant is told. */
export interface CovenantCircumstances extends Circumstances {
  /**
   * The rules of this kind of covenant, resolved from packs and choices: for `OpenComments`, `CheckLegality` and `SubmitDraft` of
   * today, for `RecordDecision` and `RepealCovenant` of the day on which the matter was decided. Null: the community has none on
   * that day, or they contradict each other.
   */
  readonly rules?: CovenantRules | null | undefined
  /** For `RecordDecision` the matter that was submitted, for `RepealCovenant` the one it names; null: there is no such matter. */
  readonly outcome?: MatterOutcome | null | undefined
}

/** The facts that a decision reads from other streams. A matter that has ended stays as it is. */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "outcome",
    from: "deliberation",
    key: "matter",
    view: "outcome",
    consistency: "as-of",
    commands: ["RecordDecision", "RepealCovenant"],
  },
]
