import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { StepList } from "../kernel/step-list.ts"
import type { PackId, RuleKey } from "./rule-pack.ts"
import type { Bound, RuleValue } from "./rule-value.ts"

/** What one pack says about one rule, and how it binds. */
export interface HeldBound {
  readonly value: RuleValue
  readonly bound: Bound
  readonly citation: Citation
  readonly pack: PackId
}

/** One rule as it stands on a day: its value, who says so, and everything that binds it. */
export interface ResolvedRule {
  readonly key: RuleKey
  readonly value: RuleValue
  /** Of the pack that the value is from; of a community's own choice, the charter. */
  readonly citation: Citation
  readonly from: PackId | "own"
  /** Why the community chose so, where it says so. */
  readonly because?: string
  /** What every pack in force says about it, the packs that go before first. */
  readonly bounds: ReadonlyArray<HeldBound>
}

/** The rules of a community on one day. */
export interface Resolved {
  readonly day: CivilDate
  /** The packs that are in force on that day, by name. */
  readonly packs: ReadonlyArray<PackId>
  /** By key. */
  readonly rules: ReadonlyArray<ResolvedRule>
  /** The step lists that the community uses, by id. */
  readonly stepLists: ReadonlyArray<StepList>
}

/** Where a number comes from that a community has set itself. */
export const ownCitation: Citation = { instrument: "Charter of the community", certainty: "our-default" }

/** Where a number comes from that neither a pack nor a community has set. */
export const defaultCitation: Citation = { instrument: "jinlin", certainty: "our-default" }
