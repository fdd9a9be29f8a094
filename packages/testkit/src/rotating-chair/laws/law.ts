import type { RotaPolicy } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import { type Move, type MoveKind, moveKinds, rotaPolicies, rotaStories } from "../arbitraries.ts"
import { type RotaDecider, type Told, tell } from "../story.ts"

/** A story before it is told. */
export interface RotaStory {
  readonly policy: RotaPolicy
  readonly units: number
  readonly moves: ReadonlyArray<Move>
}

/**
 * A law of the rotating chair: its id, its sentence with the options and histories that it holds for, the stories that
 * put it to the test, and the check, which gives a counter-example in words or nothing.
 */
export interface ChairLaw {
  readonly id: `CHAIR-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<RotaStory>
  readonly check: (told: Told, story: RotaStory, decider: RotaDecider) => string | undefined
}

/** Stories under some policies, made of some kinds of moves; all of both unless narrowed. */
export const storiesOf = (
  only: { readonly [Field in keyof RotaPolicy]?: fc.Arbitrary<RotaPolicy[Field]> } = {},
  kinds?: ReadonlyArray<MoveKind>,
): fc.Arbitrary<RotaStory> =>
  fc.record({
    policy: rotaPolicies(only),
    units: fc.integer({ min: 1, max: 6 }),
    moves: rotaStories(kinds === undefined ? {} : { kinds }),
  })

/** Every kind of move but the adoption of another policy. */
export const steadyMoves: ReadonlyArray<MoveKind> = moveKinds.filter((kind) => kind !== "adopt")

/** Terms that the calendar ends. */
export const calendarTerms = {
  term: fc.constantFrom<RotaPolicy["term"]>(
    { _tag: "Months", count: 1 },
    { _tag: "Months", count: 2 },
    { _tag: "Quarter" },
  ),
}

/** The order `LongestWaiting` alone. */
export const longestWaiting = { order: fc.constant<RotaPolicy["order"]>({ _tag: "LongestWaiting" }) }

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (law: ChairLaw, decider: RotaDecider, options: fc.Parameters<[RotaStory]> = {}): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
