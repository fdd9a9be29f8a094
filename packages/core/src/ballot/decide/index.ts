import type { Decision } from "../../kernel/decider.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { BallotCircumstances, BallotRound } from "../circumstances.ts"
import type { BallotCommand } from "../commands.ts"
import type { BallotEvent } from "../events.ts"
import type { Ballot } from "../model.ts"
import type { BallotRefusal } from "../refusals.ts"
import { personCasting, phaseOn } from "../rules/index.ts"
import {
  ballotMustBeOpen,
  ballotMustBeThis,
  casterMustBeEntitled,
  modeMustTake,
  mustNotHaveVoted,
  paperMustBeLate,
  voterMustTakePart,
} from "./objections.ts"

type Of<Tag extends BallotCommand["_tag"]> = Extract<BallotCommand, { readonly _tag: Tag }>
type Decided = Decision<BallotEvent, BallotRefusal>

/** What a ballot is weighed against. */
interface Standing {
  readonly ballot: Ballot
  readonly round: BallotRound
  /** Milliseconds since 1970. */
  readonly at: number
}

const whileOpen = (command: BallotCommand, { ballot, round }: Standing): ReadonlyArray<BallotRefusal | undefined> => [
  ballotMustBeThis(ballot, command),
  ballotMustBeOpen(round),
  modeMustTake(command, round),
  voterMustTakePart(command.voter, round),
]

/** An open ballot may be cast again and again: which one counts is for the counting to say. */
const cast = (
  command: Of<"CastBallot"> | Of<"EnterPaperBallot">,
  channel: "online" | "paper",
  standing: Standing,
): Decided => {
  const { castBy, choice, matter, round, voter } = command
  const person = channel === "paper" ? personCasting(standing.round, { voter, castBy: voter }) : null
  return unless([...whileOpen(command, standing), casterMustBeEntitled(command, standing.round)], () => [
    { _tag: "BallotCast", matter, round, voter, castBy, choice, channel, person, at: standing.at },
  ])
}

/** The choice goes into the box with the same write, and nowhere else: no event, and nothing that is made of one, holds it. */
const castSecretly = (command: Of<"CastSecretBallot">, standing: Standing): Decided => {
  const { castBy, matter, round, voter } = command
  const objections = [
    ...whileOpen(command, standing),
    casterMustBeEntitled(command, standing.round),
    mustNotHaveVoted(standing.ballot, voter),
  ]
  return unless(objections, () => [{ _tag: "Voted", matter, round, voter, castBy }])
}

/** Kept whoever it is from: it counts for nobody, and once the round is decided its roll is not at hand. */
const keepLate = (command: Of<"EnterPaperBallot">, { at, ballot, round: into }: Standing): Decided => {
  const { castBy, matter, round, voter } = command
  const objections = [ballotMustBeThis(ballot, command), paperMustBeLate(into), modeMustTake(command, into)]
  return unless(objections, () => [
    {
      ...{ _tag: "LateBallotKept", matter, round, voter, castBy, channel: "paper", at },
      person: personCasting(into, { voter, castBy: voter }),
    },
  ])
}

const keepVoid = (command: Of<"EnterVoidBallot">, standing: Standing): Decided => {
  const { matter, reason, round, voter } = command
  const person = personCasting(standing.round, { voter, castBy: voter })
  return unless(whileOpen(command, standing), () => [
    { _tag: "VoidBallotKept", matter, round, voter, person, reason, at: standing.at },
  ])
}

/** What comes of a ballot that arrives, in the round of its matter. */
export const decide = (
  command: BallotCommand,
  ballot: Ballot,
  { now, round }: BallotCircumstances,
): Decision<BallotEvent, BallotRefusal> => {
  if (round === null || round.round !== command.round)
    return object({ _tag: "RoundUnknown", rule: "BALLOT-2", matter: command.matter, round: command.round })
  const standing: Standing = { ballot, round: { ...round, phase: phaseOn(round, now.civilDate) }, at: now.instant }
  switch (command._tag) {
    case "CastBallot":
      return cast(command, "online", standing)
    case "CastSecretBallot":
      return castSecretly(command, standing)
    case "EnterPaperBallot":
      return command.late ? keepLate(command, standing) : cast(command, "paper", standing)
    case "EnterVoidBallot":
      return keepVoid(command, standing)
  }
}
