import { object, unless } from "../../kernel/decider.ts"
import type { BallotMode } from "../../kernel/decision-rules.ts"
import type { DeliberationCircumstances } from "../circumstances.ts"
import {
  asksForArea,
  choosersIn,
  countedTotal,
  headsAreEqual,
  mostVotes,
  namedTwice,
  recusedIn,
  sameCounts,
  sameVotes,
  votersIn,
} from "../rules/index.ts"
import { mustBeOnRoll } from "./roll.ts"
import {
  type BallotSitting,
  ballotIn,
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  quiet,
  type Standing,
} from "./standing.ts"

/** The modes in which somebody takes votes down by name, and those in which somebody counts them. */
const byName: ReadonlyArray<BallotMode> = ["show-of-hands", "open"]
const byCount: ReadonlyArray<BallotMode> = ["show-of-hands", "secret-papers"]

/** Votes are taken down once, in the way of the ballot (DELIBERATION-12, DELIBERATION-14). */
const recordMustBeAwaited = (
  { ballot: { mode }, counted, named, round }: BallotSitting,
  modes: ReadonlyArray<BallotMode>,
): ReadonlyArray<Objection> => [
  modes.includes(mode) ? undefined : { _tag: "NotRecordedThisWay", rule: "DELIBERATION-12", mode, modes },
  counted === null && named === null ? undefined : { _tag: "VotesAlreadyRecorded", rule: "DELIBERATION-14", round },
]

const votesMustFit = (sitting: BallotSitting, votes: number): Objection => {
  const atMost = mostVotes(sitting)
  return votes <= atMost ? undefined : { _tag: "MoreVotesThanVoters", rule: "DELIBERATION-14", votes, atMost }
}

/** Votes are typed only on somebody's behalf, but by whoever presides (DELIBERATION-22). */
const mustSayForWhom = ({ actor }: DeliberationCircumstances): Objection =>
  actor._tag === "Post" && actor.post === "secretary" && actor.onBehalfOf === undefined
    ? { _tag: "OnBehalfMissing", rule: "DELIBERATION-22", post: actor.post, within: actor.within }
    : undefined

const typedFor = ({ actor }: DeliberationCircumstances): string | null =>
  actor._tag === "Post" ? (actor.onBehalfOf ?? null) : null

/**
 * Votes by name: each voter once, on the roll and not recused; a void paper may be anybody's (DELIBERATION-14). Whoever votes and
 * was not taken down as present came later, and is present (DELIBERATION-10).
 */
export const votes = (command: Command<"RecordVotes">, standing: Standing): DeliberationDecision => {
  const untold = mustSayForWhom(standing.around)
  if (untold !== undefined) return object(untold)
  const found = ballotIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const { _tag, ...taken } = command
  if (sitting.named !== null && sameVotes(sitting.named, taken)) return quiet
  const choosers = choosersIn(taken)
  const twice = namedTwice(votersIn(taken))
  const recused = recusedIn(sitting)
  const objections: ReadonlyArray<Objection> = [
    ...recordMustBeAwaited(sitting, byName),
    twice === undefined ? undefined : { _tag: "VoterNamedTwice", rule: "DELIBERATION-7", voter: twice },
    mustBeOnRoll(sitting, choosers),
    ...choosers
      .filter((voter) => recused.has(voter))
      .map((voter) => ({ _tag: "VoterIsRecused", rule: "DELIBERATION-8", voter }) as const),
  ]
  return unless(objections, () => [
    { _tag: "VotesRecorded", ...placeOf(sitting), votes: taken, onBehalfOf: typedFor(standing.around) },
  ])
}

/** Votes as counts: only where each voter has one head and no rule asks for area, and not more than are there. */
export const counts = (command: Command<"RecordCounts">, standing: Standing): DeliberationDecision => {
  const untold = mustSayForWhom(standing.around)
  if (untold !== undefined) return object(untold)
  const found = ballotIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const { _tag, ...taken } = command
  if (sitting.counted !== null && sameCounts(sitting.counted, taken)) return quiet
  const countable = headsAreEqual(sitting) && !asksForArea(sitting)
  const objections: ReadonlyArray<Objection> = [
    ...recordMustBeAwaited(sitting, byCount),
    countable ? undefined : { _tag: "CountsNeedEqualHeads", rule: "DELIBERATION-12", round: sitting.round },
    votesMustFit(sitting, countedTotal(taken)),
  ]
  return unless(objections, () => [
    { _tag: "CountsRecorded", ...placeOf(sitting), votes: taken, onBehalfOf: typedFor(standing.around) },
  ])
}
