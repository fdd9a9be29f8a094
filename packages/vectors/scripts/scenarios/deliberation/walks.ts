import type { DeliberationCircumstances, DeliberationCommand, Matter } from "@jinlin/core/deliberation"
import { DeliberationCommand as Command, deliberation } from "@jinlin/core/deliberation"
import { decodeStrictly } from "@jinlin/core/kernel"
import {
  decidingRules,
  deliberationStories,
  matterPlans,
  sceneVoters,
  tellDeliberation,
} from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import type { Walk } from "../walks.ts"
import { whoMayAskMatter } from "./telling.ts"

const isCommand = decodeStrictly(Command)

const stories = fc.record({
  plan: matterPlans,
  electorate: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(6)).map(([count, kinds]) => sceneVoters(count, kinds)),
  before: decidingRules(),
  after: decidingRules(),
  changesAfter: fc.integer({ min: 5, max: 80 }),
  moves: deliberationStories({ maxEpisodes: 4 }),
  about: fc.constant(null),
})

/** Each command is told what it asks for, as a shell would: the law where it is held against it, ballots where they are counted. */
const toldTo = (
  command: DeliberationCommand,
  { ballots, box, law, now, plan }: DeliberationCircumstances,
  { sitting }: Matter,
): Omit<DeliberationCircumstances, "actor"> => {
  const isSecret = sitting?.ballot?.mode === "secret"
  const asksForLaw = ["CallStep", "OpenBallot", "DecideStep", "RecordOpinion", "RebaseStep"].includes(command._tag)
  return {
    now,
    ...(command._tag === "OpenMatter" ? { plan } : {}),
    ...(asksForLaw ? { law } : {}),
    ...(command._tag === "DecideStep" ? { ballots, ...(isSecret ? { box } : {}) } : {}),
  }
}

/** Matters drawn by lot, under rules of every kind that change in the middle. */
export const matterWalks = (count: number): ReadonlyArray<Walk<DeliberationCommand, DeliberationCircumstances>> =>
  fc.sample(stories, { numRuns: count, seed: 20264 }).map((story, index) => {
    const asked = tellDeliberation(deliberation, story).chapters.map(({ around, before, command, now }) => {
      const told = toldTo(command, around, before)
      return {
        says: `A walk drawn by lot, ${now.civilDate}: what comes of ${command._tag}.`,
        command,
        around: { actor: whoMayAskMatter(command, before, told), ...told },
        quiet: !isCommand(command).ok,
      }
    })
    return {
      name: `walk-${String(index + 1).padStart(2, "0")}`,
      says: `A matter drawn by lot: ${story.plan.steps.length} steps, ${story.electorate.length} voters.`,
      asked,
    }
  })
