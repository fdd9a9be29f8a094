import type { CovenantCircumstances, CovenantCommand } from "@jinlin/core/covenant"
import { CovenantCommand as Command, covenant } from "@jinlin/core/covenant"
import { decodeStrictly } from "@jinlin/core/kernel"
import {
  type CovenantRulesBody,
  covenantCitation as cited,
  covenantStories,
  plainCovenantRules,
  tellCovenant,
} from "@jinlin/testkit/covenant"
import * as fc from "fast-check"
import { toldTo } from "../steps.ts"
import type { Walk } from "../walks.ts"
import { covenantNeeds } from "./telling.ts"

const isCommand = decodeStrictly(Command)

const rules: fc.Arbitrary<CovenantRulesBody> = fc.record({
  packs: fc.constantFrom([], ["a-law@2026-01-01"]),
  comments: fc.constantFrom(0, 3, 15).map((days) => ({ days, citation: cited })),
  unaskedChanges: fc
    .constantFrom("stated-reason" as const, "stated-reason" as const, "new-round" as const)
    .map((need) => ({ need, citation: cited })),
  requiredClauses: fc.constantFrom(plainCovenantRules.requiredClauses, []),
  conformity: fc.constantFrom("15", "31(2)", "31(2)").map((article) => ({ citation: { ...cited, article } })),
  makers: fc.constant(plainCovenantRules.makers),
  filing: fc.record({
    required: fc.constantFrom(true, true, false),
    withinDays: fc.constantFrom(0, 30),
    citation: fc.constant(cited),
  }),
})

const stories = fc.record({
  before: rules,
  after: rules,
  changesAfter: fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 60 })),
  moves: covenantStories({ maxEpisodes: 5 }),
})

/** Covenants drawn by lot, under rules of every kind that change in the middle. */
export const covenantWalks = (count: number): ReadonlyArray<Walk<CovenantCommand, CovenantCircumstances>> =>
  fc.sample(stories, { numRuns: count, seed: 20267 }).map((story, index) => ({
    name: `walk-${String(index + 1).padStart(2, "0")}`,
    says: `A covenant drawn by lot: ${story.moves.length} moves.`,
    asked: tellCovenant(covenant, story).chapters.map(({ around, command, today }) => ({
      says: `A walk drawn by lot, ${today}: what comes of ${command._tag}.`,
      command,
      around: toldTo(covenantNeeds, command, around),
      quiet: !isCommand(command).ok,
    })),
  }))
