import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { BallotMode } from "../kernel/decision-rules.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Finding } from "../kernel/finding.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"

const Ids = Schema.Array(Id)
const Days = Schema.Int
const Modes = Schema.Array(BallotMode)

const refusal = <
  const Tag extends string,
  const Rule extends `DELIBERATION-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a deliberation refuses. Each case carries what would make it pass. */
export const DeliberationRefusal = Schema.Union([
  /** Only an open matter takes this; `status` says which way it is not open. */
  refusal("MatterNotOpen", "DELIBERATION-1", {
    status: Schema.Literals(["unopened", "decided", "rejected", "withdrawn"]),
  }),
  /** A matter is put forward once; another one needs an id of its own. */
  refusal("MatterAlreadyOpened", "DELIBERATION-1", {
    status: Schema.Literals(["open", "decided", "rejected", "withdrawn"]),
  }),
  /** A matter is put forward by a person in a post, and this was nobody. */
  refusal("ProposerMissing", "DELIBERATION-1", { allowed: Ids }),
  /** Two steps of the plan bear one name. */
  refusal("StepNamedTwice", "DELIBERATION-2", { step: Id }),
  /** The plan is not the list of this name, as the charter has it today; `steps` are those of that list, none where it has no such list. */
  refusal("PlanNotOfCharter", "DELIBERATION-25", { list: Id, on: CivilDate, steps: Ids }),
  /** A step sends the matter to a step that is not its own and not before it; `allowed` are the steps to which it may. */
  refusal("NoEarlierStep", "DELIBERATION-2", {
    step: Id,
    place: Schema.Literals(["returnsTo", "whenLost", "amendedRestartsAt"]),
    to: Id,
    allowed: Ids,
  }),
  /** The matter has no step of this name, but `steps`. */
  refusal("StepUnknown", "DELIBERATION-3", { step: Id, steps: Ids }),
  /** It is the turn of the step `at`, not of this one. */
  refusal("NotItsTurn", "DELIBERATION-3", { step: Id, at: Id }),
  /** One sitting at a time: this one is not over. Decide it, or cancel its call. */
  refusal("SittingNotOver", "DELIBERATION-3", { round: Schema.Int, step: Id }),
  /** No body is called to sit: the step `at` must be called first. */
  refusal("NoSitting", "DELIBERATION-3", { at: Id }),
  /** This step does not sit under that set of rules; `sets` are those under which it may. */
  refusal("SetNotOfStep", "DELIBERATION-3", { step: Id, set: Id, sets: Ids }),
  /**
   * This set does not decide what the matter is about, but `subjects`. `assigned` says which set decides it, and where that is
   * said; null: the law of the day gives the body no such subject. Call the right set, or put the matter forward as what it is.
   */
  refusal("SubjectNotOfSet", "DELIBERATION-28", {
    about: Schema.NullOr(Id),
    set: Id,
    subjects: Ids,
    assigned: Schema.NullOr(Schema.Struct({ set: Id, citation: Citation })),
  }),
  /** The sitting is too near. `earliest` is the first day that would do; `urgent`: the rules let a reason shorten the notice. */
  refusal("NoticeTooShort", "DELIBERATION-4", {
    sitsOn: CivilDate,
    days: Days,
    earliest: CivilDate,
    urgent: Schema.Boolean,
    citation: Citation,
  }),
  /** The Party organization must have passed this text before; `steps` are the steps of the plan that can do so. */
  refusal("PartyStudyMissing", "DELIBERATION-5", { text: Digest, steps: Ids, citation: Citation }),
  /** The community's rules of this day give no such set, or contradict each other in it: mend the charter first. */
  refusal("LawUnresolved", "DELIBERATION-6", { set: Id, on: CivilDate }),
  /** The rules are not those of the call any more, in the parts that `changed` names: re-base the step first. */
  refusal("LawHasChanged", "DELIBERATION-6", { set: Id, calledOn: CivilDate, changed: Schema.Array(Text) }),
  /** The rules are those of the call: there is nothing to re-base. */
  refusal("LawHasNotChanged", "DELIBERATION-6", { set: Id, calledOn: CivilDate }),
  /** Rules are frozen when the ballot opens: after that only `onto: "law-of-call"` is possible. */
  refusal("RulesAreFrozen", "DELIBERATION-6", { round: Schema.Int }),
  /** It was chosen that the sitting keeps to the law of its call: it stays under that, or is called anew. */
  refusal("KeepsToItsCall", "DELIBERATION-6", { round: Schema.Int }),
  /** Under the rules of today the call was too late for its day: cancel it and call anew, for `earliest` or later. */
  refusal("NoticeNotKept", "DELIBERATION-6", {
    calledOn: CivilDate,
    sitsOn: CivilDate,
    days: Days,
    earliest: CivilDate,
    citation: Citation,
  }),
  /** Roll, recusals and proxies stand since the ballot opened. */
  refusal("RollIsFrozen", "DELIBERATION-7", { round: Schema.Int, openedOn: CivilDate }),
  /** Nobody is on the roll: enter it first. */
  refusal("RollIsEmpty", "DELIBERATION-7", { round: Schema.Int }),
  /** These are not on the roll of the sitting. */
  refusal("NotOnRoll", "DELIBERATION-7", { voters: Ids }),
  /** A voter stands twice in one command. */
  refusal("VoterNamedTwice", "DELIBERATION-7", { voter: Id }),
  /** More heads or area than one voter can have. */
  refusal("WeightTooLarge", "DELIBERATION-7", {
    voter: Id,
    measure: Schema.Literals(["heads", "area"]),
    got: Schema.Int,
    atMost: Schema.Int,
  }),
  /** All voters together have more heads or area than can be counted exactly. */
  refusal("RollTooLarge", "DELIBERATION-7", {
    measure: Schema.Literals(["heads", "area"]),
    atMost: Schema.Int,
  }),
  /** A recused voter takes no part: it neither gives a proxy nor holds one, and does not vote. */
  refusal("VoterIsRecused", "DELIBERATION-8", { voter: Id }),
  /** Nobody is a proxy for itself. */
  refusal("ProxyForItself", "DELIBERATION-9", { voter: Id }),
  /** The voter gave its proxy to another: revoke that first. */
  refusal("ProxyGivenAlready", "DELIBERATION-9", { voter: Id, by: Id }),
  /** Somebody who gave its vote away cannot vote for others, nor the other way round; `grants` stand in the way. */
  refusal("ProxyChain", "DELIBERATION-9", {
    voter: Id,
    by: Id,
    grants: Schema.Array(Schema.Struct({ voter: Id, by: Id })),
  }),
  /** One person votes for no more others than `cap`; `holds` are those it votes for already. */
  refusal("ProxyCapReached", "DELIBERATION-9", { by: Id, cap: Schema.Int, holds: Ids, citation: Citation }),
  /** The sitting is on a later day. */
  refusal("SittingNotBegun", "DELIBERATION-10", { sitsOn: CivilDate, today: CivilDate }),
  /** Attendance of this sitting is taken the other way. */
  refusal("AttendanceTakenOtherwise", "DELIBERATION-10", { taken: Schema.Literals(["by-name", "by-count"]) }),
  /** More are said to be present than may take part. */
  refusal("MorePresentThanEntitled", "DELIBERATION-10", { present: Schema.Int, atMost: Schema.Int }),
  /** Who is present stands since the ballot opened; whoever comes later is there by voting under its name. */
  refusal("PresenceIsFrozen", "DELIBERATION-10", { round: Schema.Int, openedOn: CivilDate }),
  /** The body is not made up as it must be; the finding says how many are missing. */
  refusal("CompositionFails", "DELIBERATION-11", { finding: Finding }),
  /** The body cannot sit: too few are present. The findings say how many are missing. */
  refusal("NoQuorum", "DELIBERATION-11", { findings: Schema.Array(Finding) }),
  /** The rules of the sitting do not let it vote in this way; `modes` are those that they do. */
  refusal("ModeNotAllowed", "DELIBERATION-12", { mode: BallotMode, modes: Modes, citation: Citation }),
  /** In this way a voter would be known by its weight, or weights could not be counted: take another of `modes`. */
  refusal("WeightsIdentify", "DELIBERATION-12", { mode: BallotMode, modes: Modes }),
  /** Votes are not taken down like this in a ballot of this mode; `modes` are those in which they are. */
  refusal("NotRecordedThisWay", "DELIBERATION-12", { mode: BallotMode, modes: Modes }),
  /** Votes in heads cannot say how much area, or whose several heads, were for it: take them down by name. */
  refusal("CountsNeedEqualHeads", "DELIBERATION-12", { round: Schema.Int }),
  /**
   * Whoever annuls a ballot neither votes in it nor led its sitting; `as` says what this person has to do with it. Another
   * person who oversees the body may.
   */
  refusal("OverseerTakesPart", "DELIBERATION-26", {
    round: Schema.Int,
    as: Schema.Array(Schema.Literals(["on-the-roll", "votes-for-another", "called", "presided"])),
  }),
  /** The body is heard and decides nothing: record its opinion. */
  refusal("BodyIsHeard", "DELIBERATION-13", { step: Id, set: Id }),
  /** The body may not amend. */
  refusal("BodyMayNotAmend", "DELIBERATION-13", { step: Id }),
  /** The amendment is the text itself. */
  refusal("TextUnchanged", "DELIBERATION-13", { text: Digest }),
  /** The body may not send the matter there; `allowed` are the steps to which it may. */
  refusal("MayNotReturnTo", "DELIBERATION-13", { step: Id, to: Id, allowed: Ids }),
  /** A ballot of this sitting is open or over already. */
  refusal("BallotAlreadyOpened", "DELIBERATION-14", { round: Schema.Int, openedOn: CivilDate }),
  /** No ballot of this sitting is open: it was not opened, or it is closed. */
  refusal("BallotNotOpen", "DELIBERATION-14", { round: Schema.Int, phase: Schema.Literals(["called", "closed"]) }),
  /** A ballot closes today or later. */
  refusal("ClosesInPast", "DELIBERATION-14", { closesOn: CivilDate, earliest: CivilDate }),
  /** A ballot closes so many days after its opening at most; `latest` is the last day that would do. */
  refusal("BallotTooLong", "DELIBERATION-27", { closesOn: CivilDate, days: Days, latest: CivilDate }),
  /** The votes of this sitting are recorded already; a record stands. */
  refusal("VotesAlreadyRecorded", "DELIBERATION-14", { round: Schema.Int }),
  /** Whoever types votes says for whom: name the person in `onBehalfOf`, such as whoever presides. */
  refusal("OnBehalfMissing", "DELIBERATION-22", { post: Id, within: Id }),
  /** More voted than could: `atMost` are present, or entitled where nobody was taken down. */
  refusal("MoreVotesThanVoters", "DELIBERATION-14", { votes: Schema.Int, atMost: Schema.Int }),
  /** A ballot is only put off: to a day after this one. */
  refusal("ExtensionNotLater", "DELIBERATION-15", { closesOn: CivilDate, asked: CivilDate }),
  /** A ballot may be put off by so many days at a time; `latest` is the last day that would do. */
  refusal("ExtensionTooLong", "DELIBERATION-15", {
    asked: CivilDate,
    days: Days,
    latest: CivilDate,
    citation: Citation,
  }),
  /** The ballot was put off as often as it may be. */
  refusal("NoExtensionLeft", "DELIBERATION-15", { times: Schema.Int, citation: Citation }),
  /** The last day of the ballot is over: it cannot be put off any more. */
  refusal("BallotPeriodOver", "DELIBERATION-15", { closesOn: CivilDate, today: CivilDate }),
  /** Ballots may still arrive: it is closed on `earliest` or later. */
  refusal("BallotStillRuns", "DELIBERATION-16", { closesOn: CivilDate, earliest: CivilDate }),
  /** Nothing is recorded of a vote that only a record can tell: record the votes, or their counts. */
  refusal("VotesMissing", "DELIBERATION-16", { round: Schema.Int, mode: BallotMode }),
  /** A step is decided after its ballot is closed. */
  refusal("BallotNotClosed", "DELIBERATION-17", { round: Schema.Int, phase: Schema.Literals(["called", "open"]) }),
  /** The ballots that arrived were not handed in, so that nobody can count. */
  refusal("BallotsNotGathered", "DELIBERATION-17", {
    round: Schema.Int,
    missing: Schema.Literals(["ballots", "box"]),
  }),
  /** The box holds another number of ballots than voters voted: an auditor must look before anybody decides. */
  refusal("BoxDisagrees", "DELIBERATION-17", { round: Schema.Int, voted: Schema.Int, inBox: Schema.Int }),
  /** Under these rules the body decides by a vote: open a ballot. */
  refusal("BodyDecides", "DELIBERATION-19", { step: Id, set: Id }),
  /** The matter would end without anybody having decided it: call this step under another of `sets`, or return before. */
  refusal("NobodyDecided", "DELIBERATION-19", { step: Id, sets: Ids }),
  /** While a ballot is not decided, nobody takes the matter back. */
  refusal("BallotUndecided", "DELIBERATION-20", { round: Schema.Int, step: Id }),
  /** The matter has no such sitting that was held and is over; `rounds` are those. */
  refusal("RoundNotOver", "DELIBERATION-21", { round: Schema.Int, rounds: Schema.Array(Schema.Int) }),
])
export type DeliberationRefusal = typeof DeliberationRefusal.Type
