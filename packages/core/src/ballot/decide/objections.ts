import type { BallotRound } from "../circumstances.ts"
import type { BallotCommand } from "../commands.ts"
import type { Ballot } from "../model.ts"
import type { BallotRefusal } from "../refusals.ts"
import { entitled, isOver, takenBy, takes } from "../rules/index.ts"

type Objection = BallotRefusal | undefined

/** One stream is one ballot (BALLOT-1). */
export const ballotMustBeThis = ({ of }: Ballot, { matter, round, voter }: BallotCommand): Objection =>
  of === null || (of.matter === matter && of.round === round && of.voter === voter)
    ? undefined
    : { _tag: "BallotOfAnother", rule: "BALLOT-1", of }

export const ballotMustBeOpen = ({ phase }: BallotRound): Objection =>
  phase === "open" ? undefined : { _tag: "RoundNotOpen", rule: "BALLOT-2", phase }

export const modeMustTake = ({ _tag: command }: BallotCommand, { mode }: BallotRound): Objection =>
  mode === null || takes(command, mode)
    ? undefined
    : { _tag: "BallotTakenOtherwise", rule: "BALLOT-3", mode, by: takenBy(mode) }

/** Once the round is over its roll is not at hand, and says nothing of anybody. */
export const voterMustTakePart = (voter: string, { phase, voter: onRoll }: BallotRound): Objection => {
  if (isOver(phase)) return undefined
  if (onRoll === null) return { _tag: "VoterNotOnRoll", rule: "BALLOT-4", voter }
  return onRoll.recused ? { _tag: "RecusedFromVote", rule: "BALLOT-4", voter } : undefined
}

export const casterMustBeEntitled = (
  { castBy, voter }: { readonly voter: string; readonly castBy: string },
  round: BallotRound,
): Objection => {
  const allowed = entitled(round, voter)
  return isOver(round.phase) || allowed.includes(castBy)
    ? undefined
    : { _tag: "NotEntitledToCast", rule: "BALLOT-5", voter, castBy, entitled: allowed }
}

export const mustNotHaveVoted = ({ casts }: Ballot, voter: string): Objection =>
  casts.length === 0 ? undefined : { _tag: "VotedAlready", rule: "BALLOT-6", voter }

/** A paper is late once the ballot was closed (BALLOT-7). */
export const paperMustBeLate = ({ phase }: BallotRound): Objection =>
  phase === "closed" || isOver(phase) ? undefined : { _tag: "PaperNotLate", rule: "BALLOT-7", phase }
