export { type DecisionKey, decisionDefaults, decisionKeys } from "./decision-keys.ts"
export { decisionRules } from "./decision-rules.ts"
export {
  diffRules,
  type RuleAdded,
  type RuleChange,
  type RuleChanged,
  type RuleRemoved,
  type StepsChanged,
  type Turn,
} from "./diff.ts"
export { isInForce, lawOf } from "./in-force.ts"
export type { LintFinding, LintLevel, LintRange } from "./lint/finding.ts"
export { lint } from "./lint/lint.ts"
export type {
  AboveCeiling,
  BelowFloor,
  CharterRefusal,
  ChoicesOverlap,
  ClauseMissing,
  DecisionRulesRefusal,
  DefaultsDisagree,
  ExpectedValue,
  HeardAndDeciding,
  IncomparableValues,
  NoOrder,
  NotExact,
  PackNotInForce,
  PacksContradict,
  PackTwice,
  PackUnknown,
  PackWeakens,
  Period,
  PlacesApart,
  RuleMissing,
  StepListTwice,
  StepListUnknown,
  ValueMisfit,
  VersionsOverlap,
} from "./refusals.ts"
export { resolve } from "./resolve.ts"
export { defaultCitation, type HeldBound, ownCitation, type Resolved, type ResolvedRule } from "./resolved.ts"
export { CharterRules, noRules, OwnChoice } from "./rule-choices.ts"
export { PackId, PackRule, Rank, RuleKey, RulePack, ranks } from "./rule-pack.ts"
export { Bound, CountUnit, RuleValue } from "./rule-value.ts"
export { compareValues, type Order, sameValue } from "./value-order.ts"
