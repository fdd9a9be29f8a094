import type { Circumstances } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { CovenantKind, CovenantRules } from "./policy.ts"

/** What became of a matter that was put to a body. */
export interface MatterOutcome {
  readonly matter: string
  readonly status: "open" | "decided" | "rejected" | "withdrawn"
  /** The digest of the text that it bears while it runs, or that was decided; null where it was lost or taken back. */
  readonly text: `${string}:${string}` | null
  /** On which day it was decided, and under which set of decision rules by the last body; null where it was not. */
  readonly decidedOn: CivilDate | null
  readonly set: string | null
}

/** A covenant that another is to follow; `repealedFrom`: the first day on which nothing of it is in force, null: it is not repealed. */
export interface Predecessor {
  readonly covenant: string
  readonly kind: CovenantKind | null
  readonly within: string | null
  readonly repealedFrom: CivilDate | null
}

/** What a decision about a covenant is told. */
export interface CovenantCircumstances extends Circumstances {
  /** For `RepealCovenant`: the id of this very covenant, by which the decided text names what it ends. */
  readonly covenant?: string | undefined
  /**
   * The rules of this kind of covenant, resolved from packs and choices: for `OpenComments`, `CheckLegality` and `SubmitDraft` of
   * today, for `RecordDecision` and `RepealCovenant` of the day on which the matter was decided. Null: the community has none on
   * that day, or they contradict each other.
   */
  readonly rules?: CovenantRules | null | undefined
  /**
   * For `SubmitDraft` and `RepealCovenant` the matter that they name, for `RecordDecision` the one that was submitted; null: there
   * is no such matter.
   */
  readonly outcome?: MatterOutcome | null | undefined
  /** For `OpenCovenant` with `after`: the covenant that it names; null: there is none. A repeal is final. */
  readonly predecessor?: Predecessor | null | undefined
}

/**
 * The facts that a decision reads from other streams. A matter that has ended stays as it is, and so does a repeal; that a matter
 * runs on the text of a draft is asked at its submission and may change later.
 */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "outcome",
    from: "deliberation",
    key: "matter",
    view: "outcome",
    consistency: "as-of",
    commands: ["SubmitDraft", "RecordDecision", "RepealCovenant"],
  },
  {
    fact: "predecessor",
    from: "covenant",
    key: "covenant",
    view: "standing",
    consistency: "as-of",
    commands: ["OpenCovenant"],
  },
]
