import type { MatterPlan } from "@jinlin/core/deliberation"
import * as fc from "fast-check"
import { cited, ofTheScene, plainRules, type RulesBody } from "./rules.ts"

const shares = fc.constantFrom("1/2" as const, "2/3" as const, "1/3" as const, "3/4" as const)
const comparisons = fc.constantFrom("more-than" as const, "at-least" as const)
const measures = fc.oneof(
  { weight: 9, arbitrary: fc.constant("heads" as const) },
  { weight: 1, arbitrary: fc.constant("area" as const) },
)

const quorums = fc
  .record({ share: shares, comparison: comparisons, measure: measures })
  .map(({ share, ...more }) => cited(share, { base: "members", ...more }))

const approvals = fc
  .record({
    share: shares,
    comparison: comparisons,
    measure: measures,
    base: fc.constantFrom("present" as const, "members" as const, "participating" as const, "valid" as const),
  })
  .map(({ share, ...more }) => cited(share, more))

/** To most sets no subject is assigned; `assembly` decides the lights, and the gates are for a set of which no step knows. */
export const assignedSubjects: fc.Arbitrary<RulesBody["subjects"]> = fc
  .constantFrom([], ["lights"], ["gates"], ["gates", "lights"])
  .map((names) =>
    names.map((subject, place) => ({ subject, set: place === 0 ? "assembly" : "elsewhere", citation: ofTheScene })),
  )

const modes = fc.constantFrom<RulesBody["ballot"]["modes"]>(
  ["show-of-hands", "open", "secret", "secret-papers"],
  ["show-of-hands"],
  ["open"],
  ["secret", "secret-papers"],
)

/** Rules of a body that decides, with small numbers, over every axis. Narrow it by arbitraries of your own for some fields. */
export const decidingRules = (
  only: { readonly [Field in keyof RulesBody]?: fc.Arbitrary<RulesBody[Field]> } = {},
): fc.Arbitrary<RulesBody> =>
  fc.record<RulesBody>({
    packs: fc.constantFrom([], ["law@1"], ["law@2"]),
    quorum: fc.array(quorums, { maxLength: 1 }),
    quorumCounts: fc.constantFrom("present", "participating"),
    approval: fc.array(approvals, { minLength: 1, maxLength: 2 }),
    composition: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("4/5" as const, "1/2" as const).map((share) => cited(share, { base: "members" })),
      },
    ),
    notice: fc.record({
      days: fc.integer({ min: 0, max: 10 }),
      urgent: fc.boolean(),
      citation: fc.constant(ofTheScene),
    }),
    ballot: fc.record({ modes, citation: fc.constant(ofTheScene) }),
    proxies: fc.record({ cap: fc.integer({ min: 0, max: 2 }), citation: fc.constant(ofTheScene) }),
    silence: fc.constant(plainRules.silence),
    repeated: fc.record({ counts: fc.constantFrom("first", "last"), citation: fc.constant(ofTheScene) }),
    extension: fc.record({
      times: fc.integer({ min: 0, max: 2 }),
      days: fc.integer({ min: 0, max: 5 }),
      citation: fc.constant(ofTheScene),
    }),
    partyStudy: fc.record({
      required: fc.constantFrom(false, false, false, false, true),
      citation: fc.constant(ofTheScene),
    }),
    subjects: fc.constant(plainRules.subjects),
    ...only,
  })

const whenLost = (earlier: ReadonlyArray<string>) =>
  fc.oneof(
    fc.constant({ _tag: "Reject" } as const),
    fc.constant({ _tag: "Stay" } as const),
    fc.constantFrom(...earlier).map((to) => ({ _tag: "Return", to }) as const),
  )

const stepAt = (index: number): fc.Arbitrary<MatterPlan["steps"][number]> => {
  const step = `step-${index}`
  const upTo = Array.from({ length: index }, (_, place) => `step-${place + 1}`)
  return fc.record({
    step: fc.constant(step),
    body: fc.constant(`body-${index}`),
    standing: index === 1 ? fc.constant("party" as const) : fc.constantFrom("committee" as const, "residents" as const),
    sets: fc.constantFrom<MatterPlan["steps"][number]["sets"]>(
      ["assembly"],
      ["assembly"],
      ["assembly", "assembly", "council"],
    ),
    whenLost: whenLost(upTo),
    returnsTo: fc.subarray([...upTo]),
    amendedRestartsAt: fc.option(fc.constantFrom(...upTo), { nil: null }),
  })
}

/** Plans of up to three steps, whose bodies sit under the sets `assembly`, which decides, and `council`, which is heard. */
export const matterPlans: fc.Arbitrary<MatterPlan> = fc.integer({ min: 0, max: 2 }).chain((more) =>
  fc.record({
    list: fc.constant("some-steps"),
    steps: fc
      .tuple(stepAt(1), ...Array.from({ length: more }, (_, index) => stepAt(index + 2)))
      .map(([first, ...others]) => [first, ...others] as const),
  }),
)
