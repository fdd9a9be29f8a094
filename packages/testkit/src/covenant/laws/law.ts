import type { CovenantEvent } from "@jinlin/core/covenant"
import * as fc from "fast-check"
import { type CovenantMoveKind, covenantStories } from "../moves.ts"
import { type CovenantRulesBody, plainCovenantRules, sceneCitation } from "../scene.ts"
import { type CovenantChapter, type CovenantDecider, type CovenantStory, type CovenantTold, tell } from "../story.ts"

/**
 * A law of a covenant: its id, its sentence, the stories that put it to the test, and the check, which gives a
 * counter-example in words or nothing.
 */
export interface CovenantLaw {
  readonly id: `COVENANT-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<CovenantStory>
  readonly check: (told: CovenantTold, story: CovenantStory, decider: CovenantDecider) => string | undefined
}

/** Rules that a community may have, old law and new: what a text must have, what it is held against, whether it is filed. */
const rules: fc.Arbitrary<CovenantRulesBody> = fc.record({
  packs: fc.constantFrom([], ["a-law@2026-01-01"]),
  comments: fc.constantFrom(0, 3, 15, 15).map((days) => ({ days, citation: sceneCitation })),
  unaskedChanges: fc
    .constantFrom("stated-reason", "stated-reason", "new-round")
    .map((need) => ({ need, citation: sceneCitation }) as const),
  requiredClauses: fc.constantFrom(plainCovenantRules.requiredClauses, []),
  conformity: fc.constantFrom("15", "31(2)", "31(2)").map((article) => ({ citation: { ...sceneCitation, article } })),
  makers: fc.constant(plainCovenantRules.makers),
  filing: fc.record({
    required: fc.constantFrom(true, true, false),
    withinDays: fc.constantFrom(0, 30),
    citation: fc.constant(sceneCitation),
  }),
})

/** Stories under some rules, with some kinds of moves between those of whole drafts; all of them unless narrowed. */
export const storiesOf = (kinds?: ReadonlyArray<CovenantMoveKind>): fc.Arbitrary<CovenantStory> =>
  fc.record({
    before: rules,
    after: rules,
    changesAfter: fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 60 })),
    followsUntil: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 90 })),
    moves: covenantStories(kinds === undefined ? {} : { kinds }),
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

/** The first fault among the events of one kind, each looked at with its chapter. */
export const faultIn = <Tag extends CovenantEvent["_tag"]>(
  { chapters }: CovenantTold,
  tag: Tag,
  faultOf: (
    event: Extract<CovenantEvent, { readonly _tag: Tag }>,
    chapter: CovenantChapter,
  ) => string | false | undefined,
): string | undefined =>
  firstFault(chapters, (chapter) =>
    firstFault(chapter.events, (event) =>
      event._tag === tag ? faultOf(event as Extract<CovenantEvent, { readonly _tag: Tag }>, chapter) : undefined,
    ),
  )

/** Whether two states, or parts of them, are the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (
  law: CovenantLaw,
  decider: CovenantDecider,
  options: fc.Parameters<[CovenantStory]> = {},
): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
