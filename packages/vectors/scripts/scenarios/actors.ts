import * as ballot from "@jinlin/core/ballot"
import type { Conference, ConferenceCircumstances, ConferenceCommand } from "@jinlin/core/joint-conference"
import * as conference from "@jinlin/core/joint-conference"
import { type Actor, authorize, type Moment } from "@jinlin/core/kernel"
import type { Rota, RotaCommand } from "@jinlin/core/rotating-chair"
import * as chair from "@jinlin/core/rotating-chair"

/** The system, sent by a rule: who asks where nobody else may. */
const system: Actor = { _tag: "System", rule: "CHAIR-10" }

const post = (person: string, name: string, within: string): Actor => ({ _tag: "Post", person, post: name, within })

/** The convenor in scenarios of a rota. */
const convenor = post("p-convenor", "convenor", "conference")

/** The secretary in scenarios of a rota. */
const secretary = post("p-secretary", "secretary", "party-organization")

/** The secretary, typing for the delegate of some unit. */
const clerk: Actor = {
  _tag: "Post",
  person: "p-secretary",
  post: "secretary",
  within: "party-organization",
  onBehalfOf: "p-delegate",
}

/** The delegate of a unit in scenarios of a rota. */
const delegateOf = (unit: string): Actor => post(`${unit}:delegate`, "delegate", unit)

/** Somebody who may ask this of a rota; the system where nobody of these may. */
export const whoMayAskRota = (command: RotaCommand, rota: Rota, now: Moment): Actor =>
  [convenor, secretary, ...rota.seats.map(({ unit }) => delegateOf(unit)), clerk].find(
    (actor) => authorize(chair.authority, command, rota, { actor, now }).ok,
  ) ?? system

const peopleOf = (state: Conference, today: Moment["civilDate"]): ReadonlyArray<Actor> => {
  const body = state.secretariat?.body ?? "no-body"
  return [
    post(conference.convenorOn(state, today) ?? "nobody", "convenor", "conference"),
    post("p-superior", "superior", "superior-body"),
    post("p-secretary", "secretary", body),
    ...state.units.flatMap(({ alternate, delegate, unit }) => [
      post(`${unit}:head`, "unit-head", unit),
      post(delegate, "delegate", unit),
      ...(alternate === null ? [] : [post(alternate, "alternate", unit)]),
    ]),
    { _tag: "Post", person: "p-secretary", post: "secretary", within: body, onBehalfOf: "p-delegate" },
  ]
}

/** Somebody who may ask this of a conference; the system where nobody of these may. */
export const whoMayAskConference = (
  command: ConferenceCommand,
  state: Conference,
  around: Omit<ConferenceCircumstances, "actor">,
): Actor =>
  peopleOf(state, around.now.civilDate).find(
    (actor) => authorize(conference.authority, command, state, { ...around, actor }).ok,
  ) ?? { _tag: "System", rule: "CONFERENCE-21" }

/** Somebody who may ask this of a ballot: whoever votes, or the secretary of the body; the system where nobody of these may. */
export const whoMayAskBallot = (
  command: ballot.BallotCommand,
  state: ballot.Ballot,
  around: Omit<ballot.BallotCircumstances, "actor">,
): Actor => {
  const { proxy, voter } = around.round ?? { proxy: null, voter: null }
  const people = [voter?.person, proxy?.person].flatMap((person) => person ?? [])
  const known = [
    ...people.map((person) => post(person, "voter", command.matter)),
    post("p-secretary", "secretary", around.round?.body ?? "no-body"),
  ]
  const may = (actor: Actor) => authorize(ballot.authority, command, state, { ...around, actor }).ok
  return known.find(may) ?? { _tag: "System", rule: "BALLOT-8" }
}
