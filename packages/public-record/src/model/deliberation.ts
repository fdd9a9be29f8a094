import { MatterPlan, Motion, SetAsideReason } from "@jinlin/core/deliberation"
import { BallotMode, CivilDate, DecisionRules, Digest, Finding, Id, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const told = Schema.NullOr(Count)

/** A tally in one measure, heads or whole square centimetres; null: it is not told. Rules RECORD-4 and RECORD-5. */
export const Column = Schema.Struct({
  members: told,
  entitled: told,
  present: told,
  cast: told,
  valid: told,
  for: told,
  against: told,
  abstain: told,
  silent: told,
})
export type Column = typeof Column.Type

/** Why something of a count is not told. */
export const Withheld = Schema.Literals(["few-secret-ballots", "told-apart-by-heads", "told-apart-by-area"])
export type Withheld = typeof Withheld.Type

/** What a vote came to in numbers. */
export const PublicCounts = Schema.Struct({
  heads: Column,
  /** Null: nobody on the roll has any area. */
  area: Schema.NullOr(Column),
  withheld: Schema.Array(Withheld),
})
export type PublicCounts = typeof PublicCounts.Type

/** A ballot that was put off: from which last day to which, why and when. */
export const Extension = Schema.Struct({ before: CivilDate, closesOn: CivilDate, reason: Text, on: CivilDate })
export type Extension = typeof Extension.Type

/** The vote of a sitting. `closesOn` is its last day as it stood in the end. */
export const PublicBallot = Schema.Struct({
  mode: BallotMode,
  motion: Motion,
  openedOn: CivilDate,
  closesOn: CivilDate,
  extensions: Schema.Array(Extension),
  closedOn: Schema.NullOr(CivilDate),
})
export type PublicBallot = typeof PublicBallot.Type

/** That the law changed between call and decision, and which law it was judged by. */
export const PublicRebasing = Schema.Struct({
  onto: Schema.Literals(["law-of-call", "law-of-today"]),
  changed: Schema.Array(Text),
  against: Schema.NullOr(DecisionRules),
  ofCall: DecisionRules,
  on: CivilDate,
  reason: Text,
})
export type PublicRebasing = typeof PublicRebasing.Type

/** What came of a sitting. `rejected` and `sent-back`: it was lost, and this is what the plan says follows. */
export const SittingResult = Schema.Literals([
  "open",
  "passed",
  "amended",
  "returned",
  "lost",
  "rejected",
  "sent-back",
  "heard",
  "cancelled",
  "annulled",
])
export type SittingResult = typeof SittingResult.Type

/**
 * How many stand on the roll, are recused, and let somebody else vote for them: voters, not heads. `heads`: for how many each of
 * them counts, where all count alike; null: they do not, or the roll was not read yet.
 */
export const PublicRoll = Schema.Struct({ voters: Count, heads: told, recused: Count, byProxy: Count })
export type PublicRoll = typeof PublicRoll.Type

/** One sitting of one body, without anybody in it. */
export const PublicSitting = Schema.Struct({
  round: Schema.Int,
  step: Id,
  /** Those by which it is, or was, judged. */
  rules: DecisionRules,
  calledOn: CivilDate,
  sitsOn: CivilDate,
  urgent: Schema.NullOr(Text),
  rebased: Schema.NullOr(PublicRebasing),
  /** The text that lay before it. */
  text: Digest,
  revision: Schema.Int,
  roll: PublicRoll,
  /** Of a body that is heard, how many could come and came, in heads; null where that is not told. */
  attendance: Schema.NullOr(Schema.Struct({ entitled: Count, present: Count })),
  ballot: Schema.NullOr(PublicBallot),
  result: SittingResult,
  /** The day on which it was over; null: it is not. */
  on: Schema.NullOr(CivilDate),
  counts: Schema.NullOr(PublicCounts),
  /** What came of each rule. Facts that would tell what `counts` does not are left out. */
  findings: Schema.Array(Finding),
  /** Ballots that were not counted, by reason. */
  setAside: Schema.Array(Schema.Struct({ reason: SetAsideReason, ballots: Count })),
  lawChange: Schema.NullOr(Finding),
  /** The step to which the matter went back. */
  wentTo: Schema.NullOr(Id),
  /** The steps whose approval lapsed by it. */
  lapsed: Schema.Array(Id),
  /** Of a body that is heard: its opinion, and whether it would have the matter go on. */
  opinion: Schema.NullOr(Schema.Struct({ document: Digest, favours: Schema.Boolean })),
  because: Schema.NullOr(Text),
  /** The signed register. */
  register: Schema.NullOr(Digest),
})
export type PublicSitting = typeof PublicSitting.Type

/** One deliberation: what was asked, through which bodies it went, and what came of it. */
export const PublicDeliberation = Schema.Struct({
  matter: Id,
  title: Text,
  about: Schema.NullOr(Id),
  plan: MatterPlan,
  openedOn: CivilDate,
  /** The text with which it was put forward, and the one that it has now or was decided. */
  openedWith: Digest,
  text: Digest,
  revision: Schema.Int,
  status: Schema.Literals(["open", "decided", "rejected", "withdrawn"]),
  endedOn: Schema.NullOr(CivilDate),
  withdrawn: Schema.NullOr(Text),
  sittings: Schema.Array(PublicSitting),
})
export type PublicDeliberation = typeof PublicDeliberation.Type
