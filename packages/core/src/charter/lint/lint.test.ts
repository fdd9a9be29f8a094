import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  choices,
  days,
  flag,
  meetingRules,
  own,
  pack,
  persons,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "../../../test/charter/samples.ts"
import type { CharterRules } from "../rule-choices.ts"
import type { PackRule, RulePack } from "../rule-pack.ts"
import type { RuleValue } from "../rule-value.ts"
import { lint } from "./lint.ts"

const only = (id: string, rules: CharterRules, packs: ReadonlyArray<RulePack>, range = {}) =>
  lint(rules, packs, { from: today, ...range }).filter((finding) => finding.rule === id)

const law = (...rules: ReadonlyArray<PackRule>): RulePack => pack("law@2020-01-01", { rules })

/** What one lint rule says of a community that chose these things and follows no law. */
const ofChoices = (id: string, ...chosen: ReadonlyArray<readonly [string, RuleValue]>) =>
  only(id, charter([], { choices: chosen.map(([key, value]) => own(key, value)) }), [])

const ofSteps = (id: string, stepLists: CharterRules["stepLists"], ...rules: ReadonlyArray<PackRule>) => {
  const one = law(...meetingRules, ...rules)
  return only(id, charter([one], { stepLists }), [one])
}

describe("LINT-1 and LINT-2 what does not resolve", () => {
  const old = pack("law@2018-01-01", {
    ...{ effectiveFrom: "2018-01-01", effectiveTo: "2026-01-01" },
    rules: [rule("meeting/notice-days", "floor", days(7))],
  })
  const now = pack("law@2026-01-01", {
    ...{ effectiveFrom: "2026-01-01" },
    rules: [rule("meeting/notice-days", "floor", days(10))],
  })
  const weak = charter([old, now], { choices: [own("meeting/notice-days", days(8))] })

  it("LINT-1 a choice that the law of the first day does not allow, with its place and the article", () => {
    expect(only("LINT-1", weak, [old, now], { from: "2026-01-01" })).toMatchObject([
      {
        ...{ rule: "LINT-1", level: "error", path: ["choices", 0, "value"] },
        facts: { day: "2026-01-01", tag: "BelowFloor", key: "meeting/notice-days" },
        citation: { article: "meeting/notice-days" },
        refusal: { _tag: "BelowFloor", allowed: days(10) },
      },
    ])
  })

  it("LINT-2 a choice that stops being allowed, on the day on which it does", () => {
    expect(lint(weak, [old, now], { from: "2025-12-31" })).toMatchObject([
      {
        rule: "LINT-2",
        level: "error",
        path: ["choices", 0, "value"],
        facts: { day: "2026-01-01", tag: "BelowFloor" },
      },
      { rule: "LINT-3" },
    ])
  })

  it.each([
    ["2025-12-31", 0],
    ["2026-01-01", 0],
    ["2026-01-02", 1],
  ] as const)("LINT-2 a range that ends with %s does not look at that day", (to, found) => {
    expect(only("LINT-2", weak, [old, now], { from: "2025-06-01", to })).toHaveLength(found)
  })

  it("LINT-2 with the choice gone in time there is nothing to say", () => {
    const mended = charter([old, now], { choices: [own("meeting/notice-days", days(8), { to: "2026-01-01" })] })
    expect(lint(mended, [old, now], { from: "2025-12-31" }).map((finding) => finding.rule)).toEqual(["LINT-3"])
  })

  it.each([
    ["PackUnknown", { packs: ["none@2020-01-01"] }, ["packs", 0]],
    ["StepListUnknown", { uses: ["a", "b"] }, ["uses", 0]],
    ["ClauseMissing", { choices: [own("x/silence", choice("follow-majority"))] }, ["choices", 0, "value"]],
    [
      "ChoicesOverlap",
      { choices: [own("x/y", days(1), { to: "2020-01-01" }), own("x/y", days(1)), own("x/y", days(2))] },
      ["choices", 1, "value"],
    ],
  ] as const)("LINT-1 %s stands at its place", (tag, given, path) => {
    expect(only("LINT-1", charter([], given), [])[0]).toMatchObject({ path, refusal: { _tag: tag } })
  })
})

describe("LINT-3 laws that begin or end", () => {
  const old = pack("law@2018-01-01", {
    ...{ effectiveFrom: "2018-01-01", effectiveTo: "2026-01-01" },
    rules: [rule("a/quorum.heads", "floor", threshold("at-least 1/2 members")), rule("a/gone", "exact", flag(true))],
  })
  const now = pack("law@2026-01-01", {
    ...{ effectiveFrom: "2026-01-01", effectiveTo: "2027-01-01" },
    rules: [rule("a/quorum.heads", "floor", threshold("at-least 2/3 members")), rule("a/new", "exact", flag(true))],
  })

  it("LINT-3 one version takes over from another, with what that changes; the end of a law without another is told", () => {
    expect(only("LINT-3", charter([old, now]), [old, now], { from: "2025-01-01" })).toMatchObject([
      {
        ...{ level: "note", path: ["packs", 1] },
        facts: {
          ...{ day: "2026-01-01", pack: now.pack, turn: "begins", instead: old.pack },
          ...{ added: 1, removed: 1, stricter: 1, looser: 0, other: 0 },
        },
      },
      { facts: { day: "2027-01-01", pack: now.pack, turn: "ends", instead: "", removed: 2 } },
    ])
  })

  it("LINT-3 cites where the day is known from, where the law does not say it itself", () => {
    const datesFrom = { instrument: "Another law", article: "50", certainty: "by-analogy" } as const
    const told = only("LINT-3", charter([old, now]), [old, { ...now, datesFrom }], {
      from: "2025-01-01",
      to: "2026-02-01",
    })
    expect(told).toMatchObject([{ facts: { turn: "begins" }, citation: datesFrom }])
    const plain = only("LINT-3", charter([old, now]), [old, now], { from: "2025-01-01", to: "2026-02-01" })
    expect(plain).toMatchObject([{ citation: now.citation }])
  })

  it("LINT-3 counts what says the same and is bound otherwise as changed otherwise", () => {
    const [was, is] = [
      { ...old, rules: [rule("a/proxy-cap", "default", persons(3))] },
      { ...now, rules: [rule("a/proxy-cap", "ceiling", persons(3))] },
    ]
    const told = only("LINT-3", charter([was, is]), [was, is], { from: "2025-01-01", to: "2026-02-01" })
    expect(told).toMatchObject([{ facts: { other: 1, stricter: 0, looser: 0 } }])
  })

  it("LINT-3 another law that changes on the same day is counted for itself", () => {
    const other = pack("other@2026-01-01", { effectiveFrom: "2026-01-01", rules: [rule("b/new", "exact", flag(true))] })
    const packs = [old, now, other]
    const found = only("LINT-3", charter(packs), packs, { from: "2025-01-01", to: "2026-02-01" })
    expect(found).toMatchObject([{ facts: { pack: now.pack, added: 1 } }, { facts: { pack: other.pack, added: 1 } }])
  })
})

describe("LINT-4 weights", () => {
  const weigh = (...shares: ReadonlyArray<`${number}/${number}`>) =>
    ofChoices(
      "LINT-4",
      ...shares.map(
        (share, index) => [`appraisal/weight.part-${index}`, threshold(`at-least ${share} valid`)] as const,
      ),
    )

  it.each([
    [["1/2", "1/2"], undefined],
    [["1/3", "1/3", "1/3"], undefined],
    [["1/1"], undefined],
    [["33/100", "33/100", "33/100"], { sum: "99/100", missing: "1/100", excess: "0", parts: 3 }],
    [["1/2", "1/3"], { sum: "5/6", missing: "1/6", excess: "0", parts: 2 }],
    [["1/2", "2/3"], { sum: "7/6", missing: "0", excess: "1/6", parts: 2 }],
  ] as const)("LINT-4 %j: %j", (shares, facts) => {
    const found = weigh(...shares)
    expect(found.map(({ level, path }) => [level, path])).toEqual(
      facts === undefined ? [] : [["error", ["choices", 0, "value"]]],
    )
    expect(found[0]?.facts).toEqual(facts && { day: today, weights: "appraisal/weight", unreadable: 0, ...facts })
  })

  it.each([
    [["ap/weight.a.x", "ap/weight.a.y"], "ap/weight.a"],
    [["ap/weights.p", "ap/weights.q"], "ap/weights"],
    [["ap/weight-p", "ap/weight-q"], "ap/weight"],
    [["ap/weight.p", "ap/weight-q"], "ap/weight"],
  ] as const)("LINT-4 %j are weights of %s", (keys, weights) => {
    const shares = (second: "1/2" | "1/3") =>
      keys.map((key, index) => [key, threshold(`at-least ${index === 0 ? "1/2" : second} valid`)] as const)
    expect(ofChoices("LINT-4", ...shares("1/3"))).toMatchObject([{ facts: { weights, sum: "5/6", parts: 2 } }])
    expect(ofChoices("LINT-4", ...shares("1/2"))).toEqual([])
  })

  it("LINT-4 what is called after a weight and counts something else is none", () => {
    expect(ofChoices("LINT-4", ["pets/weight-limit", days(3)], ["pets/weighted.a", days(3)])).toEqual([])
  })

  it("LINT-4 names in front tell weights apart, and what is no share is no weight", () => {
    const apart = [
      ["a/weight.x", threshold("at-least 1/1 valid")],
      ["a/night.weight.x", threshold("at-least 1/2 valid")],
      ["a/night.weight.y", threshold("at-least 1/2 valid")],
      ["a/weight", days(3)],
      ["a/weightless.x", days(3)],
    ] as const
    expect(ofChoices("LINT-4", ...apart)).toEqual([])
    expect(ofChoices("LINT-4", ["a/weight.x", threshold("at-least 1/1 valid")], ["a/weight.y", days(3)])).toMatchObject(
      [{ facts: { unreadable: 1, parts: 2 } }],
    )
  })
})

describe("LINT-5 to LINT-7 steps", () => {
  const steps = (...given: ReadonlyArray<Parameters<typeof stepPlan>>) => {
    const [first = stepPlan("none"), ...others] = given.map((each) => stepPlan(...each))
    return [stepList("mine", first, ...others)]
  }

  it("LINT-5 back to an earlier step or to itself is a way; forward, away and twice are none", () => {
    const good = steps(
      ["a"],
      ["b", { returnsTo: ["a", "b"], amendedRestartsAt: "a", whenLost: { _tag: "Return", to: "b" } }],
    )
    expect(ofSteps("LINT-5", good)).toEqual([])
    const bad = steps(
      ["a", { returnsTo: ["b"], whenLost: { _tag: "Return", to: "c" } }],
      ["b", { amendedRestartsAt: "d" }],
      ["b"],
    )
    expect(ofSteps("LINT-5", bad)).toMatchObject([
      {
        level: "error",
        path: ["stepLists", 0, "steps", 0, "returnsTo", 0],
        facts: { step: "a", to: "b", wrong: "later" },
      },
      { path: ["stepLists", 0, "steps", 0, "whenLost", "to"], facts: { to: "c", wrong: "unknown" } },
      { path: ["stepLists", 0, "steps", 1, "amendedRestartsAt"], facts: { to: "d", wrong: "unknown" } },
      { path: ["stepLists", 0, "steps", 2, "step"], facts: { to: "b", wrong: "twice" } },
    ])
  })

  it("LINT-5 in a list of a pack the finding stands where the list is used", () => {
    const profile = pack("profile@2020-01-01", { rank: "profile", stepLists: steps(["a", { returnsTo: ["z"] }]) })
    expect(only("LINT-5", charter([profile], { uses: ["mine"] }), [profile])).toMatchObject([{ path: ["uses", 0] }])
  })

  it("LINT-6 a set that no rule speaks of, or that says what does not fit", () => {
    const lists = steps(["a", { sets: ["meeting", "nowhere"] }])
    expect(ofSteps("LINT-6", lists)).toMatchObject([
      {
        ...{ level: "error", path: ["stepLists", 0, "steps", 0, "sets", 1] },
        ...{ facts: { set: "nowhere", tag: "RuleMissing" }, refusal: { _tag: "RuleMissing" } },
      },
    ])
    expect(ofSteps("LINT-6", steps(["a"]), rule("meeting/silence", "exact", days(1)))).toMatchObject([
      { facts: { set: "meeting", tag: "ValueMisfit" } },
    ])
  })

  it("LINT-7 a study by the Party organization needs a step of the Party before it, not after it and not itself", () => {
    const study = rule("meeting/party-study", "exact", flag(true))
    const party: Parameters<typeof stepPlan> = ["p", { standing: "party", sets: ["cell"] }]
    const cell = rule("cell/approval.heads", "exact", threshold("more-than 1/2 present"))
    expect(ofSteps("LINT-7", steps(party, ["a"]), study, cell)).toEqual([])
    expect(ofSteps("LINT-7", steps(["a"], party), study, cell)).toMatchObject([
      { level: "error", path: ["stepLists", 0, "steps", 0, "sets", 0], citation: { article: "meeting/party-study" } },
    ])
    expect(ofSteps("LINT-7", steps(["a", { standing: "party" }]), study)).toHaveLength(1)
    expect(ofSteps("LINT-7", steps(["a"]), rule("meeting/party-study", "exact", flag(false)))).toEqual([])
  })

  it("LINT-7 a step of the Party that is only heard passes nothing, unless another of its sets decides or another step does", () => {
    const rules = [
      rule("meeting/party-study", "exact", flag(true)),
      rule("cell/approval.heads", "exact", threshold("more-than 1/2 present")),
      rule("council/consultative", "exact", flag(true)),
    ]
    const party = (step: string, ...sets: [string, ...Array<string>]): Parameters<typeof stepPlan> => [
      step,
      { standing: "party", sets },
    ]
    const found = (...given: ReadonlyArray<Parameters<typeof stepPlan>>) => ofSteps("LINT-7", steps(...given), ...rules)
    expect(found(party("p", "council"), ["a"])).toMatchObject([
      { path: ["stepLists", 0, "steps", 1, "sets", 0], facts: { step: "a", earlier: "heard" } },
    ])
    expect(found(["a"])).toMatchObject([{ facts: { earlier: "none" } }])
    expect(found(party("p", "council", "cell"), ["a"])).toEqual([])
    expect(found(party("p", "council"), party("q", "cell"), ["a"])).toEqual([])
  })

  it("LINT-22 a list by which nothing is ever decided", () => {
    const council = rule("council/consultative", "exact", flag(true))
    const heard: Parameters<typeof stepPlan> = ["h", { standing: "council", sets: ["council"] }]
    expect(ofSteps("LINT-22", steps(heard), council)).toMatchObject([
      { level: "error", path: ["stepLists", 0], facts: { list: "mine", steps: 1 } },
    ])
    expect(ofSteps("LINT-22", steps(heard, ["a"]), council)).toEqual([])
    expect(ofSteps("LINT-22", steps(["h", { sets: ["council", "meeting"] }]), council)).toEqual([])
    expect(ofSteps("LINT-22", steps(["h", { sets: ["nowhere"] }]), council)).toEqual([])
  })
})

describe("LINT-20 what residents and owners decide by", () => {
  const easy = own("easy/approval.heads", threshold("at-least 1/100 members"))
  const statute = pack("law@2020-01-01", {
    rules: [rule("easy/approval.heads", "floor", threshold("at-least 1/100 members"))],
  })
  const list = (standing: "residents" | "owners" | "committee" | "council" | "party") => [
    stepList("mine", stepPlan("r", { standing, sets: ["easy"] })),
  ]
  const found = (
    named: ReadonlyArray<RulePack>,
    shelf: ReadonlyArray<RulePack>,
    standing: "residents" | "owners" | "committee",
  ) => only("LINT-20", charter(named, { choices: [easy], stepLists: list(standing) }), shelf)

  it.each(["residents", "owners"] as const)("LINT-20 a set that the community made for its %s", (standing) => {
    expect(found([], [], standing)).toMatchObject([
      {
        ...{ level: "error", path: ["stepLists", 0, "steps", 0, "sets", 0] },
        facts: { step: "r", set: "easy", standing, statutes: "" },
      },
    ])
    expect(found([], [], "committee")).toEqual([])
  })

  it("LINT-20 says which statute at hand would bind it, and is silent where the charter follows that", () => {
    expect(found([], [statute], "residents")).toMatchObject([{ facts: { statutes: statute.pack } }])
    expect(found([statute], [statute], "residents")).toEqual([])
  })

  it.each([
    ["a profile", { rank: "profile" }],
    ["a reading", { rank: "interpretation" }],
    ["the law of a place", { rank: "local-regulation" }],
    [
      "a statute that only proposes",
      { rules: [rule("easy/approval.heads", "default", threshold("at-least 1/100 members"))] },
    ],
    [
      "a statute of the quorum alone",
      { rules: [rule("easy/quorum.heads", "floor", threshold("at-least 1/2 members"))] },
    ],
  ] as const)("LINT-20 %s does not bind it", (_, given) => {
    const other = { ...statute, ...given }
    expect(found([other], [other], "residents")).toMatchObject([{ facts: { statutes: "" } }])
  })

  it.each([
    ["2026-01-01", "2026-01-01", 1],
    ["2026-01-02", "2026-01-01", 0],
  ] as const)(
    "LINT-20 a statute that ends on %s is one no more from then on: on %s found %i",
    (effectiveTo, from, count) => {
      const ending = { ...statute, effectiveTo }
      const rules = charter([ending], { choices: [easy], stepLists: list("residents") })
      expect(only("LINT-20", rules, [ending], { from, to: "2026-01-02" })).toHaveLength(count)
    },
  )

  it("LINT-20 residents who are only heard decide nothing", () => {
    const choices = [own("easy/consultative", flag(true))]
    expect(only("LINT-20", charter([], { choices, stepLists: list("residents") }), [])).toEqual([])
  })
})

describe("LINT-21 proxies", () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [10_000, 1],
  ])("LINT-21 a cap of %i: found %i", (count, found) => {
    const told = ofChoices("LINT-21", ["x/proxy-cap", persons(count)])
    expect(told).toHaveLength(found)
    if (found === 1)
      expect(told).toMatchObject([
        {
          ...{ level: "warning", path: ["choices", 0, "value"], facts: { key: "x/proxy-cap", count, most: 3 } },
          citation: { article: "19", certainty: "by-analogy" },
        },
      ])
  })
})

describe("LINT-8 to LINT-11 thresholds", () => {
  it.each([
    ["more-than 1/1 members", true],
    ["at-least 1/1 members", false],
    ["at-least 3/2 members", true],
    ["at-least 0/1 members", true],
    ["at-least 1/0 members", true],
  ] as const)("LINT-8 %s: found is %s", (said, isFound) => {
    const found = ofChoices("LINT-8", ["x/quorum.heads", threshold(said)])
    expect(found.map(({ level, path }) => [level, path])).toEqual(isFound ? [["error", ["choices", 0, "value"]]] : [])
  })

  it.each([
    ["at-least 2/3 members", "at-least 2/3 members", false],
    ["more-than 2/3 members", "at-least 2/3 members", true],
    ["at-least 2/3 members", "more-than 2/3 members", false],
    ["at-least 3/4 members", "at-least 2/3 entitled", true],
    ["at-least 3/4 present", "at-least 2/3 members", false],
    ["at-least 1/2 members", "at-least 2/3 members", false],
  ] as const)("LINT-9 approval by %s with a quorum of %s: found is %s", (approval, quorum, isFound) => {
    const chosen = [
      ["x/approval.heads", threshold(approval)],
      ["x/quorum.heads", threshold(quorum)],
    ] as const
    expect(ofChoices("LINT-9", ...chosen).map(({ level }) => level)).toEqual(isFound ? ["warning"] : [])
    const one = law(...chosen.map(([key, value]) => rule(key, "floor", value)))
    expect(only("LINT-9", charter([one]), [one]).map(({ level }) => level)).toEqual(isFound ? ["note"] : [])
  })

  it("LINT-10 votes that weigh by area need a ballot by name", () => {
    const area = ["x/approval.area", threshold("more-than 1/2 participating", "area")] as const
    expect(ofChoices("LINT-10", area)).toEqual([])
    expect(ofChoices("LINT-10", area, ["x/ballot-modes", choices("secret", "open")])).toEqual([])
    expect(ofChoices("LINT-10", area, ["x/ballot-modes", choices("secret", "show-of-hands")])).toMatchObject([
      { level: "error", path: ["choices", 1, "value"], facts: { set: "x", modes: "show-of-hands, secret" } },
    ])
  })

  it.each([
    ["6667/10000", "2/3"],
    ["67/100", "2/3"],
    ["33/100", "1/3"],
    ["2/3", undefined],
    ["3/4", undefined],
  ] as const)("LINT-11 %s may be meant as %s", (written, meant) => {
    const found = ofChoices("LINT-11", ["x/quorum.heads", threshold(`at-least ${written} members`)])
    expect(found.map(({ facts, level }) => [level, facts["share"], facts["meant"]])).toEqual(
      meant === undefined ? [] : [["warning", written, meant]],
    )
  })
})

describe("LINT-11 of a choice that the day refuses", () => {
  it.each([
    ["6666/10000", "6666/10000"],
    ["67/100", undefined],
    ["2/3", undefined],
  ] as const)("LINT-11 %s below more than two thirds is refused as it was written", (share, refused) => {
    const one = law(rule("meeting/quorum.heads", "floor", threshold("at-least 2/3 members")))
    const chosen = charter([one], { choices: [own("meeting/quorum.heads", threshold(`at-least ${share} members`))] })
    const [first] = only("LINT-1", chosen, [one])
    const [numerator, denominator] = share.split("/")
    if (refused === undefined) expect(first).toBeUndefined()
    else expect(first).toMatchObject({ refusal: { value: { threshold: { share: { numerator, denominator } } } } })
    const told = only("LINT-11", chosen, [one]).map(({ facts, path }) => [path, facts["share"], facts["meant"]])
    expect(told).toEqual(share === "2/3" ? [] : [[["choices", 0, "value"], share, "2/3"]])
  })
})

describe("LINT-12 to LINT-15 what works and is hardly meant so", () => {
  it("LINT-12 an article that lets a no help is a note with the article; a community's own choice is a warning", () => {
    const one = law(...meetingRules)
    expect(only("LINT-12", charter([one]), [one])).toMatchObject([
      {
        ...{ level: "note", path: ["packs", 0], citation: { article: "meeting/quorum.heads" } },
        facts: { set: "meeting", members: 4, for: 2, against: 0, present: 2, presentThen: 3 },
      },
    ])
    const stricter = charter([one], { choices: [own("meeting/quorum.heads", threshold("at-least 3/4 members"))] })
    expect(only("LINT-12", stricter, [one])).toMatchObject([{ level: "warning", path: ["choices", 0, "value"] }])
  })

  it.each([
    ["abstain", undefined],
    ["abstain", "article 12"],
    ["follow-majority", "article 12"],
  ] as const)("LINT-13 silence that is to %s, by the clause %s, is told of", (policy, clause) => {
    expect(ofChoices("LINT-13", ["owners/silence", choice(policy, clause)])).toMatchObject([
      { level: "warning", path: ["choices", 0, "value"], facts: { policy, clause: clause ?? "" } },
    ])
  })

  it("LINT-13 silence that follows the majority, with its clause; silence that takes no part is not told of", () => {
    expect(ofChoices("LINT-13", ["owners/silence", choice("follow-majority", "article 12")])).toMatchObject([
      { level: "warning", path: ["choices", 0, "value"], facts: { key: "owners/silence", clause: "article 12" } },
    ])
    expect(ofChoices("LINT-13", ["owners/silence", choice("not-participating")])).toEqual([])
  })

  it.each([
    ["more-than 1/2 valid", undefined, true],
    ["more-than 1/2 members", undefined, false],
    ["more-than 1/2 valid", "at-least 1/10 members", false],
  ] as const)("LINT-14 approval by %s with a quorum of %s: one may decide is %s", (approval, quorum, isFound) => {
    const chosen = [
      ["x/approval.heads", threshold(approval)] as const,
      ...(quorum === undefined ? [] : [["x/quorum.heads", threshold(quorum)] as const]),
    ]
    expect(ofChoices("LINT-14", ...chosen).map(({ level }) => level)).toEqual(isFound ? ["warning"] : [])
  })

  it.each([
    ["2026-02-01", "2026-02-02", 0],
    ["2026-02-01", "2026-02-01", 1],
    ["2026-02-01", "2026-01-31", 1],
  ] as const)("LINT-15 a choice from %s to %s: %i", (from, to, found) => {
    const rules = charter([], { choices: [own("x/y", days(1), { from, to })] })
    expect(only("LINT-15", rules, [])).toHaveLength(found)
  })

  it("LINT-15 a sensible charter has nothing to be told, errors come before warnings and warnings before notes", () => {
    expect(lint(charter([]), [], { from: today })).toEqual([])
    const one = law(...meetingRules)
    const chosen = [
      own("x/quorum.heads", threshold("at-least 67/100 members")),
      own("x/silence", choice("follow-majority")),
    ]
    const levels = lint(charter([one], { choices: chosen }), [one], { from: today }).map(({ level }) => level)
    expect(levels).toEqual(["error", "warning", "note"])
  })
})
