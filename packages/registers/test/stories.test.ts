import { type DeliberationEvent, deliberation, notices, registerFor, stepRegister } from "@jinlin/core/deliberation"
import { describeEvent, describeNotice, describeRefusal, explain, languages, messagesFor } from "@jinlin/messages"
import {
  assignedSubjects,
  type DeliberationTold,
  decidingRules,
  deliberationStories,
  matterPlans,
  sceneVoters,
  tellDeliberation,
} from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { registerCsv, registerHtml, stepRegisterOf } from "../src/index.ts"

const rules = decidingRules({
  subjects: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: assignedSubjects }),
})

const stories: fc.Arbitrary<DeliberationTold> = fc
  .record({
    plan: matterPlans,
    about: fc.constantFrom(null, "lights", "lights"),
    electorate: fc.integer({ min: 1, max: 9 }).map((count) => sceneVoters(count)),
    ...{ before: rules, after: rules },
    changesAfter: fc.constantFrom(10_000, 20),
    moves: deliberationStories(),
  })
  .map((story) => tellDeliberation(deliberation, story))

const decides = (
  event: DeliberationEvent,
): event is Extract<
  DeliberationEvent,
  { readonly _tag: "StepPassed" | "StepLost" | "TextAmended" | "MatterReturned" }
> => ["StepPassed", "StepLost", "TextAmended", "MatterReturned"].includes(event._tag)

const runs = { numRuns: 60 }

describe("whatever happens to a matter", () => {
  test("has its words in every language: events, notices, refusals", () => {
    let said = 0
    fc.assert(
      fc.property(stories, fc.constantFrom(...languages), ({ chapters, history }, language) => {
        const missing = [
          ...history.flatMap((event) => describeEvent("deliberation", event, language).missing),
          ...history.flatMap((event) => notices(event).flatMap((notice) => describeNotice(notice, language).missing)),
          ...chapters.flatMap(({ refusals }) => refusals.flatMap((one) => describeRefusal(one, language).missing)),
        ]
        expect(missing).toEqual([])
        said += history.length
      }),
      runs,
    )
    expect(said).toBeGreaterThan(100)
  })

  test("explains every decision, with a line for each finding and each change that would have turned it", () => {
    let explained = 0
    fc.assert(
      fc.property(stories, fc.constantFrom(...languages), ({ history }, language) => {
        for (const event of history.filter(decides)) {
          const { lines, missing } = explain(event, language)
          const { findings, flips } = event.judgement
          expect(missing).toEqual([])
          expect(lines.filter(({ role }) => role === "finding").map(({ holds }) => holds)).toEqual(
            findings.map(({ holds }) => holds),
          )
          expect(lines.filter(({ role }) => role === "flip")).toHaveLength(flips.length)
          expect(lines.filter(({ role }) => role === "law")).toHaveLength(event.lawChange === null ? 0 : 1)
          explained += 1
        }
      }),
      runs,
    )
    expect(explained).toBeGreaterThan(20)
  })

  test("REGISTER-1 becomes a register of every sitting, for those who serve the body and for everybody", () => {
    let written = 0
    fc.assert(
      fc.property(stories, fc.constantFrom(...languages), ({ history }, language) => {
        const { entries } = history.reduce(stepRegister.evolve, stepRegister.initial)
        const around = { community: "willow", title: "Lights at the gate", roll: sceneVoters(9) }
        const reader = { messages: messagesFor(language), names: (id: string) => id }
        for (const entry of entries) {
          const [full] = [stepRegisterOf(entry, around)]
          expect(registerHtml(full, reader)).not.toMatch(/\[(?:register|jinlin|outcome|explain)|undefined|NaN/)
          for (const sheet of registerFor([entry], "public")) {
            const csv = registerCsv(stepRegisterOf(sheet, around), reader)
            expect(csv).not.toMatch(/voter-\d|person-\d|\[register|undefined|NaN/)
          }
          written += 1
        }
      }),
      runs,
    )
    expect(written).toBeGreaterThan(30)
  })
})
