import { type CoGovernanceEvent, coGovernancePolicyDefaults } from "@jinlin/core/co-governance"
import * as fc from "fast-check"
import { type CoGovernanceMoveKind, coGovernanceMoves } from "../moves.ts"
import { type Chapter, type CoGovernanceDecider, type CoGovernanceStory, type Told, tell } from "../story.ts"

/** A law: its id, its sentence, the stories that put it to the test, and the check, which gives a counter-example in words or nothing. */
export interface CoGovernanceLaw {
  readonly id: `COGOVERNANCE-${number}`
  readonly says: string
  readonly stories: fc.Arbitrary<CoGovernanceStory>
  readonly check: (told: Told, story: CoGovernanceStory, decider: CoGovernanceDecider) => string | undefined
}

const policies = fc.record({
  ...Object.fromEntries(
    Object.entries(coGovernancePolicyDefaults).map(([field, value]) => [field, fc.constant(value)]),
  ),
  combines: fc.constantFrom(coGovernancePolicyDefaults.combines),
  newStarts: fc.constantFrom(0, 1, 1, 2),
  beginsWhen: fc.constantFrom("posted", "posted", "completed"),
  internalBodiesAppraisal: fc.constantFrom("required", "may-be-skipped"),
  coBuildingUnitsAppraisal: fc.constantFrom("required", "may-be-skipped"),
}) as fc.Arbitrary<CoGovernanceStory["policy"]>

/** Stories under some policies, with some kinds of moves between those of a whole way; all of them unless narrowed. */
export const storiesOf = (kinds?: ReadonlyArray<CoGovernanceMoveKind>): fc.Arbitrary<CoGovernanceStory> =>
  fc.record({
    combine: fc.constantFrom("both", "first-then-second", "second-if-touched"),
    touched: fc.constantFrom([], [], ["unit-1"]),
    policy: policies,
    moves: coGovernanceMoves(kinds),
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

/** The first fault among the events of one kind in a story, each looked at with its chapter. */
export const firstEventFault = <Tag extends CoGovernanceEvent["_tag"]>(
  { chapters }: Told,
  tag: Tag,
  faultOf: (event: Extract<CoGovernanceEvent, { readonly _tag: Tag }>, chapter: Chapter) => string | false | undefined,
): string | undefined => {
  const isOfKind = (event: CoGovernanceEvent): event is Extract<CoGovernanceEvent, { readonly _tag: Tag }> =>
    event._tag === tag
  return firstFault(chapters, (chapter) =>
    firstFault(chapter.events.filter(isOfKind), (event) => faultOf(event, chapter)),
  )
}

/** Whether two states, or parts of them, are the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Put a law to the test on a decider, ours or another. Throws fast-check's report, with its seed, at a counter-example. */
export const assertLaw = (
  law: CoGovernanceLaw,
  decider: CoGovernanceDecider,
  options: fc.Parameters<[CoGovernanceStory]> = {},
): void =>
  fc.assert(
    fc.property(law.stories, (story) => {
      const counterExample = law.check(tell(decider, story), story, decider)
      if (counterExample !== undefined) throw new Error(`${law.id} does not hold: ${counterExample}`)
    }),
    options,
  )
