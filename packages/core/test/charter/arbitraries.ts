import type { CharterRules, OwnChoice, PackRule, RulePack, RuleValue } from "@jinlin/core/charter"
import type { StepList, StepPlan } from "@jinlin/core/kernel"
import { type Base, bases, type CivilDate, type Comparison, type Measure } from "@jinlin/core/kernel/arithmetic"
import fc from "fast-check"
import { charter, pack, rule, stepList, stepPlan } from "./samples.ts"

/** Few days and few names, so that things meet. */
export const someDay: fc.Arbitrary<CivilDate> = fc.constantFrom<CivilDate>(
  "2024-12-31",
  "2025-01-01",
  "2025-12-31",
  "2026-01-01",
  "2026-01-02",
  "2027-01-01",
)

const share = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .filter(([numerator, denominator]) => numerator <= denominator)

const comparison = fc.constantFrom<Comparison>("more-than", "at-least")

/** A threshold that can be met, of any base. */
const someThreshold = (measure: Measure, base: fc.Arbitrary<Base>): fc.Arbitrary<RuleValue> =>
  fc
    .tuple(share, comparison, base)
    .filter(([[above, below], compared]) => above < below || compared === "at-least")
    .map(([[above, below], compared, of]) => ({
      ...{ _tag: "Threshold" },
      threshold: {
        share: { numerator: String(above), denominator: String(below) },
        ...{ comparison: compared, measure, base: of },
      },
    }))

const anyBase = fc.constantFrom<Base>(...bases)
const count = (unit: "calendar-day" | "person" | "time", max: number): fc.Arbitrary<RuleValue> =>
  fc.integer({ min: 0, max }).map((many) => ({ _tag: "Count", count: many, unit }))
const flags: fc.Arbitrary<RuleValue> = fc.boolean().map((flag) => ({ _tag: "Flag", flag }))
const oneOf = (...names: ReadonlyArray<string>): fc.Arbitrary<RuleValue> =>
  fc.constantFrom(...names).map((choice) => ({ _tag: "Choice", choice }))
const someOf = (...names: ReadonlyArray<string>): fc.Arbitrary<RuleValue> =>
  fc
    .subarray([...names], { minLength: 1 })
    .map(([first = "", ...others]) => ({ _tag: "Choices", choices: [first, ...others] }))

const valuesOf: ReadonlyArray<readonly [string, fc.Arbitrary<RuleValue>]> = [
  ["meeting/quorum.heads", someThreshold("heads", fc.constantFrom("members", "entitled"))],
  ["meeting/approval.heads", someThreshold("heads", anyBase)],
  ["owners/approval.area", someThreshold("area", anyBase)],
  ["owners/quorum.area", someThreshold("area", fc.constant("whole-estate"))],
  ["meeting/notice-days", count("calendar-day", 20)],
  ["meeting/proxy-cap", count("person", 5)],
  ["meeting/ballot-modes", someOf("show-of-hands", "open", "secret", "secret-papers")],
  ["meeting/silence", oneOf("not-participating", "abstain", "follow-majority")],
  ["meeting/party-study", flags],
  ["meeting/consultative", flags],
  ["appraisal/weight.residents", someThreshold("heads", fc.constant("valid"))],
  ["appraisal/weight.peers", someThreshold("heads", fc.constant("valid"))],
  ["garden/days", count("calendar-day", 5)],
  ["garden/beds.least", count("person", 5)],
  ["garden/beds.most", count("person", 5)],
]

/** A key with a value of its kind, or, now and then, of any kind. */
const keyed: fc.Arbitrary<readonly [string, RuleValue]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...valuesOf).chain(([key, value]) => value.map((one) => [key, one] as const)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...valuesOf), fc.constantFrom(...valuesOf))
      .chain(([[key], [, value]]) => value.map((one) => [key, one] as const)),
  },
)

const seldom = <Value>(otherwise: Value, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary })

type Period = Pick<OwnChoice, "from" | "to">

const period = seldom<Period>({}, fc.record({ from: someDay, to: someDay }, { requiredKeys: [] }))

const packRule: fc.Arbitrary<PackRule> = fc
  .tuple(keyed, fc.constantFrom<PackRule["bound"]>("floor", "ceiling", "exact", "default"), period)
  .map(([[key, value], bound, dated]) => rule(key, bound, value, dated))

const steps = ["propose", "consult", "decide", "elsewhere"]

const someStep: fc.Arbitrary<StepPlan> = fc
  .record({
    step: fc.constantFrom(...steps),
    standing: fc.constantFrom("party", "committee", "council", "residents", "owners"),
    set: fc.constantFrom("meeting", "owners", "nowhere"),
    returnsTo: fc.subarray(steps),
    amendedRestartsAt: fc.option(fc.constantFrom(...steps)),
    lost: fc.constantFrom(...steps),
  })
  .map(({ lost, set, step, ...given }) =>
    stepPlan(step, { ...given, sets: [set], whenLost: { _tag: "Return", to: lost } }),
  )

const someStepList: fc.Arbitrary<StepList> = fc
  .tuple(fc.constantFrom("four", "six"), fc.array(someStep, { minLength: 1, maxLength: 4 }))
  .map(([list, [first = stepPlan("one"), ...others]]) => stepList(list, first, ...others))

const somePack: fc.Arbitrary<RulePack> = fc
  .record({
    name: fc.constantFrom(
      "law@2025-01-01",
      "law@2026-01-01",
      "city@2025-01-01",
      "profile@2025-01-01",
      "reading@2025-01-01",
    ),
    rank: fc.constantFrom("statute", "interpretation", "local-regulation", "profile"),
    jurisdiction: seldom("cn", fc.constantFrom("cn-fj", "cn-fj-xm", "cn-bj")),
    effectiveFrom: seldom<CivilDate>("2020-01-01", someDay),
    effectiveTo: seldom<CivilDate | null>(null, someDay),
    rules: fc.array(packRule, { maxLength: 8 }),
    stepLists: seldom<ReadonlyArray<StepList>>([], fc.array(someStepList, { maxLength: 1 })),
  })
  .map(({ name, ...given }) => pack(name, given))

/** A charter with the packs that are there, all of it well-formed and little of it sensible. */
export interface Community {
  readonly rules: CharterRules
  readonly packs: ReadonlyArray<RulePack>
}

const ownChoice: fc.Arbitrary<OwnChoice> = fc
  .tuple(keyed, period)
  .map(([[key, value], dated]) => ({ key, value, ...dated }))

export const someCommunity: fc.Arbitrary<Community> = fc
  .record({
    packs: fc.uniqueArray(somePack, { maxLength: 4, selector: (one) => one.pack }),
    choices: fc.array(ownChoice, { maxLength: 4 }),
    stepLists: seldom<ReadonlyArray<StepList>>([], fc.array(someStepList, { maxLength: 2 })),
    uses: seldom<Array<string>>([], fc.subarray(["four", "six"])),
  })
  .map(({ packs, ...given }) => ({ packs, rules: charter(packs, given) }))

/** The same in another order. */
export const shuffled = ({ packs, rules }: Community): fc.Arbitrary<Community> => {
  const order = <Item>(items: ReadonlyArray<Item>): fc.Arbitrary<ReadonlyArray<Item>> =>
    fc.shuffledSubarray([...items], { minLength: items.length })
  return fc
    .record({ packs: order(packs), named: order(rules.packs), choices: order(rules.choices), uses: order(rules.uses) })
    .chain(({ choices, named, packs: shelf, uses }) =>
      fc.tuple(...shelf.map((one) => order(one.rules))).map((lists) => ({
        packs: shelf.map((one, index) => ({ ...one, rules: lists[index] ?? one.rules })),
        rules: { ...rules, packs: named, choices, uses },
      })),
    )
}
