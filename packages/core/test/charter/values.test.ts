import { type CharterRules, type RulePack, type RuleValue, resolve } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { compareTexts } from "../../src/charter/text-order.ts"
import { compareValues, isAllowed, normalValue } from "../../src/charter/value-order.ts"
import {
  charter,
  choice,
  choices,
  days,
  flag,
  own,
  pack,
  persons,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "./samples.ts"

const impossible = threshold("more-than 1/1 members")
const half = threshold("at-least 1/2 members")

describe("CHARTER-6 which of two values asks more", () => {
  it.each([
    [days(3), days(3), "same"],
    [days(4), days(3), "more"],
    [days(3), days(4), "less"],
    [half, half, "same"],
    [threshold("more-than 1/2 members"), half, "more"],
    [half, threshold("more-than 1/2 members"), "less"],
    [choices("a", "b"), choices("b", "a"), "same"],
    [choices("a", "b"), choices("b"), "more"],
    [choices("b"), choices("a", "b"), "less"],
    [choice("a"), choice("a", "article 12"), "same"],
    [flag(false), flag(false), "same"],
  ] as const)("CHARTER-6 %j to %j: %s", (a, b, order) => {
    expect(compareValues(a, b)).toEqual({ ok: true, value: order })
  })

  it.each([
    [choices("a"), choices("b"), "no-order"],
    [choice("a"), choice("b"), "no-order"],
    [flag(true), flag(false), "no-order"],
    [days(3), persons(3), "unit"],
    [half, threshold("at-least 1/2 present"), "base"],
    [half, threshold("at-least 1/2 members", "area"), "measure"],
    [half, threshold("at-least 1/2 present", "area"), "measure"],
    [half, impossible, "unreadable"],
    [impossible, half, "unreadable"],
  ] as const)("CHARTER-6 %j and %j have no order: %s", (a, b, because) => {
    expect(compareValues(a, b)).toEqual({ ok: false, refusal: because })
  })

  const kinds: ReadonlyArray<RuleValue> = [half, days(3), choices("a"), choice("a"), flag(true)]
  it.each(kinds.flatMap((a, index) => kinds.filter((_, other) => other !== index).map((b) => [a, b] as const)))(
    "CHARTER-6 %j and %j are of two kinds",
    (a, b) => {
      expect(compareValues(a, b)).toEqual({ ok: false, refusal: "kind" })
      expect(isAllowed(a, "floor", b)).toEqual({ ok: false, refusal: "kind" })
      expect(isAllowed(a, "ceiling", b)).toEqual({ ok: false, refusal: "kind" })
      expect(isAllowed(a, "exact", b)).toEqual({ ok: true, value: false })
      expect(isAllowed(a, "default", b)).toEqual({ ok: true, value: true })
    },
  )

  it.each(["floor", "ceiling", "exact"] as const)(
    "CHARTER-6 nobody can hold anything against a %s that cannot be read",
    (bound) => {
      expect(isAllowed(half, bound, impossible)).toEqual({ ok: false, refusal: "unreadable" })
      expect(isAllowed(impossible, bound, half)).toEqual({ ok: false, refusal: "unreadable" })
    },
  )

  it("CHARTER-6 what cannot be read stays as it was written", () => {
    expect(normalValue(impossible)).toEqual(impossible)
    expect(normalValue(threshold("at-least 2/4 members"))).toEqual(half)
    expect(normalValue(choices("b", "a", "b"))).toEqual(choices("a", "b"))
  })
})

describe("CHARTER-4 an order that shows nowhere", () => {
  it.each([
    ["a", "b", -1],
    ["b", "a", 1],
    ["a", "a", 0],
    ["Z", "a", -1],
  ] as const)("CHARTER-4 %s before %s: %i", (a, b, order) => {
    expect(compareTexts(a, b)).toBe(order)
  })

  const resolved = (rules: CharterRules, packs: ReadonlyArray<RulePack> = []) => {
    const answer = resolve(rules, packs, today)
    return answer.ok ? answer.value : answer.refusal
  }

  it("CHARTER-4 rules stand by key, packs and lists by name, whatever came first", () => {
    const [a, b] = [pack("a@2020-01-01", { rules: [rule("b/x", "floor", days(1))] }), pack("b@2020-01-01")]
    const lists = [stepList("two", stepPlan("x")), stepList("one", stepPlan("x"))]
    const rules = charter([b, a], { choices: [own("c/x", days(1)), own("a/x", days(1))], stepLists: lists })
    expect(resolved(rules, [b, a])).toMatchObject({
      ...{ packs: [a.pack, b.pack], rules: [{ key: "a/x" }, { key: "b/x" }, { key: "c/x" }] },
      stepLists: [{ list: "one" }, { list: "two" }],
    })
  })

  it("CHARTER-10 what is used and not offered is told by name, with what is offered by name", () => {
    const lists = [stepList("two", stepPlan("x")), stepList("one", stepPlan("x"))]
    const known = ["one", "two"]
    expect(resolved(charter([], { stepLists: lists, uses: ["z", "y", "z"] }))).toEqual([
      { _tag: "StepListUnknown", rule: "CHARTER-10", list: "y", day: today, known },
      { _tag: "StepListUnknown", rule: "CHARTER-10", list: "z", day: today, known },
    ])
  })

  it("CHARTER-4 proposals that disagree are refused by this rule", () => {
    const packs = [3, 5].map((count) =>
      pack(`p-${count}@2020-01-01`, { rank: "profile", rules: [rule("a/x", "default", days(count))] }),
    )
    expect(resolved(charter(packs), packs)).toMatchObject([{ _tag: "DefaultsDisagree", rule: "CHARTER-4", key: "a/x" }])
  })

  const because = (text: string, from?: "2020-01-01" | "2021-01-01", to?: "2027-01-01" | "2028-01-01") => ({
    ...own("a/x", days(1)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    because: text,
  })

  it.each([
    [because("later", "2021-01-01"), because("earlier", "2020-01-01"), "earlier"],
    [because("dated", "2020-01-01"), because("always"), "always"],
    [because("endless"), because("ended", undefined, "2027-01-01"), "ended"],
    [because("longer", undefined, "2028-01-01"), because("shorter", undefined, "2027-01-01"), "shorter"],
    [because("b"), because("a"), "a"],
  ])("CHARTER-8 of two choices that say the same, %j and %j, the reason is: %s", (one, other, reason) => {
    for (const chosen of [
      [one, other],
      [other, one],
    ])
      expect(resolved(charter([], { choices: chosen }))).toMatchObject({ rules: [{ because: reason }] })
  })

  it("CHARTER-8 the periods of choices that overlap are told by their first day, then by their last", () => {
    const chosen = [
      own("a/x", days(1), { from: "2021-01-01" }),
      own("a/x", days(2), { from: "2020-01-01" }),
      own("a/x", days(3), { from: "2020-01-01", to: "2028-01-01" }),
      own("a/x", days(4)),
    ]
    const periods = [
      { from: null, to: null },
      { from: "2020-01-01", to: "2028-01-01" },
      { from: "2020-01-01", to: null },
      { from: "2021-01-01", to: null },
    ]
    for (const order of [chosen, chosen.toReversed()])
      expect(resolved(charter([], { choices: order }))).toMatchObject([{ _tag: "ChoicesOverlap", periods }])
  })
})

describe("CHARTER-9 the clause of silence", () => {
  it.each([
    ["a/silence", choice("follow-majority", " "), false],
    ["a/silence", choice("follow-majority", " article 12 "), true],
    ["a/other", choice("follow-majority"), true],
    ["a/silence.night", choice("follow-majority"), true],
    ["a/silence", flag(true), true],
  ] as const)("CHARTER-9 %s with %j stands: %s", (key, value, stands) => {
    expect(resolve(charter([], { choices: [own(key, value)] }), [], today).ok).toBe(stands)
  })
})
