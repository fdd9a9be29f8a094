import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { CivilDeadline } from "../kernel/deadline-schema.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Section } from "../kernel/sections.ts"
import { Text } from "../kernel/text.ts"
import { DisclosureRules } from "./policy.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Whether it tells what was decided, or what came of it. */
export const Disclosed = Schema.Literals(["decision", "result"])
export type Disclosed = typeof Disclosed.Type

/** A section of what is published. `shown` false: it is blacked out, and only its commitment stands there. */
export const DisclosedSection = Schema.Struct({ ...Section.fields, shown: Schema.Boolean })
export type DisclosedSection = typeof DisclosedSection.Type

/** Where a disclosure stands in its life. */
export const DisclosureStatus = Schema.Literals([
  "unprepared",
  "prepared",
  "checked",
  "posted",
  "completed",
  "superseded",
  "abandoned",
])
export type DisclosureStatus = typeof DisclosureStatus.Type

/**
 * Who did something, as random references: the person who typed it, for whom where it was for another, and in which body.
 */
export const Hand = Schema.Struct({ person: Id, onBehalfOf: Schema.NullOr(Id), within: Id })
export type Hand = typeof Hand.Type

/** That it came down again, on which day, and why; the signed sheet where there is one, and the day on which it was entered. */
export const TakenDown = Schema.Struct({
  on: CivilDate,
  reason: Text,
  evidence: Schema.NullOr(Digest),
  enteredOn: CivilDate,
})
export type TakenDown = typeof TakenDown.Type

/** One place at which it was put up. `number` counts the postings of a disclosure from 1. */
export const Posting = Schema.Struct({
  number: Schema.Int,
  /** `notice-board` (居务公开栏), `online`, or what else a community has. */
  channel: Id,
  place: Text,
  on: CivilDate,
  /** The signed sheet, or a photograph; null: nobody kept any. */
  evidence: Schema.NullOr(Digest),
  /** The day on which it was entered, or on which it was found to hang after all. */
  enteredOn: CivilDate,
  takenDown: Schema.NullOr(TakenDown),
})
export type Posting = typeof Posting.Type

/** What somebody has against what was published. `from`: it was made against that disclosure, which this one corrects. */
export const RaisedObjection = Schema.Struct({
  objection: Id,
  text: Digest,
  /** The day on which it was received, and the sheet on which it was written; null: it came today, or was written on none. */
  receivedOn: CivilDate,
  evidence: Schema.NullOr(Digest),
  /** The day on which it was entered. */
  on: CivilDate,
  /** The random reference of who objects; in no view. */
  by: Schema.NullOr(Id),
  from: Schema.NullOr(Id),
})
export type RaisedObjection = typeof RaisedObjection.Type

/** An objection with its answer; null: it waits for one. */
export const Objection = Schema.Struct({
  ...RaisedObjection.fields,
  answered: Schema.NullOr(Schema.Struct({ answer: Digest, on: CivilDate })),
})
export type Objection = typeof Objection.Type

/** One disclosure: of one document, from the day on which it is drawn up to the day on which it has stood long enough. */
export const Disclosure = Schema.Struct({
  status: DisclosureStatus,
  matter: Schema.NullOr(Id),
  what: Schema.NullOr(Disclosed),
  /** The digest of the document, which is the one that was decided or reported; null while nothing is prepared. */
  document: Schema.NullOr(Digest),
  sections: Schema.Array(DisclosedSection),
  /** How often it was prepared; a check is of one preparation. */
  preparation: Count,
  corrects: Schema.NullOr(Id),
  audience: Schema.NullOr(Id),
  /** The day from which what is published has stood. */
  since: Schema.NullOr(CivilDate),
  /** By which law it must be published for as long as the law says; null: by none. Once it is up, as of the day of its first posting. */
  law: Schema.NullOr(Citation),
  /** The article that says to whom a resident turns who finds it untrue or late; null: there is none. */
  recourse: Schema.NullOr(Citation),
  preparedBy: Schema.NullOr(Hand),
  checkedBy: Schema.NullOr(Hand),
  checkedOn: Schema.NullOr(CivilDate),
  /** Those of the day of its first posting. */
  rules: Schema.NullOr(DisclosureRules),
  postings: Schema.Array(Posting),
  /** The period that runs or has run; null: none does, because it stands on no required channel or on some of them only. */
  period: Schema.NullOr(CivilDeadline),
  objections: Schema.Array(Objection),
  completedOn: Schema.NullOr(CivilDate),
  supersededBy: Schema.NullOr(Id),
})
export type Disclosure = typeof Disclosure.Type

/** A disclosure before anybody has drawn it up. */
export const empty: Disclosure = {
  status: "unprepared",
  matter: null,
  what: null,
  document: null,
  sections: [],
  preparation: 0,
  corrects: null,
  audience: null,
  since: null,
  law: null,
  recourse: null,
  preparedBy: null,
  checkedBy: null,
  checkedOn: null,
  rules: null,
  postings: [],
  period: null,
  objections: [],
  completedOn: null,
  supersededBy: null,
}
