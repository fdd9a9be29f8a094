import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { BallotMode } from "../kernel/decision-rules.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { CountedVotes, MatterPlan, Motion, NamedVotes, Voter } from "./model.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** What may be asked of a matter. `text` is always the digest of the document that is decided on. */
export const DeliberationCommand = Schema.Union([
  /**
   * Put a matter forward. Its steps are settled now; their numbers are those of the day on which each is called. `about` is its
   * subject as the packs name it, such as `raising-of-maintenance-funds`; null: nothing that a law assigns.
   */
  Schema.TaggedStruct("OpenMatter", { title: Text, about: Schema.NullOr(Id), text: Digest, plan: MatterPlan }),
  /** Call the body of a step to sit. `set` is the set of rules it sits under; `urgent` says why the notice is short. */
  Schema.TaggedStruct("CallStep", { step: Id, set: Id, sitsOn: CivilDate, urgent: Schema.NullOr(Text) }),
  Schema.TaggedStruct("CancelCall", { reason: Text }),
  /** Enter voters, or enter them anew, until the ballot opens; a long roll comes in parts. */
  Schema.TaggedStruct("EnterRoll", { voters: Schema.NonEmptyArray(Voter) }),
  Schema.TaggedStruct("StrikeFromRoll", { voters: Schema.NonEmptyArray(Id), reason: Text }),
  Schema.TaggedStruct("RecuseVoter", { voter: Id, reason: Text }),
  Schema.TaggedStruct("GrantProxy", { voter: Id, by: Id }),
  Schema.TaggedStruct("RevokeProxy", { voter: Id }),
  /** Who is present, by name; each call adds to those before. */
  Schema.TaggedStruct("RecordAttendance", { present: Schema.NonEmptyArray(Id) }),
  /** How many are present, where nobody was taken down by name. */
  Schema.TaggedStruct("RecordHeadcount", { present: Count }),
  /** Put a motion to the vote. The roll, its weights and the rules are frozen from now on. */
  Schema.TaggedStruct("OpenBallot", { motion: Motion, mode: BallotMode, closesOn: CivilDate }),
  /** Votes as a clerk took them down by name, on behalf of the meeting: raised hands, or papers that bear names. */
  Schema.TaggedStruct("RecordVotes", NamedVotes.fields),
  /** Votes as they were counted, in heads. */
  Schema.TaggedStruct("RecordCounts", CountedVotes.fields),
  Schema.TaggedStruct("ExtendBallot", { closesOn: CivilDate, reason: Text }),
  Schema.TaggedStruct("CloseBallot", {}),
  /** End a ballot without a result: a wrong last day, or a box that disagrees. Its votes are counted by nobody. */
  Schema.TaggedStruct("AnnulBallot", { reason: Text }),
  /** Count what was cast, hold it against the rules of the call, and draw the consequence. */
  Schema.TaggedStruct("DecideStep", {}),
  /** What a body that is only heard came to think, as a document; `favours`: it would have the matter go on. */
  Schema.TaggedStruct("RecordOpinion", { opinion: Digest, favours: Schema.Boolean, reason: Text }),
  /** The law of the sitting has changed since its call: keep to that of the call, or sit under that of today. */
  Schema.TaggedStruct("RebaseStep", { onto: Schema.Literals(["law-of-call", "law-of-today"]), reason: Text }),
  Schema.TaggedStruct("WithdrawMatter", { reason: Text }),
  /** The signed register of a sitting that is over, as a document. */
  Schema.TaggedStruct("FileRegister", { round: Schema.Int, register: Digest }),
])
export type DeliberationCommand = typeof DeliberationCommand.Type
