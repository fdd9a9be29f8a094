import { type PackRule, type Rank, type RuleValue, resolve } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { charter, choices, days, flag, own, pack, rule, today } from "./samples.ts"

const key = "meeting/rule"

type Said = readonly [PackRule["bound"], RuleValue]

const saying = (name: string, rank: Rank, [bound, value]: Said) =>
  pack(`${name}@2020-01-01`, { rank, rules: [rule(key, bound, value)] })

/** What two packs leave of one rule, and what is against it. */
const settled = (packs: ReadonlyArray<ReturnType<typeof pack>>, ...chosen: ReadonlyArray<RuleValue>) => {
  const answer = resolve(charter(packs, { choices: chosen.map((value) => own(key, value)) }), packs, today)
  return answer.ok ? answer.value.rules.map(({ from, value }) => [value, from])[0] : answer.refusal
}

const peers = (one: Said, other: Said, ...chosen: ReadonlyArray<RuleValue>) =>
  settled([saying("a", "statute", one), saying("b", "statute", other)], ...chosen)

const ranked = (first: Said, second: Said, ...chosen: ReadonlyArray<RuleValue>) =>
  settled([saying("a", "statute", first), saying("b", "profile", second)], ...chosen)

describe("CHARTER-7 two packs of which neither goes before the other", () => {
  it.each([
    [["floor", days(10)], ["floor", days(12)], days(12), "b@2020-01-01"],
    [["floor", days(12)], ["floor", days(10)], days(12), "a@2020-01-01"],
    [["ceiling", days(10)], ["ceiling", days(12)], days(10), "a@2020-01-01"],
    [["ceiling", days(12)], ["ceiling", days(10)], days(10), "b@2020-01-01"],
    [["floor", days(10)], ["exact", days(12)], days(12), "b@2020-01-01"],
    [["exact", days(12)], ["floor", days(10)], days(12), "a@2020-01-01"],
    [["ceiling", days(12)], ["exact", days(10)], days(10), "b@2020-01-01"],
  ] as const)("CHARTER-7 a %j and a %j leave %j", (one, other, value, from) => {
    expect(peers(one, other)).toEqual([value, from])
  })

  it.each([
    [["floor", days(10)], ["ceiling", days(9)], "b@2020-01-01", "a@2020-01-01"],
    [["ceiling", days(9)], ["floor", days(10)], "a@2020-01-01", "b@2020-01-01"],
    [["floor", days(10)], ["exact", days(9)], "a@2020-01-01", "b@2020-01-01"],
    [["exact", days(9)], ["floor", days(10)], "b@2020-01-01", "a@2020-01-01"],
  ] as const)("CHARTER-7 of a %j and a %j, %s is held against %s", (one, other, bound, value) => {
    expect(peers(one, other)).toMatchObject([
      { _tag: "PacksContradict", rule: "CHARTER-7", one: { pack: bound }, other: { pack: value } },
    ])
  })

  it.each([
    [choices("open"), days(3)],
    [days(3), choices("open")],
  ] as const)("CHARTER-6 floors of %j and %j have no order, and are not called a contradiction", (one, other) => {
    expect(peers(["floor", one], ["floor", other])).toMatchObject([
      {
        ...{ _tag: "IncomparableValues", rule: "CHARTER-6", because: "kind" },
        ...{ from: "b@2020-01-01", value: other, bound: { pack: "a@2020-01-01", value: one } },
      },
    ])
  })

  it("CHARTER-4 proposals without an order disagree, and a choice settles it", () => {
    expect(peers(["default", days(3)], ["default", flag(true)])).toMatchObject([{ _tag: "DefaultsDisagree" }])
    expect(peers(["default", days(3)], ["default", flag(true)], days(5))).toEqual([days(5), "own"])
  })
})

describe("CHARTER-7 a pack that gives way to another", () => {
  it.each([
    [days(12), days(12)],
    [days(9), days(9)],
    [flag(true), flag(true)],
  ] as const)("CHARTER-4 may propose anything where the other proposes 10 days: %j", (proposed, value) => {
    expect(ranked(["default", days(10)], ["default", proposed])).toEqual([value, "b@2020-01-01"])
  })

  it.each([
    [["exact", days(10)], ["exact", days(9)], days(10)],
    [["exact", days(10)], ["exact", days(11)], days(10)],
    [["exact", days(10)], ["default", days(9)], days(10)],
    [["exact", days(10)], ["default", days(11)], days(10)],
    [["floor", choices("secret")], ["default", choices("open")], choices("secret")],
    [["ceiling", choices("secret")], ["default", choices("open")], choices("secret")],
  ] as const)("CHARTER-7 weakens a %j by a %j, even where the community chose for itself", (first, second, chosen) => {
    const weakens = { _tag: "PackWeakens", weaker: { pack: "b@2020-01-01" }, bound: { pack: "a@2020-01-01" } }
    expect(ranked(first, second)).toMatchObject([weakens])
    expect(ranked(first, second, chosen)).toMatchObject([weakens])
  })

  it.each(["default", "exact", "floor", "ceiling"] as const)("CHARTER-6 says with a %s what has no order", (bound) => {
    expect(ranked(["floor", days(10)], [bound, flag(true)])).toMatchObject([
      {
        _tag: "IncomparableValues",
        rule: "CHARTER-6",
        because: "kind",
        from: "b@2020-01-01",
      },
    ])
  })
})
