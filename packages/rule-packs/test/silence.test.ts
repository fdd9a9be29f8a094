import { readFileSync } from "node:fs"
import { join } from "node:path"
import { decisionKeys, decisionRulesOn, type OwnChoice, resolve } from "@jinlin/core/charter"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const urban = "cn.urc-law@2026-01-01"
const rural = "cn.vc-law@2026-01-01"
const code = "cn.civil-code-278@2021-01-01"

/** What a charter that follows one pack and makes one choice is refused for. */
const refusedFor = (pack: string, key: string, value: OwnChoice["value"], day = "2026-06-01" as const) => {
  const resolved = resolve({ packs: [pack], choices: [{ key, value }], stepLists: [], uses: [] }, rulePacks, day)
  return resolved.ok ? [] : resolved.refusal
}

const follow = { _tag: "Choice", choice: "follow-majority", clause: "Covenant, article 9" } as const
const abstain = { _tag: "Choice", choice: "abstain" } as const

const closed: ReadonlyArray<readonly [string, string, string]> = [
  [urban, "residents-assembly-of-residents", "27"],
  [urban, "residents-assembly-of-households", "27"],
  [urban, "representatives-meeting", "29"],
  [urban, "committee-election-of-voters", "19"],
  [urban, "committee-recall-of-representatives", "20"],
  [rural, "villagers-assembly-of-villagers", "26"],
  [rural, "villagers-assembly-of-households", "26"],
  [rural, "village-representatives-meeting", "30"],
  [rural, "villager-group-of-villagers", "32"],
  [rural, "villager-group-of-households", "32"],
  [code, "owners-change-of-use", "279"],
]

describe("silence", () => {
  it.each(closed)("PACK-20 of %s, %s lets silence neither follow nor abstain, by article %s", (pack, set, article) => {
    for (const value of [follow, abstain])
      expect(refusedFor(pack, `${set}/silence`, value)).toMatchObject([
        { _tag: "NotExact", bound: { pack, citation: { article, certainty: "by-analogy" } } },
      ])
  })

  it.each(["cn.urc-law@2018-12-29", "cn.vc-law@2018-12-29"])("PACK-20 %s had it so before", (pack) => {
    const set = pack.includes("urc") ? "representatives-meeting" : "village-representatives-meeting"
    const choices = [{ key: `${set}/silence`, value: follow }]
    const resolved = resolve({ packs: [pack], choices, stepLists: [], uses: [] }, rulePacks, "2025-12-31")
    expect(resolved.ok ? [] : resolved.refusal).toMatchObject([{ _tag: "NotExact" }])
  })

  it.each(["owners-general", "owners-special"])(
    "PACK-20 of %s a community may name its clause, and not without one",
    (set) => {
      expect(refusedFor(code, `${set}/silence`, follow)).toEqual([])
      const without = { _tag: "Choice", choice: "follow-majority" } as const
      expect(refusedFor(code, `${set}/silence`, without)).toMatchObject([{ _tag: "ClauseMissing" }])
    },
  )
})

describe("a recall", () => {
  it.each(["voters", "households", "representatives"])("PACK-20 of %s is secret, as the election was", (who) => {
    const key = `committee-recall-of-${who}/ballot-modes`
    const open = { _tag: "Choices", choices: ["secret-papers", "show-of-hands"] } as const
    expect(refusedFor(urban, key, open)).toMatchObject([
      { _tag: "AboveCeiling", bound: { citation: { article: "20" } } },
    ])
    expect(refusedFor(urban, key, { _tag: "Choices", choices: ["secret-papers"] })).toEqual([])
  })

  it.each([
    ["voters", 3, 4],
    ["households", 3, 4],
    ["representatives", 0, 1],
  ] as const)("PACK-20 of %s has at most %i proxies", (who, most, tooMany) => {
    const key = `committee-recall-of-${who}/proxy-cap`
    expect(refusedFor(urban, key, { _tag: "Count", count: most, unit: "person" })).toEqual([])
    expect(refusedFor(urban, key, { _tag: "Count", count: tooMany, unit: "person" })).toMatchObject([{ key }])
  })
})

describe("what is enforced", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8")
  const section = readme.slice(readme.indexOf("## What is enforced"), readme.indexOf("So is `<body>-matters"))

  it("PACK-21 the keys that are named are those of which the rules of a sitting are made", () => {
    const named = [...section.matchAll(/`([a-z.-]+)`/g)].map(([, key]) => key)
    expect(named.toSorted()).toEqual([...decisionKeys].sort())
  })

  it("PACK-21 what else a pack says of a set is no rule of its sittings", () => {
    const on = (packs: typeof rulePacks) =>
      decisionRulesOn({ packs: [rural], choices: [], stepLists: [], uses: [] }, packs, {
        ...{ day: "2026-06-01", set: "village-representatives-meeting" },
      })
    const women = (one: (typeof rulePacks)[number]) => ({
      ...one,
      rules: one.rules.filter(({ key }) => !key.endsWith("composition.women")),
    })
    expect(on(rulePacks.map(women))).toEqual(on(rulePacks))
    expect(on(rulePacks)).toMatchObject({ ok: true, value: { composition: { citation: { article: "29" } } } })
  })
})
