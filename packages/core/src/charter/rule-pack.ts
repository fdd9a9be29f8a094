import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { refusalAnnotation } from "../kernel/reading-issues.ts"
import { StepList } from "../kernel/step-list.ts"
import { Text } from "../kernel/text.ts"
import { packFaults } from "./pack-checks.ts"
import { Bound, RuleValue } from "./rule-value.ts"

/** The name of a rule, `set/rule` or `set/rule.part`, such as `representatives-meeting/quorum.heads`. */
export const RuleKey = Schema.String.check(
  Schema.isPattern(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:[-.][a-z0-9]+)*$/u, {
    expected: "a key such as body/quorum.heads",
  }),
  Schema.isMaxLength(128),
)
export type RuleKey = typeof RuleKey.Type

/** The name of a pack with the day from which it holds, such as `cn.urc-law@2026-01-01`. */
export const PackId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9]+(?:[.-][a-z0-9]+)*@\d{4}-\d{2}-\d{2}$/u, {
    expected: "a name such as cn.urc-law@2026-01-01",
  }),
  Schema.isMaxLength(128),
)
export type PackId = typeof PackId.Type

/**
 * What kind of instrument it is, from the one that goes before to the one that gives way: a statute, an interpretation of
 * one by the Supreme People's Court, a local regulation, a profile of ours or of a place.
 */
export const ranks = ["statute", "interpretation", "local-regulation", "profile"] as const
/** The kind of an instrument: one of `ranks`. */
export const Rank = Schema.Literals(ranks)
export type Rank = typeof Rank.Type

/** One rule of a pack. `from` and `to` only where it holds for a shorter time than its pack. */
export const PackRule = Schema.Struct({
  key: RuleKey,
  value: RuleValue,
  bound: Bound,
  citation: Citation,
  from: Schema.optionalKey(CivilDate),
  /** The first day on which it holds no more. */
  to: Schema.optionalKey(CivilDate),
  /** How the article was read, where it can be read in more than one way. */
  note: Schema.optionalKey(Schema.Struct({ "zh-Hans": Text, en: Text })),
})
export type PackRule = typeof PackRule.Type

/** No more than this are read of one pack. Rule CHARTER-17. */
const [mostRules, mostLists] = [2000, 200]

const PackFields = Schema.Struct({
  /** The shape of this file: 1. */
  rulePack: Schema.Literal(1),
  pack: PackId,
  title: Schema.Struct({ "zh-Hans": Text, en: Text }),
  rank: Rank,
  /** Where it holds: `cn`, `cn-bj`; a pack of a place adds to those of the places around it. */
  jurisdiction: Schema.String.check(
    Schema.isPattern(/^[a-z]{2}(?:-[a-z0-9]+)*$/u, { expected: "a place such as cn or cn-fj" }),
  ),
  effectiveFrom: CivilDate,
  /** The first day on which it holds no more; null: no end is known. */
  effectiveTo: Schema.NullOr(CivilDate),
  /** Where these days are known from, and how surely, where the text that `citation` names does not say. */
  datesFrom: Schema.optionalKey(Citation),
  /** Where its text was read, and when. */
  source: Schema.Struct({ text: Text, url: Schema.NullOr(Text), readOn: CivilDate }),
  rules: Schema.Array(PackRule).check(Schema.isMaxLength(mostRules)),
  /** Step lists that it offers; every number in them is in `rules`. */
  stepLists: Schema.Array(StepList).check(Schema.isMaxLength(mostLists)),
  citation: Citation,
})

/** Everything that only the fields of a pack together can be wrong in, each fault at its place. */
const sound = Schema.makeFilter((pack: typeof PackFields.Type) => {
  const faults = packFaults(pack)
  if (faults.length === 0) return undefined
  return faults.map(({ path, refusal }) => ({
    path,
    issue: new SchemaIssue.InvalidValue({ [refusalAnnotation]: refusal }),
  }))
})

/** Law, a reading of it, or a profile, as dated and cited data. Rules PACK-1 to PACK-6. */
export const RulePack = PackFields.check(sound)
export type RulePack = typeof RulePack.Type
