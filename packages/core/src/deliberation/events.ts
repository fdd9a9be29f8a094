import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { DecisionRules } from "../kernel/decision-rules.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Finding } from "../kernel/finding.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { CountedVotes, Judgement, MatterPlan, Motion, NamedVotes, OpenBallot, Voter } from "./model.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Which sitting it happened in. */
const at = { round: Schema.Int, step: Id }

/** Who did it, presiding; null: nobody, it fell due. Kept so that nobody who led a sitting annuls its ballot. */
const by = Schema.NullOr(Id)

/** What a body decided, with everything that explains it: by which rules, on which text, with what result. */
const decision = {
  ...at,
  text: Digest,
  revision: Schema.Int,
  motion: Motion,
  set: Id,
  packs: Schema.Array(Text),
  judgement: Judgement,
  /** Where the law changed after the call: that it did, and what was chosen. */
  lawChange: Schema.NullOr(Finding),
  on: CivilDate,
}

/** What has happened to a matter. Stored for ever: add cases, never rename one. */
export const DeliberationEvent = Schema.Union([
  Schema.TaggedStruct("MatterOpened", {
    title: Text,
    /** Its subject as the packs name it; null: nothing that a law assigns. */
    about: Schema.NullOr(Id),
    text: Digest,
    plan: MatterPlan,
    proposer: Schema.Struct({ person: Id, within: Id }),
    on: CivilDate,
  }),
  /** The rules of the day of the call: by them the sitting is judged, whatever changes later. */
  Schema.TaggedStruct("StepCalled", {
    ...at,
    rules: DecisionRules,
    calledOn: CivilDate,
    sitsOn: CivilDate,
    urgent: Schema.NullOr(Text),
    by,
  }),
  Schema.TaggedStruct("CallCancelled", { ...at, reason: Text, on: CivilDate }),
  Schema.TaggedStruct("RollEntered", { ...at, sitsOn: CivilDate, voters: Schema.Array(Voter) }),
  Schema.TaggedStruct("RollStruck", { ...at, voters: Schema.Array(Id), reason: Text }),
  Schema.TaggedStruct("VoterRecused", { ...at, voter: Id, reason: Text }),
  Schema.TaggedStruct("ProxyGranted", { ...at, voter: Id, by: Id }),
  Schema.TaggedStruct("ProxyRevoked", { ...at, voter: Id }),
  Schema.TaggedStruct("AttendanceRecorded", { ...at, present: Schema.Array(Id) }),
  Schema.TaggedStruct("HeadcountRecorded", { ...at, present: Count }),
  /** From here on roll, weights, proxies and rules stand. `roll` is how many there are on it, `digest` what they are. */
  Schema.TaggedStruct("BallotOpened", { ...at, ballot: OpenBallot, roll: Count, digest: Digest, by }),
  Schema.TaggedStruct("VotesRecorded", { ...at, votes: NamedVotes, onBehalfOf: Schema.NullOr(Id) }),
  Schema.TaggedStruct("CountsRecorded", { ...at, votes: CountedVotes, onBehalfOf: Schema.NullOr(Id) }),
  Schema.TaggedStruct("BallotExtended", {
    ...at,
    before: CivilDate,
    closesOn: CivilDate,
    reason: Text,
    on: CivilDate,
    by,
  }),
  Schema.TaggedStruct("BallotClosed", { ...at, closedAt: Schema.Int, on: CivilDate, by }),
  /** The vote ends without a result, whatever was cast: nothing was decided, and the step may be called anew. */
  Schema.TaggedStruct("BallotAnnulled", { ...at, reason: Text, on: CivilDate }),
  /** The body passed the motion to adopt: the next step may be called, or the matter is decided. */
  Schema.TaggedStruct("StepPassed", decision),
  /** The motion did not pass; `consequence` is what becomes of the matter. */
  Schema.TaggedStruct("StepLost", {
    ...decision,
    consequence: Schema.Union([
      Schema.TaggedStruct("Rejected", {}),
      Schema.TaggedStruct("Returned", { to: Id, lapsed: Schema.Array(Id) }),
      Schema.TaggedStruct("Stays", {}),
    ]),
  }),
  /** The body passed a motion to amend: approvals of the old text lapse. */
  Schema.TaggedStruct("TextAmended", { ...decision, newText: Digest, restartsAt: Id, lapsed: Schema.Array(Id) }),
  /** The body passed a motion to send the matter back. */
  Schema.TaggedStruct("MatterReturned", { ...decision, to: Id, lapsed: Schema.Array(Id) }),
  /** A body that is heard gave its opinion; the step is done. */
  Schema.TaggedStruct("OpinionRecorded", {
    ...at,
    text: Digest,
    opinion: Digest,
    favours: Schema.Boolean,
    reason: Text,
    lawChange: Schema.NullOr(Finding),
    on: CivilDate,
  }),
  Schema.TaggedStruct("StepRebased", {
    ...at,
    onto: Schema.Literals(["law-of-call", "law-of-today"]),
    /** By these it is judged from now on. */
    rules: DecisionRules,
    /** The parts of the rules that had changed. */
    changed: Schema.Array(Text),
    /** The law of that day; null: it had no such set. */
    against: Schema.NullOr(DecisionRules),
    reason: Text,
    on: CivilDate,
  }),
  /** The last step passed. */
  Schema.TaggedStruct("MatterDecided", { text: Digest, revision: Schema.Int, on: CivilDate }),
  Schema.TaggedStruct("MatterRejected", { step: Id, on: CivilDate }),
  Schema.TaggedStruct("MatterWithdrawn", { reason: Text, on: CivilDate }),
  Schema.TaggedStruct("RegisterFiled", { ...at, register: Digest, on: CivilDate }),
])
export type DeliberationEvent = typeof DeliberationEvent.Type
