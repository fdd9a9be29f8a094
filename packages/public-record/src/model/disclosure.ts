import { Disclosed, DisclosedSection, DisclosureRules, DisclosureStatus } from "@jinlin/core/disclosure"
import { Citation, CivilDate, DeadlineRule, DeadlineStep, Digest, Id, MinuteOfDay, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"

/** A period with what it was counted by: by day, without the minute at which somebody typed. */
export const PublicPeriod = Schema.Struct({
  /** The day that is not counted. */
  from: CivilDate,
  lastDay: CivilDate,
  /** Where it ends, exclusive. */
  end: Schema.Struct({ date: CivilDate, minute: MinuteOfDay }),
  rule: DeadlineRule,
  calendar: Schema.Struct({ id: Text, version: Text }),
  provisional: Schema.Boolean,
  steps: Schema.Array(DeadlineStep),
})
export type PublicPeriod = typeof PublicPeriod.Type

/** One place at which it hangs or hung. */
export const PublicPosting = Schema.Struct({
  number: Schema.Int,
  channel: Id,
  place: Text,
  on: CivilDate,
  /** That it came down, on which day and why; who entered that, when and by which sheet, is not told. */
  takenDown: Schema.NullOr(Schema.Struct({ on: CivilDate, reason: Text })),
})
export type PublicPosting = typeof PublicPosting.Type

/** An objection with its answer, as digests. `from`: it was made against that disclosure, which this one corrects. */
export const PublicObjection = Schema.Struct({
  objection: Id,
  text: Digest,
  on: CivilDate,
  from: Schema.NullOr(Id),
  answered: Schema.NullOr(Schema.Struct({ answer: Digest, on: CivilDate })),
})
export type PublicObjection = typeof PublicObjection.Type

/** One disclosure that was put up. One that never was is in no record. */
export const PublicDisclosure = Schema.Struct({
  disclosure: Id,
  status: DisclosureStatus,
  matter: Id,
  what: Disclosed,
  document: Digest,
  sections: Schema.Array(DisclosedSection),
  audience: Id,
  corrects: Schema.NullOr(Id),
  supersededBy: Schema.NullOr(Id),
  since: CivilDate,
  checkedOn: CivilDate,
  law: Schema.NullOr(Citation),
  recourse: Schema.NullOr(Citation),
  rules: DisclosureRules,
  postings: Schema.Array(PublicPosting),
  period: Schema.NullOr(PublicPeriod),
  objections: Schema.Array(PublicObjection),
  completedOn: Schema.NullOr(CivilDate),
})
export type PublicDisclosure = typeof PublicDisclosure.Type
