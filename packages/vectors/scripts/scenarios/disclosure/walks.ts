import type { DisclosureCircumstances, DisclosureCommand } from "@jinlin/core/disclosure"
import { DisclosureCommand as Command, disclosure } from "@jinlin/core/disclosure"
import { decodeStrictly } from "@jinlin/core/kernel"
import { type DisclosureStory, disclosureRules, disclosureStories, tellDisclosure } from "@jinlin/testkit/disclosure"
import * as fc from "fast-check"
import { toldTo } from "../steps.ts"
import type { Walk } from "../walks.ts"
import { disclosureNeeds } from "./telling.ts"

const isCommand = decodeStrictly(Command)

const channels = fc.constantFrom<readonly [string, ...ReadonlyArray<string>]>(
  ["notice-board"],
  ["notice-board"],
  ["notice-board", "online"],
)

const rules = fc
  .record({ days: fc.constantFrom(15, 15, 20, 7), channels, sheets: fc.constantFrom(0, 3, 5) })
  .map(({ channels: required, days, sheets }) => {
    const { day: _, ...plain } = disclosureRules("2026-09-01")
    return {
      ...plain,
      period: { ...plain.period, days },
      required: { ...plain.required, channels: required },
      sheets: { ...plain.sheets, days: sheets },
    }
  })

const stories = fc.record({
  // Summer, the autumn with its long holiday, and December, whose periods reach into a year without a calendar.
  begins: fc.constantFrom("2026-05-29" as const, "2026-09-10" as const, "2026-09-16" as const, "2026-12-20" as const),
  before: rules,
  after: rules,
  changesAfter: fc.integer({ min: 0, max: 60 }),
  statutory: fc.boolean(),
  lawAfter: fc.constantFrom(0, 0, 20),
  moves: disclosureStories(),
})

type Telling = ReturnType<typeof tellDisclosure>["chapters"]

/** How many kinds of events and refusals there are in it. */
const variety = (telling: Telling): number =>
  new Set(telling.flatMap(({ events, refusals }) => [...events, ...refusals].map(({ _tag }) => _tag))).size

/** Of a story the disclosure of which most is told, with its corrections as facts. */
const richest = (story: DisclosureStory): { readonly begins: string; readonly telling: Telling } => {
  const { chapters, states } = tellDisclosure(disclosure, story)
  const tellings = [...states.keys()].map((id) => chapters.filter((chapter) => chapter.id === id))
  const telling = tellings.reduce((one, other) => (variety(other) > variety(one) ? other : one), [])
  return { begins: story.begins, telling }
}

const drawnForEach = 12

/** Disclosures drawn by lot: of twelve times as many stories those in which most different things come about. */
export const disclosureWalks = (count: number): ReadonlyArray<Walk<DisclosureCommand, DisclosureCircumstances>> =>
  fc
    .sample(stories, { numRuns: count * drawnForEach, seed: 20265 })
    .map(richest)
    .toSorted((one, other) => variety(other.telling) - variety(one.telling))
    .slice(0, count)
    .map(({ begins, telling }, index) => {
      const asked = telling.map(({ around, command, now }) => ({
        says: `A walk drawn by lot, ${now.civilDate}: what comes of ${command._tag}.`,
        command,
        around: toldTo(disclosureNeeds, command, around),
        quiet: !isCommand(command).ok,
      }))
      return {
        name: `walk-${String(index + 1).padStart(2, "0")}`,
        says: `A disclosure drawn by lot, from ${begins} on.`,
        asked,
      }
    })
