export {
  type CovenantMakingRules,
  type CovenantOnDay,
  covenantMakingDefaults,
  covenantRulesOn,
} from "./covenant-rules.ts"
export { type DecisionKey, decisionDefaults, decisionKeys } from "./decision-keys.ts"
export type {
  DecisionRulesRefusal,
  ExpectedValue,
  HeardAndDeciding,
  MakersMissing,
  RuleMissing,
  ValueMisfit,
} from "./decision-refusals.ts"
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
export {
  type PublishingBodies,
  type PublishingLaw,
  type PublishingRules,
  publishingBodiesOn,
  publishingDefaults,
  publishingLawOn,
  publishingRulesOn,
} from "./disclosure-rules.ts"
export { decisionRulesOn, type ListOnDay, type SetOnDay, stepListOn } from "./for-one.ts"
export { isInForce, lawOf } from "./in-force.ts"
export type { LintFinding, LintLevel, LintRange } from "./lint/finding.ts"
export { lint } from "./lint/lint.ts"
export type {
  LawWithoutArticle,
  PackFault,
  PackNamedOtherwise,
  PackNeverHolds,
  PackRuleTwice,
} from "./pack-checks.ts"
export type {
  AboveCeiling,
  BelowFloor,
  CharterRefusal,
  ChoicesOverlap,
  ClauseMissing,
  DefaultsDisagree,
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
  RangeEmpty,
  RangeEnd,
  StepListTwice,
  StepListUnknown,
  VersionsOverlap,
} from "./refusals.ts"
export { resolve } from "./resolve.ts"
export { defaultCitation, type HeldBound, ownCitation, type Resolved, type ResolvedRule } from "./resolved.ts"
export { CharterRules, noRules, OwnChoice } from "./rule-choices.ts"
export { PackId, PackRule, Rank, RuleKey, RulePack, ranks } from "./rule-pack.ts"
export { Bound, CountUnit, RuleValue } from "./rule-value.ts"
export { compareValues, type Order, sameValue } from "./value-order.ts"
