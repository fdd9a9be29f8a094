import * as conference from "@jinlin/core/joint-conference"
import type { NeededFact } from "@jinlin/core/kernel"
import * as chair from "@jinlin/core/rotating-chair"
import { tasks } from "../tasks/hosted.ts"
import { texts } from "../texts/hosted.ts"
import { askConference, askRota, ownTurns, unfounded } from "./ask.ts"
import { ballots } from "./ballots.ts"
import { coGovernances } from "./co-governance.ts"
import { covenants } from "./covenants.ts"
import { deliberations } from "./deliberations.ts"
import { disclosures } from "./disclosures.ts"
import { host } from "./host.ts"
import type { Hosted } from "./hosted.ts"

const rotaOf = (others: ReadonlyMap<string, unknown>): chair.Rota =>
  (others.get("rotating-chair") as chair.Rota | undefined) ?? unfounded.rota

const conferenceOf = (others: ReadonlyMap<string, unknown>): conference.Conference =>
  (others.get("joint-conference") as conference.Conference | undefined) ?? unfounded.conference

const jointConference = host<conference.Conference, conference.ConferenceCommand, conference.ConferenceEvent>({
  name: "joint-conference",
  record: "subject",
  initial: conference.jointConference.initial,
  commands: conference.ConferenceCommand,
  events: conference.ConferenceEvent,
  needs: conference.circumstances,
  handle: (command, state, { actor, now, others }) =>
    askConference(command, { conference: state, rota: rotaOf(others) }, { actor, now }),
  evolve: conference.jointConference.evolve,
  due: conference.due,
  notices: conference.notices,
})

/** Who speaks for a unit about its turns is on the roll of the conference (REACTION-7). */
const spokesmen: NeededFact = {
  ...{ fact: "spokesmen", from: "joint-conference", key: "conference", view: "spokesmen", consistency: "as-of" },
  commands: ownTurns,
}

const rotatingChair = host<chair.Rota, chair.RotaCommand, chair.RotaEvent>({
  name: "rotating-chair",
  record: "subject",
  initial: chair.rotatingChair.initial,
  commands: chair.RotaCommand,
  events: chair.RotaEvent,
  needs: [...chair.circumstances, spokesmen],
  handle: (command, state, { actor, now, others }) =>
    askRota(command, { conference: conferenceOf(others), rota: state }, { actor, now }),
  evolve: chair.rotatingChair.evolve,
  due: chair.due,
  notices: chair.notices,
})

/** Every process that the shell runs, by its name. */
export const processes: ReadonlyMap<string, Hosted> = new Map(
  [
    ...[jointConference, rotatingChair, deliberations, ballots],
    ...[disclosures, coGovernances, covenants, tasks, texts],
  ].map((process) => [process.name, process]),
)
