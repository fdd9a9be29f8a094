import {
  type CoGovernance,
  type CoGovernanceCircumstances,
  type CoGovernanceCommand,
  CoGovernanceCommand as Command,
  coGovernance,
  coGovernancePolicyDefaults,
} from "@jinlin/core/co-governance"
import { decodeStrictly } from "@jinlin/core/kernel"
import { coGovernanceMoves, tellCoGovernance } from "@jinlin/testkit/co-governance"
import * as fc from "fast-check"
import { toldTo } from "../steps.ts"
import type { Walk } from "../walks.ts"
import { coGovernanceNeeds } from "./telling.ts"

const isCommand = decodeStrictly(Command)

const duties = fc.constantFrom("required" as const, "may-be-skipped" as const)
const policies = fc
  .record({
    newStarts: fc.constantFrom(0, 1, 1, 2),
    beginsWhen: fc.constantFrom("posted" as const, "posted" as const, "completed" as const),
    internalBodiesAppraisal: duties,
    coBuildingUnitsAppraisal: duties,
  })
  .map((chosen) => ({ ...coGovernancePolicyDefaults, ...chosen }))

const stories = fc.record({
  combine: fc.constantFrom("both" as const, "first-then-second" as const, "second-if-touched" as const),
  touched: fc.constantFrom<ReadonlyArray<string>>([], [], ["unit-1"]),
  policy: policies,
  moves: coGovernanceMoves(),
})

/** Of the disclosures that there are, those that the command names or that are linked. */
const asked = (command: CoGovernanceCommand, state: CoGovernance, around: CoGovernanceCircumstances) => {
  const { decision, result } = state.disclosures
  const named = command._tag === "LinkDisclosure" ? [command.disclosure] : [decision?.disclosure, result?.disclosure]
  const disclosures = around.disclosures?.filter(({ disclosure }) => named.includes(disclosure))
  return toldTo(coGovernanceNeeds, command, { ...around, disclosures })
}

/** Matters drawn by lot, under policies of every kind. */
export const coGovernanceWalks = (count: number): ReadonlyArray<Walk<CoGovernanceCommand, CoGovernanceCircumstances>> =>
  fc.sample(stories, { numRuns: count, seed: 20266 }).map((story, index) => ({
    name: `walk-${String(index + 1).padStart(2, "0")}`,
    says: `A matter drawn by lot: its deliberations combine as ${story.combine}.`,
    asked: tellCoGovernance(coGovernance, story).chapters.map(({ around, before, command, now }) => ({
      says: `A walk drawn by lot, ${now.civilDate}: what comes of ${command._tag}.`,
      command,
      around: asked(command, before, around),
      quiet: !isCommand(command).ok,
    })),
  }))
