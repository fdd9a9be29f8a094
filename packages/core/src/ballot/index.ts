import type { Decider } from "../kernel/decider.ts"
import type { BallotCircumstances } from "./circumstances.ts"
import type { BallotCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { BallotEvent as Event } from "./events.ts"
import { evolve } from "./evolve.ts"
import { empty, type Ballot as State } from "./model.ts"
import type { BallotRefusal as Refusal } from "./refusals.ts"

/** The ballots of one voter in one round of one matter: one stream is all that arrived of them. */
export const ballot: Decider<BallotCircumstances, State, Command, Event, Refusal> = {
  process: "ballot",
  initial: empty,
  decide,
  evolve,
}

export { authority } from "./authority.ts"
export { type BallotCircumstances, type BallotRound, circumstances } from "./circumstances.ts"
export { BallotCommand } from "./commands.ts"
export { due } from "./due.ts"
export { BallotEvent } from "./events.ts"
export { Ballot, BallotOf, Cast, Channel, Choice, Phase } from "./model.ts"
export { notices } from "./notices.ts"
export { BallotTaking } from "./policy.ts"
export { BallotRefusal } from "./refusals.ts"
export {
  type BallotName,
  ballotNamed,
  ballotSubject,
  type CastingCommand,
  entitled,
  isOver,
  personCasting,
  phaseOn,
  roundScope,
  takenBy,
  takes,
} from "./rules/index.ts"
export { type BallotPaper, paperSeen, papers } from "./views/papers.ts"
