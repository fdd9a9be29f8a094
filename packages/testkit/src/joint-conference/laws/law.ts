import type { ConferencePolicy } from "@jinlin/core/joint-conference"
import * as fc from "fast-check"
import { type ConferenceMoveKind, conferenceStories, type Move } from "../moves.ts"
import { conferencePolicies } from "../policies.ts"
import { type ConferenceDecider, type Told, tell } from "../story.ts"

/** A story before it is told. */
export interface ConferenceStory {
  readonly policy: ConferencePolicy
  readonly members: number
  readonly moves: ReadonlyArray<Move>
}

/**
 * A law of the joint conference: its id, its sentence with the options and histories that it holds for, the stories that
 * put it to the test, and the check, which gives a counter-example in words or nothing.
 */
export interface ConferenceLaw {
  readonly id: `CONFERENCE-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<ConferenceStory>
  readonly check: (told: Told, story: ConferenceStory, decider: ConferenceDecider) => string | undefined
}

/** Stories under some policies, with some kinds of moves between the steps of meetings; all of both unless narrowed. */
export const storiesOf = (
  only: { readonly [Field in keyof ConferencePolicy]?: fc.Arbitrary<ConferencePolicy[Field]> } = {},
  kinds?: ReadonlyArray<ConferenceMoveKind>,
): fc.Arbitrary<ConferenceStory> =>
  fc.record({
    policy: conferencePolicies(only),
    members: fc.integer({ min: 1, max: 6 }),
    moves: conferenceStories(kinds === undefined ? {} : { kinds }),
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

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (
  law: ConferenceLaw,
  decider: ConferenceDecider,
  options: fc.Parameters<[ConferenceStory]> = {},
): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
