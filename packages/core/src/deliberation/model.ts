import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { BallotMode, DecisionRules } from "../kernel/decision-rules.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Finding } from "../kernel/finding.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { PlannedSteps } from "./policy.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** The steps of a matter, and the name of the list that they were taken from. */
export const MatterPlan = Schema.Struct({ list: Id, ...PlannedSteps.fields })
export type MatterPlan = typeof MatterPlan.Type

/** Heads, and exclusive floor area in whole square centimetres. */
export const Weight = Schema.Struct({ heads: Count, area: Count })
export type Weight = typeof Weight.Type

/**
 * Somebody who may vote. `person` is the random reference to who votes for it, null where nobody is named (an unsold
 * dwelling's developer votes through whoever is named). `kind` is read by the rule on composition (`representative`).
 */
export const Voter = Schema.Struct({
  voter: Id,
  person: Schema.NullOr(Id),
  heads: Count,
  area: Count,
  kind: Schema.NullOr(Id),
})
export type Voter = typeof Voter.Type

export const Choice = Schema.Literals(["for", "against", "abstain"])
/** What a voter may choose. */
export type Choice = typeof Choice.Type

/** What is put to the vote: that the text is adopted, that it is changed into another, or that the matter goes back. */
export const Motion = Schema.Union([
  Schema.TaggedStruct("Adopt", {}),
  Schema.TaggedStruct("Amend", { text: Digest }),
  Schema.TaggedStruct("Return", { to: Id }),
])
export type Motion = typeof Motion.Type

/** One proxy: `by` votes for `voter`; both are voters of the roll. */
export const ProxyVote = Schema.Struct({ voter: Id, by: Id })
export type ProxyVote = typeof ProxyVote.Type

/** A voter who takes no part because of an interest in the matter. */
export const Recusal = Schema.Struct({ voter: Id, reason: Text })
export type Recusal = typeof Recusal.Type

/** A paper ballot that says nothing that can be counted, kept with the reason. */
export const VoidBallot = Schema.Struct({ voter: Id, reason: Text })
export type VoidBallot = typeof VoidBallot.Type

/** Votes that were taken down by name: hands of an open vote, or ballot papers that bear names. */
export const NamedVotes = Schema.Struct({
  for: Schema.Array(Id),
  against: Schema.Array(Id),
  abstain: Schema.Array(Id),
  void: Schema.Array(VoidBallot),
})
export type NamedVotes = typeof NamedVotes.Type

/** Votes that were counted and not taken down by name, in heads. */
export const CountedVotes = Schema.Struct({ for: Count, against: Count, abstain: Count, void: Count })
export type CountedVotes = typeof CountedVotes.Type

/** Why a ballot that arrived was not counted. It is kept, with this reason. */
export const SetAsideReason = Schema.Literals([
  "not-on-roll",
  "recused",
  "early",
  "late",
  "void",
  "superseded",
  "not-entitled-to-cast",
])
export type SetAsideReason = typeof SetAsideReason.Type

/** How a ballot came in: over a login, on a paper that a clerk entered, or in a record of the meeting that a clerk took down. */
export const CameBy = Schema.Literals(["online", "paper", "record"])
export type CameBy = typeof CameBy.Type

/** A ballot that arrived and was not counted. */
export const SetAside = Schema.Struct({ voter: Id, reason: SetAsideReason, channel: CameBy })
export type SetAside = typeof SetAside.Type

/** What a ballot came to, in heads and area; `members` is the whole roll, `entitled` the roll without those recused. */
export const Tally = Schema.Struct({
  members: Weight,
  entitled: Weight,
  present: Weight,
  /** Ballots that arrived in time, one of each voter, void ones included. */
  cast: Weight,
  valid: Weight,
  for: Weight,
  against: Weight,
  abstain: Weight,
  /** Of those entitled, who did not vote. */
  silent: Weight,
})
export type Tally = typeof Tally.Type

/** The smallest single change that would have turned the outcome; `voters` is how many would have to make it. */
export const Flip = Schema.Struct({
  change: Schema.Literals([
    "others-vote-for",
    "silent-vote-for",
    "silent-vote-against",
    "for-vote-against",
    "more-come",
  ]),
  voters: Count,
})
export type Flip = typeof Flip.Type

/** Everything that explains what a body decided. `passes` is that every finding holds. */
export const Judgement = Schema.Struct({
  passes: Schema.Boolean,
  tally: Tally,
  findings: Schema.Array(Finding),
  flips: Schema.Array(Flip),
  setAside: Schema.Array(SetAside),
})
export type Judgement = typeof Judgement.Type

/**
 * That the law of the step changed between its call and now, and by which explicit choice the matter went on. `changed`
 * names the parts of the rules that differ, such as `quorum`; `set` alone where the law of that day has no such set.
 */
export const Rebasing = Schema.Struct({
  onto: Schema.Literals(["law-of-call", "law-of-today"]),
  changed: Schema.Array(Text),
  /** The law of the day of the choice; when that of a later day differs, it is asked again. Null: that day had no such set. */
  against: Schema.NullOr(DecisionRules),
  /** The rules of the call. */
  ofCall: DecisionRules,
  on: CivilDate,
  reason: Text,
})
export type Rebasing = typeof Rebasing.Type

/** The vote that a sitting takes. It is open from `openedOn` to the end of `closesOn`. */
export const OpenBallot = Schema.Struct({
  mode: BallotMode,
  motion: Motion,
  openedOn: CivilDate,
  /** Milliseconds since 1970; what arrived before is not of this ballot. */
  openedAt: Schema.Int,
  closesOn: CivilDate,
  extended: Count,
  /** Milliseconds since 1970, and the day; null while it is open. */
  closedAt: Schema.NullOr(Schema.Int),
  closedOn: Schema.NullOr(CivilDate),
})
export type OpenBallot = typeof OpenBallot.Type

/** One sitting of one body on the matter. `round` numbers the sittings of a matter from 1, and names its ballots. */
export const Sitting = Schema.Struct({
  round: Schema.Int,
  step: Id,
  rules: DecisionRules,
  calledOn: CivilDate,
  sitsOn: CivilDate,
  /** Why it was called at shorter notice; null: it was not. */
  urgent: Schema.NullOr(Text),
  /** Who called it; null: nobody did, it was the system. */
  calledBy: Schema.NullOr(Id),
  /** Who opened its ballot, put it off or closed it, each once. */
  presided: Schema.Array(Id),
  rebased: Schema.NullOr(Rebasing),
  roll: Schema.Array(Voter),
  recusals: Schema.Array(Recusal),
  proxies: Schema.Array(ProxyVote),
  /** Voters that are present, in person or by proxy. */
  present: Schema.Array(Id),
  /** How many are present, where they were counted and not taken down by name. */
  presentCount: Schema.NullOr(Count),
  ballot: Schema.NullOr(OpenBallot),
  named: Schema.NullOr(NamedVotes),
  counted: Schema.NullOr(CountedVotes),
})
export type Sitting = typeof Sitting.Type

/** A step that passed a text. It lapses when the text is amended or the matter goes back before it. */
export const Passed = Schema.Struct({ step: Id, round: Schema.Int, text: Digest, on: CivilDate })
export type Passed = typeof Passed.Type

/** What stays of a sitting that is over. */
export const ClosedSitting = Schema.Struct({
  round: Schema.Int,
  step: Id,
  outcome: Schema.Literals(["passed", "amended", "returned", "lost", "heard", "cancelled", "annulled"]),
  /** The signed register, once it is filed. */
  register: Schema.NullOr(Digest),
})
export type ClosedSitting = typeof ClosedSitting.Type

/** One matter on its way through the bodies that decide it. */
export const Matter = Schema.Struct({
  status: Schema.Literals(["unopened", "open", "decided", "rejected", "withdrawn"]),
  plan: Schema.NullOr(MatterPlan),
  title: Schema.NullOr(Text),
  /** What it is about, as the packs name it, such as `raising-of-maintenance-funds`; null: nothing that a law assigns. */
  about: Schema.NullOr(Id),
  /** Who put it forward, and in which body. */
  proposer: Schema.NullOr(Schema.Struct({ person: Id, within: Id })),
  text: Schema.NullOr(Digest),
  /** 1 for the text of the opening, and one more with each amendment. */
  revision: Count,
  /** The step whose turn it is; null: none, the matter has ended. */
  at: Schema.NullOr(Id),
  passed: Schema.Array(Passed),
  sitting: Schema.NullOr(Sitting),
  closed: Schema.Array(ClosedSitting),
})
export type Matter = typeof Matter.Type

/** A matter before anybody has put it forward. */
export const empty: Matter = {
  status: "unopened",
  plan: null,
  title: null,
  about: null,
  proposer: null,
  text: null,
  revision: 0,
  at: null,
  passed: [],
  sitting: null,
  closed: [],
}
