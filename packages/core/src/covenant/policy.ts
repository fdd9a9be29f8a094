import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"

const Days = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 366 }))

/**
 * What a covenant is: the residents' covenant (居民公約), the self-governance charter (自治章程), the management covenant of the
 * owners (管理規約) or the rules of procedure of their assembly (議事規則). A village has the first two too.
 */
export const CovenantKind = Schema.Literals([
  "residents-covenant",
  "self-governance-charter",
  "management-covenant",
  "rules-of-procedure",
])
export type CovenantKind = typeof CovenantKind.Type

/** A clause that a text must have, by its name, and who says so. */
export const RequiredClause = Schema.Struct({ clause: Id, citation: Citation })
export type RequiredClause = typeof RequiredClause.Type

/** Whether a version must be filed, the last day on which it would be in time, and who says so. */
export const FilingDuty = Schema.Struct({
  required: Schema.Boolean,
  lastDay: Schema.NullOr(CivilDate),
  citation: Citation,
})
export type FilingDuty = typeof FilingDuty.Type

/**
 * What holds for a covenant of one kind on one day, resolved from packs and the community's own choices. Each step is taken
 * under the rules of its own day; those of a decision are the rules of the day of the decision (COVENANT-20).
 */
export const CovenantRules = Schema.Struct({
  kind: CovenantKind,
  day: CivilDate,
  /** The packs that were in force on that day. */
  packs: Schema.Array(Text),
  /** For how many calendar days a text lies open for comments at least, the day of the opening not counted. Our default 15. */
  comments: Schema.Struct({ days: Days, citation: Citation }),
  /** What a change needs that nobody asked for after the text was last offered for comments. Our default: a stated reason. */
  unaskedChanges: Schema.Struct({ need: Schema.Literals(["stated-reason", "new-round"]), citation: Citation }),
  /** Clauses that every text must have; none by law. */
  requiredClauses: Schema.Array(RequiredClause),
  /** What a text must not conflict with: the article that a legality check holds it against. */
  conformity: Schema.Struct({ citation: Citation }),
  /** The sets of decision rules under which a body may make, amend and repeal it. */
  makers: Schema.Struct({ sets: Schema.NonEmptyArray(Id), citation: Citation }),
  /** Whether it must be filed, and within how many calendar days after the decision. The days are our default, 30. */
  filing: Schema.Struct({ required: Schema.Boolean, withinDays: Days, citation: Citation }),
})
export type CovenantRules = typeof CovenantRules.Type
