import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { MinuteOfDay } from "../kernel/moment-schema.ts"
import { Disclosed, DisclosureStatus } from "./model.ts"

const Ids = Schema.Array(Id)
const Days = Schema.Int
const CivilTime = Schema.Struct({ date: CivilDate, minute: MinuteOfDay })

const refusal = <
  const Tag extends string,
  const Rule extends `DISCLOSURE-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a disclosure refuses. Each case carries what would make it pass. */
export const DisclosureRefusal = Schema.Union([
  /** It is not at the point where this can be done; `allowed` are the points at which it can. */
  refusal("DisclosureAtOtherStage", "DISCLOSURE-1", {
    status: DisclosureStatus,
    allowed: Schema.Array(DisclosureStatus),
  }),
  /** This disclosure is of that matter; another one needs an id of its own. */
  refusal("DisclosureOfAnother", "DISCLOSURE-1", { matter: Id, what: Disclosed }),
  /** A person in a post does this, and this was nobody. */
  refusal("DisclosingPersonMissing", "DISCLOSURE-1", { allowed: Ids }),
  /** Nothing was decided or reported yet that could be published. */
  refusal("NothingToPublish", "DISCLOSURE-2", { matter: Id, what: Disclosed }),
  /** These sections are not the document that was decided or reported, which has the digest `expected`. */
  refusal("NotTheDecidedText", "DISCLOSURE-2", { expected: Digest, got: Digest }),
  /** Everything is blacked out: show at least one of these sections. */
  refusal("NothingShown", "DISCLOSURE-3", { sections: Ids }),
  /** Whoever prepared it, or typed it, does not check it: somebody else must. */
  refusal("CheckedByPreparer", "DISCLOSURE-4", { preparation: Schema.Int }),
  /** This is not what was prepared last: read that, and check that. */
  refusal("NotAsPrepared", "DISCLOSURE-4", { document: Digest, preparation: Schema.Int }),
  /** The rules of this day are not known, or contradict each other: mend the charter first. */
  refusal("DisclosureRulesUnresolved", "DISCLOSURE-5", { on: CivilDate }),
  /** The law asks for more than these rules: at least so many days, and this channel among those required. */
  refusal("RulesBelowLaw", "DISCLOSURE-5", {
    days: Days,
    atLeast: Days,
    channels: Ids,
    channel: Id,
    citation: Citation,
  }),
  /** A sheet may lie for as long as the period lasts, or longer, so that nobody could object: fewer days than `days` would do. */
  refusal("SheetsOutlastPeriod", "DISCLOSURE-5", { sheetDays: Days, days: Days, citation: Citation }),
  /** The day of the posting lies outside of those that would do: `earliest` to `latest`, both of them included. */
  refusal("PostingDayImpossible", "DISCLOSURE-6", {
    on: CivilDate,
    earliest: CivilDate,
    latest: CivilDate,
    since: CivilDate,
    checkedOn: CivilDate,
    days: Days,
    citation: Citation,
  }),
  /** A posting of an earlier day is entered with the digest of the sheet that was signed on it. */
  refusal("SheetMissing", "DISCLOSURE-6", { on: CivilDate, today: CivilDate }),
  /** The work calendar was not handed in, or is none. */
  refusal("CalendarMissing", "DISCLOSURE-8", { on: CivilDate }),
  /** The period would end where the calendar does. */
  refusal("PeriodUncountable", "DISCLOSURE-8", { from: CivilDate, days: Days }),
  /** There is no such posting; `postings` are those there are. */
  refusal("PostingUnknown", "DISCLOSURE-9", { posting: Schema.Int, postings: Schema.Array(Schema.Int) }),
  /** It came down before: that stands. */
  refusal("TakenDownAlready", "DISCLOSURE-9", { posting: Schema.Int, on: CivilDate }),
  /** It came down between the day on which it went up and today, and no longer ago than a sheet may lie. */
  refusal("TakeDownDayImpossible", "DISCLOSURE-9", {
    posting: Schema.Int,
    on: CivilDate,
    earliest: CivilDate,
    latest: CivilDate,
  }),
  /** That something came down on an earlier day is entered with the digest of the sheet that was signed on it. */
  refusal("TakeDownSheetMissing", "DISCLOSURE-9", { posting: Schema.Int, on: CivilDate, today: CivilDate }),
  /** That it hangs after all was to be said by `latest`: put it up again. */
  refusal("HangingConfirmedLate", "DISCLOSURE-9", {
    posting: Schema.Int,
    enteredOn: CivilDate,
    latest: CivilDate,
    days: Days,
    citation: Citation,
  }),
  /**
   * The disclosure is completed, and by this it did not stand to the end of `lastDay`. What is completed stays so: publish it
   * again as a correction.
   */
  refusal("CameDownBeforeTheEnd", "DISCLOSURE-9", { posting: Schema.Int, on: CivilDate, lastDay: CivilDate }),
  /** It is completed: whoever finds it untrue or late turns to whom `citation` names, where a law does, or asks for a correction. */
  refusal("ObjectionAfterCompletion", "DISCLOSURE-10", { completedOn: CivilDate, citation: Schema.NullOr(Citation) }),
  /** It was corrected: the objection is made against the disclosure that took its place. */
  refusal("ObjectionElsewhere", "DISCLOSURE-10", { by: Id }),
  /** The day on which it was received lies outside of those that would do: `earliest` to `latest`, both of them included. */
  refusal("ObjectionDayImpossible", "DISCLOSURE-10", {
    receivedOn: CivilDate,
    earliest: CivilDate,
    latest: CivilDate,
    days: Days,
    citation: Citation,
  }),
  /** An objection of an earlier day is entered with the digest of the sheet that was signed on it. */
  refusal("ObjectionSheetMissing", "DISCLOSURE-10", { receivedOn: CivilDate, today: CivilDate }),
  /** Another objection bears this id. */
  refusal("ObjectionIdTaken", "DISCLOSURE-10", { objection: Id, text: Digest }),
  /** There is no such objection; `open` are those that wait for an answer. */
  refusal("ObjectionUnknown", "DISCLOSURE-11", { objection: Id, open: Ids }),
  /** An answer stands; what is wrong with it is put right by a correction. */
  refusal("AnsweredAlready", "DISCLOSURE-11", { objection: Id, answer: Digest, on: CivilDate }),
  /** No period runs: it stands on none of these channels, on each of which it must. */
  refusal("PeriodNotBegun", "DISCLOSURE-7", { missing: Ids, citation: Citation }),
  /** The period runs until `end`, exclusive; it can be completed from then on. */
  refusal("PeriodStillRuns", "DISCLOSURE-12", { end: CivilTime, lastDay: CivilDate, provisional: Schema.Boolean }),
  /** The period is over, and sheets of its days are still entered: it can be completed on `from`. */
  refusal("SheetsAwaited", "DISCLOSURE-13", { from: CivilDate, days: Days, citation: Citation }),
  /** These objections wait for an answer. */
  refusal("ObjectionsOpen", "DISCLOSURE-12", { objections: Ids }),
  /** There is no disclosure of this id that could be corrected, or that corrects. */
  refusal("DisclosureUnknown", "DISCLOSURE-14", { disclosure: Id }),
  /** Only what is posted or completed can be corrected; `by` has taken the place of one that was corrected before. */
  refusal("NotCorrectable", "DISCLOSURE-14", {
    disclosure: Id,
    status: DisclosureStatus,
    by: Schema.NullOr(Id),
  }),
  /** A correction is of the same matter, of the same kind and for the same audience. */
  refusal("CorrectionDiffers", "DISCLOSURE-14", {
    disclosure: Id,
    field: Schema.Literals(["matter", "what", "audience", "corrects"]),
    expected: Id,
  }),
  /** The correction is not posted yet: the old one stands until it is. */
  refusal("CorrectionNotPosted", "DISCLOSURE-14", { by: Id, status: DisclosureStatus }),
  /** Another correction has taken its place. */
  refusal("AlreadyCorrected", "DISCLOSURE-14", { by: Id }),
  /** What was published is never changed: correct it by a new disclosure. */
  refusal("AlreadyPublished", "DISCLOSURE-14", { status: DisclosureStatus }),
  /** These objections are not answered, and the correction does not know them: raise them against it, or answer them. */
  refusal("ObjectionsNotCarried", "DISCLOSURE-15", { by: Id, objections: Ids }),
  /** It is for nobody for whom anything is published by `citation`; `among` would do. */
  refusal("AudienceUnknown", "DISCLOSURE-20", { audience: Id, among: Ids, citation: Citation }),
])
export type DisclosureRefusal = typeof DisclosureRefusal.Type
