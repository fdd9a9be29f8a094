import { describe, expect, it } from "vitest"
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
  threshold,
  today,
} from "../../test/charter/samples.ts"
import { resolve } from "./index.ts"
import type { PackRule, Rank } from "./rule-pack.ts"
import type { RuleValue } from "./rule-value.ts"

const key = "meeting/rule"

/** A pack of a rank that says these things about the one rule. */
const saying = (rank: Rank, ...rules: ReadonlyArray<readonly [PackRule["bound"], RuleValue]>) =>
  pack(`${rank}@2020-01-01`, { rank, rules: rules.map(([bound, value]) => rule(key, bound, value)) })

const resolved = (packs: ReadonlyArray<ReturnType<typeof pack>>, ...chosen: ReadonlyArray<RuleValue>) => {
  const answer = resolve(charter(packs, { choices: chosen.map((value) => own(key, value)) }), packs, today)
  return answer.ok ? answer.value.rules.map(({ from, value }) => [value, from])[0] : answer.refusal
}

describe("CHARTER-4 whose value stands", () => {
  const statute = saying("statute", ["floor", days(10)])

  it("CHARTER-4 the community's own choice before everything", () => {
    expect(resolved([statute, saying("profile", ["default", days(12)])], days(15))).toEqual([days(15), "own"])
  })

  it("CHARTER-4 without one, the default of the narrowest instrument", () => {
    const profile = saying("profile", ["default", days(12)])
    const regulation = saying("local-regulation", ["default", days(20)])
    expect(resolved([regulation, profile, statute])).toEqual([days(12), profile.pack])
    const district = pack("district@2020-01-01", {
      ...{ rank: "local-regulation", jurisdiction: "cn-fj-xm" },
      rules: [rule(key, "default", days(14))],
    })
    expect(resolved([district, regulation])).toEqual([days(14), district.pack])
  })

  it("CHARTER-4 without a default what is exact, else the strictest floor, else the strictest ceiling", () => {
    expect(resolved([saying("statute", ["exact", days(9)])])).toEqual([days(9), "statute@2020-01-01"])
    const city = saying("local-regulation", ["floor", days(12)])
    expect(resolved([statute, city])).toEqual([days(12), city.pack])
    const caps = [saying("statute", ["ceiling", persons(3)]), saying("local-regulation", ["ceiling", persons(2)])]
    expect(resolved(caps)).toEqual([persons(2), "local-regulation@2020-01-01"])
    expect(resolved([saying("statute", ["floor", persons(5)], ["ceiling", persons(9)])])?.[0]).toEqual(persons(5))
  })

  it("CHARTER-4 of two equal floors the one that goes before is cited", () => {
    expect(resolved([saying("profile", ["floor", days(10)]), statute])).toEqual([days(10), statute.pack])
  })

  it("CHARTER-4 a default gives way to a bound of a narrower instrument", () => {
    const city = saying("local-regulation", ["floor", days(15)])
    expect(resolved([saying("statute", ["default", days(10)]), city])).toEqual([days(15), city.pack])
  })

  it("CHARTER-4 two different defaults of which neither is narrower are refused, and a choice settles it", () => {
    const a = pack("a@2020-01-01", { rank: "profile", rules: [rule(key, "default", days(3))] })
    const b = pack("b@2020-01-01", { rank: "profile", rules: [rule(key, "default", days(5))] })
    expect(resolved([b, a])).toMatchObject([
      { _tag: "DefaultsDisagree", one: { pack: a.pack }, other: { pack: b.pack } },
    ])
    expect(resolved([b, a], days(4))).toEqual([days(4), "own"])
    expect(resolved([a, { ...b, rules: a.rules }])).toEqual([days(3), a.pack])
  })

  it("CHARTER-4 a key that no pack has is the community's own, and stands", () => {
    expect(resolved([], flag(true))).toEqual([flag(true), "own"])
  })
})

describe("CHARTER-5 a value is held against every bound", () => {
  it.each([
    ["floor", 9, "BelowFloor"],
    ["floor", 10, undefined],
    ["floor", 11, undefined],
    ["ceiling", 9, undefined],
    ["ceiling", 10, undefined],
    ["ceiling", 11, "AboveCeiling"],
    ["exact", 9, "NotExact"],
    ["exact", 10, undefined],
    ["exact", 11, "NotExact"],
    ["default", 9, undefined],
    ["default", 11, undefined],
  ] as const)("CHARTER-5 a %s of 10 days and a choice of %i: %s", (bound, count, tag) => {
    const statute = saying("statute", [bound, days(10)])
    const answer = resolved([statute], days(count))
    if (tag === undefined) return expect(answer).toEqual([days(count), "own"])
    return expect(answer).toEqual([
      {
        _tag: tag,
        rule: "CHARTER-5",
        key,
        value: days(count),
        allowed: days(10),
        bound: {
          ...{ value: days(10), bound, pack: statute.pack },
          citation: { instrument: "Sample Law", article: key, certainty: "law" },
        },
      },
    ])
  })

  it.each([
    ["at-least 2/3 members", true],
    ["more-than 2/3 members", true],
    ["at-least 3/4 members", true],
    ["at-least 4/6 members", true],
    ["at-least 6666/10000 members", false],
    ["at-least 6667/10000 members", true],
    ["more-than 1/2 members", false],
  ] as const)("CHARTER-5 two thirds of the members are asked at least; %s: %s", (said, allowed) => {
    const statute = saying("statute", ["floor", threshold("at-least 2/3 members")])
    const answer = resolve(charter([statute], { choices: [own(key, threshold(said))] }), [statute], today)
    expect(answer.ok ? "stands" : answer.refusal[0]._tag).toBe(allowed ? "stands" : "BelowFloor")
  })

  it("CHARTER-5 a share that is exactly so may be written in other terms", () => {
    const statute = saying("statute", ["exact", threshold("at-least 2/3 members")])
    expect(resolved([statute], threshold("at-least 4/6 members"))).toEqual([threshold("at-least 2/3 members"), "own"])
  })

  it("CHARTER-5 an exact value is one of another base, and that is no question of more or less", () => {
    const statute = saying("statute", ["exact", threshold("at-least 2/3 members")])
    expect(resolved([statute], threshold("at-least 2/3 present"))).toMatchObject([{ _tag: "NotExact" }])
  })

  it("CHARTER-5 of the bounds that a choice breaks, the strictest is told, so that its value passes", () => {
    const packs = [saying("statute", ["floor", days(10)]), saying("local-regulation", ["floor", days(15)])]
    expect(resolved(packs, days(3))).toMatchObject([{ _tag: "BelowFloor", allowed: days(15) }])
    expect(resolved(packs, days(15))).toEqual([days(15), "own"])
  })

  it.each([
    ["floor", ["open", "secret"], undefined],
    ["floor", ["secret"], undefined],
    ["floor", ["open"], "BelowFloor"],
    ["ceiling", ["secret"], undefined],
    ["ceiling", ["open", "secret"], "AboveCeiling"],
    ["ceiling", ["open"], "AboveCeiling"],
    ["exact", ["open", "secret"], "NotExact"],
  ] as const)("CHARTER-5 of choices with a %s of secret, %j: %s", (bound, [first, ...others], tag) => {
    const answer = resolved([saying("statute", [bound, choices("secret")])], choices(first, ...others))
    expect(tag === undefined ? answer?.[1] : answer?.[0]).toEqual(
      tag === undefined ? "own" : expect.objectContaining({ _tag: tag }),
    )
  })

  it("CHARTER-5 floors of choices add up, and ceilings leave what all of them contain", () => {
    const floors = [saying("statute", ["floor", choices("secret")]), saying("profile", ["floor", choices("open")])]
    expect(resolved(floors)?.[0]).toEqual(choices("open", "secret"))
    expect(resolved(floors, choices("secret"))).toMatchObject([
      { _tag: "BelowFloor", allowed: choices("open", "secret") },
    ])
    const ceilings = [
      saying("statute", ["ceiling", choices("open", "secret")]),
      saying("profile", ["ceiling", choices("papers", "secret")]),
    ]
    expect(resolved(ceilings)?.[0]).toEqual(choices("secret"))
  })
})

describe("CHARTER-6 what has no order is incomparable, and nothing is guessed", () => {
  it.each([
    ["measure", threshold("at-least 2/3 members"), threshold("at-least 3/4 members", "area")],
    ["base", threshold("at-least 2/3 members"), threshold("at-least 1/1 present")],
    ["unit", days(10), { _tag: "Count", count: 10, unit: "working-day" }],
    ["kind", days(10), flag(true)],
    ["no-order", choice("last"), choice("first")],
    ["no-order", flag(true), flag(false)],
  ] as const)("CHARTER-6 a floor against a choice of another %s", (because, floor, value) => {
    const statute = saying("statute", ["floor", floor])
    expect(resolved([statute], value)).toMatchObject([
      { _tag: "IncomparableValues", rule: "CHARTER-6", because, value, from: "own", bound: { pack: statute.pack } },
    ])
    expect(resolved([statute], floor)).toEqual([floor, "own"])
  })

  it("CHARTER-6 two packs whose floors have no order are refused, both named", () => {
    const packs = [
      saying("statute", ["floor", threshold("at-least 2/3 members")]),
      saying("local-regulation", ["floor", threshold("at-least 1/2 present")]),
    ]
    expect(resolved(packs)).toMatchObject([
      { _tag: "IncomparableValues", because: "base", from: packs[1]?.pack, bound: { pack: packs[0]?.pack } },
    ])
  })
})

describe("CHARTER-7 a pack may add and never weaken", () => {
  it.each([
    ["floor", 10, "floor", 9, true],
    ["floor", 10, "floor", 10, false],
    ["floor", 10, "floor", 11, false],
    ["floor", 10, "default", 9, true],
    ["floor", 10, "default", 10, false],
    ["floor", 10, "exact", 9, true],
    ["floor", 10, "exact", 12, false],
    ["floor", 10, "ceiling", 9, true],
    ["floor", 10, "ceiling", 12, false],
    ["ceiling", 10, "default", 11, true],
    ["ceiling", 10, "ceiling", 11, true],
    ["ceiling", 10, "ceiling", 9, false],
    ["ceiling", 10, "floor", 11, true],
    ["ceiling", 10, "floor", 4, false],
    ["exact", 10, "default", 11, true],
    ["exact", 10, "exact", 10, false],
    ["default", 10, "floor", 4, false],
  ] as const)(
    "CHARTER-7 a statute's %s of %i and a regulation's %s of %i: weaker is %s",
    (high, much, low, little, weaker) => {
      const packs = [saying("statute", [high, days(much)]), saying("local-regulation", [low, days(little)])]
      const answer = resolve(charter(packs), packs, today)
      expect(answer.ok).toBe(!weaker)
      if (!answer.ok)
        expect(answer.refusal).toMatchObject([
          { _tag: "PackWeakens", rule: "CHARTER-7", weaker: { pack: packs[1]?.pack }, bound: { pack: packs[0]?.pack } },
        ])
    },
  )

  it("CHARTER-7 that holds even where the community chose for itself", () => {
    const packs = [saying("statute", ["floor", days(10)]), saying("profile", ["default", days(7)])]
    expect(resolved(packs, days(12))).toMatchObject([{ _tag: "PackWeakens" }])
  })

  it("CHARTER-7 two exact values of one rank, and a floor above a ceiling, leave nothing", () => {
    const a = pack("a@2020-01-01", { rules: [rule(key, "exact", days(3))] })
    const b = pack("b@2020-01-01", { rules: [rule(key, "exact", days(5))] })
    expect(resolved([b, a], days(3))).toMatchObject([
      { _tag: "PacksContradict", rule: "CHARTER-7", one: { pack: b.pack }, other: { pack: a.pack } },
    ])
    const torn = saying("statute", ["floor", days(10)], ["ceiling", days(9)])
    expect(resolved([torn])).toMatchObject([{ _tag: "PacksContradict" }])
    expect(resolved([saying("statute", ["floor", days(10)], ["ceiling", days(10)])])?.[0]).toEqual(days(10))
  })

  it("CHARTER-7 a pack whose default is above its own ceiling contradicts itself", () => {
    const torn = saying("statute", ["default", persons(4)], ["ceiling", persons(3)])
    expect(resolved([torn])).toMatchObject([
      { _tag: "PacksContradict", one: { bound: "ceiling" }, other: { bound: "default" } },
    ])
  })

  it("CHARTER-7 ceilings of choices that have nothing in common leave nothing", () => {
    const packs = [saying("statute", ["ceiling", choices("secret")]), saying("profile", ["ceiling", choices("open")])]
    expect(resolved(packs)).toMatchObject([{ _tag: "PackWeakens" }])
  })
})

describe("CHARTER-9 silence and its clause", () => {
  const silence = "owners-general/silence"
  const chosen = (value: RuleValue) => resolve(charter([], { choices: [own(silence, value)] }), [], today)

  it("CHARTER-9 silence that follows the majority names its clause", () => {
    expect(chosen(choice("follow-majority"))).toEqual({
      ok: false,
      refusal: [{ _tag: "ClauseMissing", rule: "CHARTER-9", key: silence, from: "own", choice: "follow-majority" }],
    })
    expect(chosen(choice("follow-majority", "rules of procedure, article 12")).ok).toBe(true)
    expect(chosen(choice("abstain")).ok).toBe(true)
  })

  it("CHARTER-9 a pack needs the clause as well", () => {
    const one = pack("profile@2020-01-01", {
      rank: "profile",
      rules: [rule(silence, "default", choice("follow-majority"))],
    })
    const answer = resolve(charter([one]), [one], today)
    expect(answer.ok ? [] : answer.refusal).toMatchObject([{ _tag: "ClauseMissing", from: one.pack }])
  })
})
