import { type Ballot, roundScope } from "@jinlin/core/ballot"
import * as deliberation from "@jinlin/core/deliberation"
import type { Actor, DecisionRules, Moment } from "@jinlin/core/kernel"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import { arrivedBallots } from "@jinlin/core/reactions"
import type { BallotCount, BallotWrite } from "@jinlin/sdk"
import { handle } from "./ask.ts"
import { host } from "./host.ts"
import type { Hosted } from "./hosted.ts"
import { momentIn } from "./moment.ts"

type Command = deliberation.DeliberationCommand
type Event = deliberation.DeliberationEvent

/** What a matter is told besides who asks and when. */
interface Told {
  readonly actor: Actor
  readonly now: Moment
  /** The rules of the set that `lawAskedFor` names, resolved for today; null: there is no such set. */
  readonly law: DecisionRules | null
  /** The list that `planAskedFor` names, resolved for today; null: there is no such list. */
  readonly plan: deliberation.MatterPlan | null
  /** Every ballot of the round; undefined: nobody gathered them. */
  readonly ballots: ReadonlyArray<Ballot> | undefined
  readonly box: ReadonlyArray<BallotCount> | undefined
}

/** The first instant after the last day of a ballot, by the wall clocks of the community. */
const endOf = ({ closesOn }: deliberation.OpenBallot, zone: string): number =>
  momentIn(zone, addDays(closesOn, 1), 0).instant

/** The ballots of a round as its matter counts them, by the wall clocks of a zone. */
export const arrivedIn = (
  ballots: ReadonlyArray<Ballot>,
  ballot: deliberation.OpenBallot,
  zone: string,
): ReturnType<typeof arrivedBallots> => arrivedBallots(ballots, { ...ballot, endsAt: endOf(ballot, zone) })

/** Handles a command of a matter where it stands. */
const askMatter = (command: Command, state: deliberation.Matter, { ballots, ...around }: Told) => {
  const window = state.sitting?.ballot
  const arrived = ballots && window ? arrivedIn(ballots, window, around.now.zone) : undefined
  return handle(
    { decider: deliberation.deliberation, authority: deliberation.authority },
    { command, state, circumstances: { ...around, ballots: arrived } },
  )
}

/** The set of rules that a command needs as they are today; undefined: it needs none. */
const lawAskedFor = (command: Command, { sitting }: deliberation.Matter): string | undefined => {
  switch (command._tag) {
    case "CallStep":
      return command.set
    case "OpenBallot":
    case "DecideStep":
    case "RecordOpinion":
    case "RebaseStep":
      return sitting?.rules.set
    default:
      return undefined
  }
}

/** The list of steps that a command needs as it is today; undefined: it needs none. */
const planAskedFor = (command: Command): string | undefined =>
  command._tag === "OpenMatter" ? command.plan.list : undefined

/** The modes whose ballots arrive one by one. */
const cast: ReadonlySet<string> = new Set(["open", "secret"])

const choices = ["for", "against", "abstain"]

/** A secret round has its box as long as its ballot is open, and keeps it when it is closed. */
const boxWrites = (
  event: Event,
  { sitting }: deliberation.Matter,
  box: (round: number) => string,
): ReadonlyArray<BallotWrite> => {
  if (event._tag === "BallotOpened")
    return event.ballot.mode === "secret" ? [{ _tag: "Open", box: box(event.round), choices }] : []
  if (event._tag !== "BallotClosed" && event._tag !== "BallotAnnulled") return []
  // Annulled, an open box is closed and never read; one that was closed stays so.
  const isOpen = sitting?.ballot?.mode === "secret" && sitting.ballot.closedAt === null
  return isOpen ? [{ _tag: "Close", box: box(event.round) }] : []
}

/** The matters that bodies decide: one stream is one matter. Rules SHELL-16 to SHELL-20. */
export const deliberations: Hosted = host<deliberation.Matter, Command, Event>({
  name: deliberation.deliberation.process,
  record: "none",
  initial: deliberation.deliberation.initial,
  commands: deliberation.DeliberationCommand,
  events: deliberation.DeliberationEvent,
  needs: deliberation.circumstances,
  placeOf: (_fact, { state: { sitting }, subject }) =>
    sitting?.ballot && cast.has(sitting.ballot.mode)
      ? { _tag: "Claimed", scope: roundScope(subject, sitting.round) }
      : undefined,
  lawFor: ({ command, state }) => lawAskedFor(command, state),
  planFor: planAskedFor,
  boxFor: ({ command, state: { sitting }, subject }) =>
    command._tag === "DecideStep" && sitting?.ballot?.mode === "secret" && sitting.ballot.closedAt !== null
      ? roundScope(subject, sitting.round)
      : undefined,
  comesAfter: ({ subject }) => [{ process: deliberation.deliberation.process, subject }],
  handle: (command, state, { actor, box, law, now, others, plan }) => {
    const ballots = others.get("ballot") as ReadonlyArray<Ballot> | undefined
    return askMatter(command, state, { actor, now, law, plan, ballots, box })
  },
  beside: ({ events, state, subject }) => ({
    ballots: events.flatMap((event) => boxWrites(event, state, (round) => roundScope(subject, round))),
  }),
  bodyOf: ({ at, plan }) => plan?.steps.find(({ step }) => step === at)?.body,
  evolve: deliberation.deliberation.evolve,
  due: deliberation.due,
  notices: deliberation.notices,
})
