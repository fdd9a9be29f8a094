import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Citation } from "./citation.ts"
import { DecisionRules } from "./decision-rules.ts"
import { changedRules } from "./decision-rules-change.ts"
import { decodeStrictly } from "./reading.ts"

const decode = decodeStrictly(DecisionRules)

const citation: Citation = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "29",
  url: "https://www.npc.gov.cn/",
  certainty: "law",
}

const majority = (numerator: string, denominator: string): DecisionRules["approval"][number] => ({
  threshold: { share: { numerator, denominator }, comparison: "more-than", measure: "heads", base: "present" },
  citation,
})

const rules: DecisionRules = {
  ...{ set: "representatives-meeting", day: "2026-01-01", packs: ["cn.urc-law@2026-01-01"] },
  quorum: [],
  quorumCounts: "present",
  approval: [majority("1", "2")],
  composition: null,
  notice: { days: 10, urgent: true, citation },
  ballot: { modes: ["show-of-hands"], citation },
  proxies: { cap: 0, citation },
  silence: { policy: "not-participating", clause: null, citation },
  repeated: { counts: "last", citation },
  extension: { times: 0, days: 0, citation },
  partyStudy: { required: true, citation },
  subjects: [],
}

/** A difference in each field, one at a time. */
const differences: { readonly [Field in Exclude<keyof DecisionRules, "day">]: Partial<DecisionRules> } = {
  set: { set: "residents-assembly" },
  packs: { packs: ["cn.urc-law@2025-01-01"] },
  quorum: { quorum: [majority("2", "3")] },
  quorumCounts: { quorumCounts: "participating" },
  approval: { approval: [majority("2", "3")] },
  composition: { composition: majority("4", "5") },
  notice: { notice: { ...rules.notice, days: 9 } },
  ballot: { ballot: { modes: ["show-of-hands", "open"], citation } },
  proxies: { proxies: { cap: 1, citation } },
  silence: { silence: { policy: "abstain", clause: null, citation } },
  repeated: { repeated: { counts: "first", citation } },
  extension: { extension: { times: 1, days: 0, citation } },
  partyStudy: { partyStudy: { required: false, citation } },
  subjects: { subjects: [{ subject: "rebuilding", set: "representatives-meeting", citation }] },
}

const fields = Object.keys(differences) as ReadonlyArray<keyof typeof differences>

describe("LAW-1 what differs between two sets of rules", () => {
  it.each(fields)("LAW-1 a difference in %s is named, and nothing else", (field) => {
    expect(changedRules(rules, { ...rules, ...differences[field] })).toEqual([field])
  })

  it("LAW-1 every field but the day is looked at", () => {
    expect([...fields, "day"].toSorted()).toEqual(Object.keys(rules).toSorted())
  })

  it("LAW-1 of several, all are named in the order of the fields, whichever comes first", () => {
    const some = fc.subarray([...fields])
    fc.assert(
      fc.property(some, (changed) => {
        const other = Object.assign({ ...rules }, ...changed.map((field) => differences[field])) as DecisionRules
        expect(changedRules(rules, other)).toEqual(changed)
        expect(changedRules(other, rules)).toEqual(changed)
      }),
    )
  })

  it("LAW-1 another day, another order of keys and another address are no differences", () => {
    expect(changedRules(rules, { ...rules, day: "2027-01-01" })).toEqual([])
    const turned = Object.fromEntries(Object.entries(rules).toReversed()) as DecisionRules
    expect(changedRules(rules, turned)).toEqual([])
    const { url: _, ...bare } = citation
    expect(changedRules(rules, { ...rules, notice: { ...rules.notice, citation: bare } })).toEqual([])
    const approval = [{ ...majority("1", "2"), citation: { ...citation, url: "https://flk.npc.gov.cn/" } }]
    expect(changedRules(rules, { ...rules, approval })).toEqual([])
  })

  it("LAW-1 the same number of another article or another law is a difference", () => {
    const article = { ...rules.notice, citation: { ...citation, article: "26" } }
    expect(changedRules(rules, { ...rules, notice: article })).toEqual(["notice"])
    const instrument = { ...rules.notice, citation: { ...citation, instrument: "another law" } }
    expect(changedRules(rules, { ...rules, notice: instrument })).toEqual(["notice"])
  })
})

describe("LAW-2 what is no set of rules", () => {
  it("LAW-2 a whole one survives JSON", () => {
    expect(decode(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, value: rules })
  })

  it.each([
    ["no way of voting", { ballot: { modes: [], citation } }],
    ["an unknown way of voting", { ballot: { modes: ["by-acclamation"], citation } }],
    ["more than 366 days of notice", { notice: { ...rules.notice, days: 367 } }],
    ["half a proxy", { proxies: { cap: 0.5, citation } }],
    ["eleven extensions", { extension: { times: 11, days: 1, citation } }],
    ["a subject that no set decides", { subjects: [{ subject: "rebuilding", citation }] }],
    ["a number without a citation", { proxies: { cap: 1 } }],
    ["more than all", { approval: [majority("1", "1")] }],
    ["a field that nobody declared", { secret: true }],
  ])("LAW-2 %s", (_, given) => {
    expect(decode({ ...rules, ...given }).ok).toBe(false)
  })

  it.each([
    [{ notice: { ...rules.notice, days: 366 } }],
    [{ proxies: { cap: 10_000, citation } }],
    [{ extension: { times: 10, days: 366, citation } }],
    [{ approval: [] }],
  ])("LAW-2 the most that is kept: %j", (given) => {
    expect(decode({ ...rules, ...given }).ok).toBe(true)
  })
})
