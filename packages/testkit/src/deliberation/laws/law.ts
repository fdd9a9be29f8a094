import type { DeliberationEvent, Matter, Voter } from "@jinlin/core/deliberation"
import * as fc from "fast-check"
import { type DeliberationMoveKind, deliberationStories } from "../moves.ts"
import { decidingRules, matterPlans } from "../policies.ts"
import type { RulesBody } from "../rules.ts"
import { type Chapter, type DeliberationDecider, type DeliberationStory, type Told, tell } from "../story.ts"

/**
 * A law of deliberation: its id, its sentence, the stories that put it to the test, and the check, which gives a
 * counter-example in words or nothing.
 */
export interface DeliberationLaw {
  readonly id: `DELIBERATION-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<DeliberationStory>
  readonly check: (told: Told, story: DeliberationStory, decider: DeliberationDecider) => string | undefined
}

/** One kind of event. */
type Of<Tag extends DeliberationEvent["_tag"]> = Extract<DeliberationEvent, { readonly _tag: Tag }>
/** An event by which a body decided on a motion. */
export type Decided = Of<"StepPassed" | "StepLost" | "TextAmended" | "MatterReturned">

/** Whether an event is the result of a vote. */
export const isDecided = (event: DeliberationEvent): event is Decided =>
  event._tag === "StepPassed" ||
  event._tag === "StepLost" ||
  event._tag === "TextAmended" ||
  event._tag === "MatterReturned"

const voter = (index: number): fc.Arbitrary<Voter> =>
  fc.record({
    voter: fc.constant(`voter-${index}`),
    person: fc.constant(`person-${index}`),
    heads: fc.constantFrom(1, 1, 1, 1, 2),
    area: fc.constantFrom(0, 0, 0, 500_000),
    kind: fc.constantFrom("representative", "representative", "representative", null),
  })

const electorates = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 6 }).map((count) =>
      Array.from({ length: count }, (_, index) => ({
        voter: `voter-${index + 1}`,
        person: `person-${index + 1}`,
        heads: 1,
        area: 0,
        kind: "representative",
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 5 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => voter(index + 1)))),
  },
)

/** Stories under some rules, with some kinds of moves between those of whole sittings; all of both unless narrowed. */
export const storiesOf = (
  kinds?: ReadonlyArray<DeliberationMoveKind>,
  only: { readonly [Field in keyof RulesBody]?: fc.Arbitrary<RulesBody[Field]> } = {},
): fc.Arbitrary<DeliberationStory> => {
  const rules = decidingRules(only)
  return fc.record({
    plan: matterPlans,
    about: fc.constantFrom(null, "lights", "gates"),
    electorate: electorates,
    before: rules,
    after: fc.oneof(rules, rules),
    changesAfter: fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 60 })),
    moves: deliberationStories(kinds === undefined ? {} : { kinds }),
  })
}

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
  faultOf: (event: DeliberationEvent, chapter: Chapter) => string | false | undefined,
): string | undefined =>
  firstFault(chapters, (chapter) => firstFault(chapter.events, (event) => faultOf(event, chapter)))

/** Whether two states, or parts of them, are the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The steps of a matter in the order of its plan. */
export const stepsIn = ({ plan }: Matter): ReadonlyArray<string> => plan?.steps.map(({ step }) => step) ?? []

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (
  law: DeliberationLaw,
  decider: DeliberationDecider,
  options: fc.Parameters<[DeliberationStory]> = {},
): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
