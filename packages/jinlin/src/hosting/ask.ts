import * as conference from "@jinlin/core/joint-conference"
import {
  type Actor,
  type AuthorityTable,
  authorize,
  type Circumstances,
  type Decider,
  type Forbidden,
  type Grounds,
  type Moment,
  type Refusal,
  replay,
} from "@jinlin/core/kernel"
import { membersOf, presiderOf, spokesman } from "@jinlin/core/reactions"
import * as chair from "@jinlin/core/rotating-chair"
import * as Result from "effect/Result"
import type { Standing } from "../journal/story.ts"

/** What a command came to, on one process. */
export type Handled<Event, State> =
  | { readonly ok: true; readonly events: ReadonlyArray<Event>; readonly state: State; readonly grounds: Grounds }
  | { readonly ok: false; readonly refusals: ReadonlyArray<Refusal> }

/** Asks authority, and then the process. */
export const handle = <
  Around extends Circumstances,
  State,
  Command extends { readonly _tag: string },
  Event,
  Reason extends Refusal,
>(
  process: {
    readonly decider: Decider<Around, State, Command, Event, Reason>
    readonly authority: AuthorityTable<Command, State, Around>
  },
  asked: { readonly command: Command; readonly state: State; readonly circumstances: Around },
): Handled<Event, State> => {
  const { circumstances, command, state } = asked
  const authorized = authorize(process.authority, command, state, circumstances)
  if (!authorized.ok) return { ok: false, refusals: [authorized.refusal] }
  const decided = process.decider.decide(command, state, circumstances)
  if (Result.isFailure(decided)) return { ok: false, refusals: decided.failure }
  const events = decided.success
  return { ok: true, events, state: replay(process.decider, events, state), grounds: authorized.value }
}

/** A conference and its rota before anything has happened. */
export const unfounded: Standing = { conference: conference.jointConference.initial, rota: chair.rotatingChair.initial }

/** Who presides, as the conference asks for it: on the day of the meeting, or on the item that is put to the vote. */
const presiderFor = (command: conference.ConferenceCommand, { conference: meets, rota }: Standing, now: Moment) => {
  switch (command._tag) {
    case "ReplaceChairUnit": {
      const on = meets.meetings.find(({ meeting }) => meeting === command.meeting)?.on
      return on === undefined ? undefined : presiderOf(rota, on, null)
    }
    case "ScheduleMeeting":
    case "AdjournMeeting":
      return presiderOf(rota, command.on, null)
    case "AdoptResolution":
      return presiderOf(rota, now.civilDate, command.item)
    default:
      return undefined
  }
}

/** Handles a command of a conference where it stands. */
export const askConference = (
  command: conference.ConferenceCommand,
  standing: Standing,
  around: { readonly actor: Actor; readonly now: Moment },
) =>
  handle(
    { decider: conference.jointConference, authority: conference.authority },
    {
      command,
      state: standing.conference,
      circumstances: { ...around, presider: presiderFor(command, standing, around.now) },
    },
  )

/** The commands of a unit about its own turns. */
export const ownTurns = ["SwapTurns", "SkipTurn", "DeclineTurn", "DeclareInterest"]

/** Whether whoever speaks for a unit is on the roll, and speaks for a unit that the command concerns (REACTION-7). */
const mustBeSpokesman = (
  command: chair.RotaCommand,
  { conference: meets, rota }: Standing,
  around: { readonly actor: Actor; readonly now: Moment },
): ReadonlyArray<Refusal> => {
  if (!ownTurns.includes(command._tag)) return []
  const actor = spokesman(meets, around.actor)
  const allowed = ["delegate-of-the-unit", "secretary-for-the-delegate"]
  const stranger: Forbidden = { _tag: "Forbidden", rule: "REACTION-7", command: command._tag, allowed }
  if (actor === undefined) return [stranger]
  const authorized = authorize(chair.authority, command, rota, { ...around, actor })
  return authorized.ok ? [] : [authorized.refusal]
}

/** Handles a command of a rota where it stands. */
export const askRota = (
  command: chair.RotaCommand,
  standing: Standing,
  around: { readonly actor: Actor; readonly now: Moment },
): Handled<chair.RotaEvent, chair.Rota> => {
  const refusals = mustBeSpokesman(command, standing, around)
  if (refusals.length > 0) return { ok: false, refusals }
  const process = { decider: chair.rotatingChair, authority: chair.authority }
  const circumstances = command._tag === "OpenRota" ? { ...around, members: membersOf(standing.conference) } : around
  return handle(process, { command, state: standing.rota, circumstances })
}
