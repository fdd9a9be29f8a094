import { type ConferenceCircumstances, ConferenceCommand, jointConference } from "@jinlin/core/joint-conference"
import { decodeStrictly, replay } from "@jinlin/core/kernel"
import { type RotaCircumstances, RotaCommand, rotatingChair } from "@jinlin/core/rotating-chair"
import { on } from "@jinlin/testkit"
import {
  conferenceCommands,
  conferencePolicies,
  conferenceStories,
  tellConference,
} from "@jinlin/testkit/joint-conference"
import { rotaPolicies, rotaStories, tell } from "@jinlin/testkit/rotating-chair"
import * as fc from "fast-check"
import { whoMayAskConference, whoMayAskRota } from "./actors.ts"
import type { Asked } from "./scenario.ts"

const isRota = decodeStrictly(RotaCommand)
const isConference = decodeStrictly(ConferenceCommand)

/** A walk that was drawn by lot: its name and what is asked in it. */
export interface Walk<Command, Around> {
  readonly name: string
  readonly says: string
  readonly asked: ReadonlyArray<Asked<Command, Around>>
}

const title = (number: number): string => `walk-${String(number).padStart(2, "0")}`
const draw = <Value>(values: fc.Arbitrary<Value>, count: number, seed: number): ReadonlyArray<Value> =>
  fc.sample(values, { numRuns: count, seed })

/**
 * Stories of a rota under policies of every kind. Looks that find nothing new are asked quietly, and so is what no reader
 * would let through, such as a term 0.
 */
export const rotaWalks = (count: number): ReadonlyArray<Walk<RotaCommand, RotaCircumstances>> => {
  const stories = fc.record({
    policy: rotaPolicies(),
    units: fc.integer({ min: 1, max: 6 }),
    moves: rotaStories({ maxMoves: 26 }),
  })
  return draw(stories, count, 20261).map((story, index) => {
    const { order, term } = story.policy
    const says = `A rota drawn by lot: order ${order._tag}, terms by ${term._tag}, ${story.units} units at first.`
    const asked = tell(rotatingChair, story).chapters.map(({ before, command, day, events }) => {
      const now = on(day)
      const around = { actor: whoMayAskRota(command, before, now), now }
      const sentence = `A walk drawn by lot, ${day}: what comes of ${command._tag}.`
      const isIdle = command._tag === "AdvanceRota" && events.length === 0
      return { says: sentence, command, around, quiet: isIdle || !isRota(command).ok }
    })
    return { name: title(index + 1), says, asked }
  })
}

/** Stories of a conference, with some commands that are mostly out of place asked at the end of each. */
export const conferenceWalks = (count: number): ReadonlyArray<Walk<ConferenceCommand, ConferenceCircumstances>> => {
  const stories = fc.record({
    policy: conferencePolicies(),
    members: fc.integer({ min: 1, max: 5 }),
    moves: conferenceStories({ maxEpisodes: 6 }),
    strays: fc.array(conferenceCommands(), { minLength: 8, maxLength: 8, size: "max" }),
  })
  return draw(stories, count, 20262).map(({ strays, ...story }, index) => {
    const told = tellConference(jointConference, story)
    const asked = [
      ...told.chapters.map(({ before, command, now }) => ({ before, command, now })),
      ...strays.map((command) => ({ before: told.conference, command, now: on(told.today, 1200) })),
    ]
    let state = jointConference.initial
    const steps = asked.map(({ command, now }) => {
      const around = { actor: whoMayAskConference(command, state, { now }), now }
      const decided = jointConference.decide(command, state, around)
      if (decided._tag === "Success") state = replay(jointConference, decided.success, state)
      const says = `A walk drawn by lot, ${now.civilDate}: what comes of ${command._tag}.`
      return { says, command, around, quiet: !isConference(command).ok }
    })
    return {
      name: title(index + 1),
      says: `A conference drawn by lot, with ${story.members} members at first.`,
      asked: steps,
    }
  })
}
