import type { DisclosureEvent } from "@jinlin/core/disclosure"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as fc from "fast-check"
import { type DisclosureMoveKind, disclosureStories } from "../moves.ts"
import { disclosureRules } from "../scene.ts"
import { type Chapter, type DisclosureDecider, type DisclosureStory, type Told, tell } from "../story.ts"

/**
 * A law of disclosure: its id, its sentence, the stories that put it to the test, and the check, which gives a
 * counter-example in words or nothing.
 */
export interface DisclosureLaw {
  readonly id: `DISCLOSURE-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<DisclosureStory>
  readonly check: (told: Told, story: DisclosureStory, decider: DisclosureDecider) => string | undefined
}

const bodies = fc
  .record({
    days: fc.constantFrom(15, 15, 15, 20, 7),
    channels: fc.constantFrom<readonly [string, ...ReadonlyArray<string>]>(
      ["notice-board"],
      ["notice-board"],
      ["notice-board", "online"],
      ["online"],
    ),
    sheets: fc.constantFrom(0, 3, 3, 5, 7),
  })
  .map(({ channels, days, sheets }): DisclosureStory["before"] => {
    const { day: _, ...plain } = disclosureRules("2026-09-01")
    return {
      ...plain,
      period: { ...plain.period, days },
      required: { ...plain.required, channels },
      sheets: { ...plain.sheets, days: sheets },
    }
  })

/** Summer, the autumn with its long holiday, and December, whose periods reach into a year that nobody has published. */
const firstDays: fc.Arbitrary<CivilDate> = fc.constantFrom(
  "2026-05-29",
  "2026-08-28",
  "2026-09-10",
  "2026-09-16",
  "2026-09-20",
  "2026-11-27",
  "2026-12-20",
)

/** Stories with some kinds of moves between whole lives of disclosures; all kinds unless narrowed. */
export const storiesOf = (kinds?: ReadonlyArray<DisclosureMoveKind>): fc.Arbitrary<DisclosureStory> =>
  fc.record({
    begins: firstDays,
    before: bodies,
    after: bodies,
    changesAfter: fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 30 })),
    statutory: fc.boolean(),
    lawAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 })),
    moves: disclosureStories(kinds === undefined ? {} : { kinds }),
  })

/** The first of some things that has something against it, in words. */
export const firstFault = <Item>(
  items: Iterable<Item>,
  faultOf: (item: Item) => string | false | undefined,
): string | undefined => {
  for (const item of items) {
    const fault = faultOf(item)
    if (typeof fault === "string") return fault
  }
  return undefined
}

/** The first fault among the events of a story, each looked at with its chapter. */
export const firstEventFault = (
  { chapters }: Told,
  faultOf: (event: DisclosureEvent, chapter: Chapter) => string | false | undefined,
): string | undefined =>
  firstFault(chapters, (chapter) => firstFault(chapter.events, (event) => faultOf(event, chapter)))

/** Whether two states, or parts of them, are the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (
  law: DisclosureLaw,
  decider: DisclosureDecider,
  options: fc.Parameters<[DisclosureStory]> = {},
): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
