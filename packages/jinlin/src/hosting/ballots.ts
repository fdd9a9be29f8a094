import * as ballot from "@jinlin/core/ballot"
import { deliberation, type Matter } from "@jinlin/core/deliberation"
import type { Actor, Moment } from "@jinlin/core/kernel"
import { roundOf } from "@jinlin/core/reactions"
import { handle } from "./ask.ts"
import { host } from "./host.ts"
import type { Hosted } from "./hosted.ts"

/** Handles a ballot in the round of its matter, where both stand. */
const askBallot = (
  command: ballot.BallotCommand,
  { ballot: state, matter }: { readonly ballot: ballot.Ballot; readonly matter: Matter },
  around: { readonly actor: Actor; readonly now: Moment },
) =>
  handle(
    { decider: ballot.ballot, authority: ballot.authority },
    { command, state, circumstances: { ...around, round: roundOf(matter, command) } },
  )

const matterIn = (others: ReadonlyMap<string, unknown>): Matter =>
  (others.get(deliberation.process) as Matter | undefined) ?? deliberation.initial

/** What was chosen in secret makes a command no other: whoever sends it again is told the same, and nothing of it is kept. */
const withoutSecret = (command: ballot.BallotCommand): unknown => {
  if (command._tag !== "CastSecretBallot") return command
  const { choice: _, ...content } = command
  return content
}

/** The ballots of the neighbours: one stream is one voter in one round. Rules SHELL-16 to SHELL-20. */
export const ballots: Hosted = host<ballot.Ballot, ballot.BallotCommand, ballot.BallotEvent>({
  name: ballot.ballot.process,
  record: "none",
  ownPosts: ["voter"],
  initial: ballot.ballot.initial,
  commands: ballot.BallotCommand,
  events: ballot.BallotEvent,
  needs: ballot.circumstances,
  subjectOf: ({ matter, round, voter }) => ballot.ballotSubject(matter, round, voter),
  placeOf: (_fact, { command }) => ({ _tag: "Stream", subject: command.matter }),
  comesAfter: ({ command }) => [{ process: deliberation.process, subject: command.matter }],
  contentOf: withoutSecret,
  handle: (command, state, { actor, now, others }) =>
    askBallot(command, { ballot: state, matter: matterIn(others) }, { actor, now }),
  beside: ({ command, events, state: { of } }) => {
    const scope = ballot.roundScope(command.matter, command.round)
    const isCast = command._tag === "CastSecretBallot" && events.some(({ _tag }) => _tag === "Voted")
    return {
      claims: of === null ? [{ scope, key: command.voter }] : [],
      ballots: isCast ? [{ _tag: "Cast", box: scope, choice: command.choice }] : [],
    }
  },
  evolve: ballot.ballot.evolve,
  due: ballot.due,
  notices: ballot.notices,
})
