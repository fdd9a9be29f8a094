import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { describe, expect, it } from "vitest"
import { charter, days, own, pack, rule, stepList, stepPlan, today } from "../../test/charter/samples.ts"
import { resolve } from "./index.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"

const notice = "meeting/notice-days"

const old = pack("sample-law@2018-01-01", {
  effectiveFrom: "2018-01-01",
  effectiveTo: "2026-01-01",
  rules: [rule(notice, "floor", days(7))],
})
const present = pack("sample-law@2026-01-01", {
  effectiveFrom: "2026-01-01",
  rules: [rule(notice, "floor", days(10))],
})

const resolved = (rules: CharterRules, packs: ReadonlyArray<RulePack>, day: CivilDate = today) => {
  const answer = resolve(rules, packs, day)
  return answer.ok ? answer.value : answer.refusal
}

const valueOn = (rules: CharterRules, packs: ReadonlyArray<RulePack>, day: CivilDate) => {
  const answer = resolve(rules, packs, day)
  return answer.ok ? answer.value.rules.map(({ from, value }) => [value, from]) : answer.refusal
}

describe("CHARTER-1 the packs that a charter names are there", () => {
  it("CHARTER-1 a pack that is not there is refused with the versions of that law that are", () => {
    const named = { ...charter([]), packs: ["sample-law@2019-01-01"] }
    expect(resolved(named, [pack("other@2020-01-01"), present, old])).toEqual([
      {
        _tag: "PackUnknown",
        rule: "CHARTER-1",
        pack: "sample-law@2019-01-01",
        known: ["sample-law@2018-01-01", "sample-law@2026-01-01"],
      },
    ])
  })

  it("CHARTER-1 a pack of an unknown law is refused with all that there are", () => {
    const named = { ...charter([]), packs: ["nothing@2019-01-01"] }
    expect(resolved(named, [present, old])).toMatchObject([{ _tag: "PackUnknown", known: [old.pack, present.pack] }])
  })

  it("CHARTER-1 one name with two contents is refused; the same file twice, or named twice, is not", () => {
    const other = { ...present, rules: [] }
    expect(resolved(charter([present]), [present, other])).toMatchObject([{ _tag: "PackTwice", pack: present.pack }])
    expect(resolve(charter([present, present]), [present, { ...present }], today).ok).toBe(true)
  })

  it("CHARTER-1 a pack that no charter names says nothing", () => {
    expect(resolved(charter([]), [present, old])).toEqual({ day: today, packs: [], rules: [], stepLists: [] })
  })
})

describe("CHARTER-2 one version of each law is in force", () => {
  const both = charter([present, old])

  it.each([
    ["2025-12-31", 7, old.pack],
    ["2026-01-01", 10, present.pack],
    ["2026-01-02", 10, present.pack],
  ] as const)("CHARTER-2 with both versions named, %s has %i days by %s", (day, count, from) => {
    expect(valueOn(both, [old, present], day)).toEqual([[days(count), from]])
  })

  it("CHARTER-2 on a day without any version, that is refused with the day, and with a version that would do", () => {
    expect(resolved(charter([present]), [old, present], "2025-12-31")).toEqual([
      {
        _tag: "PackNotInForce",
        rule: "CHARTER-2",
        packs: [present.pack],
        day: "2025-12-31",
        inForce: [old.pack],
      },
    ])
    expect(resolved(both, [old, present], "2017-12-31")).toMatchObject([
      { _tag: "PackNotInForce", packs: [old.pack, present.pack], inForce: [] },
    ])
  })

  it("CHARTER-2 two versions that are in force at once are refused, and neither is preferred", () => {
    const endless = { ...old, effectiveTo: null }
    expect(resolved(charter([present, endless]), [endless, present])).toEqual([
      { _tag: "VersionsOverlap", rule: "CHARTER-2", packs: [old.pack, present.pack], day: today },
    ])
    expect(resolve(charter([present, endless]), [endless, present], "2025-12-31").ok).toBe(true)
  })

  it("CHARTER-2 a rule may hold for a shorter time than its pack: its first day counts, its end does not", () => {
    const short = pack("short@2020-01-01", {
      rules: [rule(notice, "floor", days(5), { from: "2026-03-01", to: "2026-04-01" })],
    })
    const keysOn = (day: CivilDate) => {
      const answer = resolve(charter([short]), [short], day)
      return answer.ok ? answer.value.rules.length : -1
    }
    const [first, end]: ReadonlyArray<CivilDate> = ["2026-03-01", "2026-04-01"]
    const around = [first, end].flatMap((day) => (day === undefined ? [] : [addDays(day, -1), day]))
    expect(around.map(keysOn)).toEqual([0, 1, 1, 0])
  })
})

describe("CHARTER-3 a community lies in one place", () => {
  const local = (name: string, jurisdiction: string, rank: RulePack["rank"] = "local-regulation"): RulePack =>
    pack(`${name}@2020-01-01`, { jurisdiction, rank })

  it.each([
    ["cn-fj", "cn-fj-xm", true],
    ["cn", "cn-bj", true],
    ["cn-fj", "cn-fj", true],
    ["cn-fj", "cn-bj", false],
    ["cn-f", "cn-fj", false],
  ])("CHARTER-3 regulations of %s and %s together: %s", (one, other, allowed) => {
    const packs = [local("a", one), local("b", other)]
    expect(resolve(charter(packs), packs, today).ok).toBe(allowed)
  })

  it("CHARTER-3 the refusal names packs and places; a profile of another place may be borrowed", () => {
    const packs = [local("b", "cn-bj"), local("a", "cn-fj")]
    expect(resolved(charter(packs), packs)).toEqual([
      {
        _tag: "PlacesApart",
        rule: "CHARTER-3",
        packs: ["a@2020-01-01", "b@2020-01-01"],
        places: ["cn-fj", "cn-bj"],
      },
    ])
    const borrowed = [local("b", "cn-bj", "profile"), local("a", "cn-fj")]
    expect(resolve(charter(borrowed), borrowed, today).ok).toBe(true)
  })
})

describe("CHARTER-8 one choice holds on a day", () => {
  const until = own(notice, days(12), { to: "2026-06-01" })
  const since = own(notice, days(15), { from: "2026-06-01" })

  it.each([
    ["2026-05-31", 12],
    ["2026-06-01", 15],
  ] as const)("CHARTER-8 choices that follow each other: %s has %i days", (day, count) => {
    const rules = charter([present], { choices: [since, until] })
    expect(valueOn(rules, [present], day)).toEqual([[days(count), "own"]])
  })

  it("CHARTER-8 two that overlap are refused with their periods, on the days on which they do", () => {
    const rules = charter([present], { choices: [own(notice, days(15), { from: "2026-05-31" }), until] })
    expect(resolved(rules, [present], "2026-05-31")).toEqual([
      {
        _tag: "ChoicesOverlap",
        rule: "CHARTER-8",
        key: notice,
        day: "2026-05-31",
        periods: [
          { from: null, to: "2026-06-01" },
          { from: "2026-05-31", to: null },
        ],
      },
    ])
    expect(resolve(rules, [present], "2026-05-30").ok).toBe(true)
    expect(resolve(rules, [present], "2026-06-01").ok).toBe(true)
  })

  it("CHARTER-8 two that say the same do no harm", () => {
    const rules = charter([present], {
      choices: [own(notice, days(12)), own(notice, days(12), { from: "2026-01-01" })],
    })
    expect(valueOn(rules, [present], today)).toEqual([[days(12), "own"]])
  })

  it("CHARTER-8 why a community chose so stays with its choice", () => {
    const rules = charter([], { choices: [{ ...own("garden/days", days(3)), because: "voted in May" }] })
    expect(resolved(rules, [])).toMatchObject({ rules: [{ key: "garden/days", from: "own", because: "voted in May" }] })
  })
})

describe("CHARTER-10 step lists", () => {
  const four = stepList("four-step", stepPlan("propose"))
  const offering = pack("profile@2020-01-01", { rank: "profile", stepLists: [four] })

  it("CHARTER-10 its own lists are there without being used; those of packs when they are", () => {
    const mine = stepList("mine", stepPlan("talk"))
    const both = charter([offering], { stepLists: [mine], uses: ["four-step"] })
    expect(resolved(both, [offering])).toMatchObject({ stepLists: [{ list: "four-step" }, { list: "mine" }] })
    expect(resolved(charter([offering]), [offering])).toMatchObject({ stepLists: [] })
  })

  it("CHARTER-10 a list that nobody offers on the day is refused with those that are", () => {
    expect(resolved(charter([offering], { uses: ["six-step"] }), [offering])).toEqual([
      { _tag: "StepListUnknown", rule: "CHARTER-10", list: "six-step", day: today, known: ["four-step"] },
    ])
  })

  it("CHARTER-10 two different lists of one name are refused with whose they are; twice the same is not", () => {
    const mine = stepList("four-step", stepPlan("talk"))
    expect(resolved(charter([offering], { stepLists: [mine], uses: ["four-step"] }), [offering])).toEqual([
      { _tag: "StepListTwice", rule: "CHARTER-10", list: "four-step", from: ["own", "profile@2020-01-01"] },
    ])
    expect(resolve(charter([offering], { stepLists: [four], uses: ["four-step"] }), [offering], today).ok).toBe(true)
  })
})
