import type { ClauseMissing } from "./refusals.ts"
import type { PackId, RuleKey } from "./rule-pack.ts"
import type { RuleValue } from "./rule-value.ts"

/** No rule says how the body decides, nor that it is only heard; one of `keys` must be there. */
export interface RuleMissing {
  readonly _tag: "RuleMissing"
  readonly rule: "CHARTER-11"
  readonly set: string
  readonly keys: ReadonlyArray<RuleKey>
}

/** The body is only heard, and yet there is a rule by which it decides: take out one of `keys`. */
export interface HeardAndDeciding {
  readonly _tag: "HeardAndDeciding"
  readonly rule: "CHARTER-11"
  readonly set: string
  readonly keys: ReadonlyArray<RuleKey>
}

/** What a rule of a set must be like. */
export type ExpectedValue =
  | "threshold-heads"
  | "threshold-area"
  | "flag"
  | "days"
  | "persons"
  | "times"
  | "quorum-counts"
  | "silence"
  | "repeated-ballots"
  | "ballot-modes"
  | "choices"
  | "unasked-changes"

/** The value is not of the kind that the rule needs, or past `most`. */
export interface ValueMisfit {
  readonly _tag: "ValueMisfit"
  readonly rule: "CHARTER-12"
  readonly key: RuleKey
  readonly value: RuleValue
  readonly from: PackId | "own"
  readonly expected: ExpectedValue
  /** The greatest count that will do; null where the rule is no count. */
  readonly most: number | null
}

/** No rule says which bodies make covenants of this kind; one of `keys` must be there. */
export interface MakersMissing {
  readonly _tag: "MakersMissing"
  readonly rule: "CHARTER-20"
  readonly kind: string
  readonly keys: ReadonlyArray<RuleKey>
}

/** Why a set of rules is none by which a sitting could be judged. */
export type DecisionRulesRefusal = RuleMissing | HeardAndDeciding | ValueMisfit | ClauseMissing
