import {
  covenantRulesOn,
  defaultCitation,
  type OwnChoice,
  ownCitation,
  publishingBodiesOn,
  publishingLawOn,
  publishingRulesOn,
  type RulePack,
} from "@jinlin/core/charter"
import { CovenantRules } from "@jinlin/core/covenant"
import { DisclosureRules } from "@jinlin/core/disclosure"
import { decodeStrictly } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import { charter, choice, choices, days, flag, own, pack, rule, threshold, today } from "./samples.ts"

const law = pack("law@2020-01-01", {
  rules: [
    rule("disclosure/period-days", "floor", days(15)),
    rule("disclosure/required-channels", "floor", choices("notice-board")),
    rule("disclosure/decisions-of", "floor", choices("assembly", "representatives")),
    rule("disclosure/recourse", "exact", flag(true)),
    rule("residents-covenant/made-by.assembly", "exact", flag(true)),
    rule("residents-covenant/made-by.representatives", "default", flag(false)),
    rule("residents-covenant/filing", "exact", flag(true)),
    rule("residents-covenant/conformity", "exact", flag(true)),
    rule("owners-matters/management-covenant", "exact", choice("owners-general")),
  ],
})
const unrelated = pack("other@2020-01-01", { rules: [rule("garden/days", "floor", days(3))] })
const cited = (article: string) => ({ instrument: "Sample Law", article, certainty: "law" })

const chosen = (packs: ReadonlyArray<RulePack>, own: ReadonlyArray<OwnChoice>) => charter(packs, { choices: own })
const publishing = (packs: ReadonlyArray<RulePack>, ...own: ReadonlyArray<OwnChoice>) =>
  publishingRulesOn(chosen(packs, own), packs, today)
const making = (
  packs: ReadonlyArray<RulePack>,
  kind: CovenantRules["kind"] = "residents-covenant",
  ...own: ReadonlyArray<OwnChoice>
) => covenantRulesOn(chosen(packs, own), packs, { kind, day: today })
const lawFor = (packs: ReadonlyArray<RulePack>, sets: ReadonlyArray<string>, ...own: ReadonlyArray<OwnChoice>) =>
  publishingLawOn(chosen(packs, own), packs, { day: today, sets })

describe("CHARTER-18 how what was decided is published", () => {
  it("CHARTER-18 what nobody says is our default, and says so", () => {
    const rules = publishing([unrelated])
    expect(rules).toEqual({
      ok: true,
      value: {
        ...{ day: today, packs: [] },
        period: { days: 15, citation: defaultCitation },
        required: { channels: ["notice-board"], citation: defaultCitation },
        sheets: { days: 3, citation: defaultCitation },
        audiences: { among: ["residents"], citation: defaultCitation },
      },
    })
  })

  it("CHARTER-18 a law is cited with its pack, a community asks for more, and what comes out is read as rules", () => {
    const rules = publishing(
      [law, unrelated],
      own("disclosure/period-days", days(20)),
      own("disclosure/required-channels", choices("online", "notice-board")),
      own("disclosure/sheet-days", days(0)),
      own("disclosure/audiences", choices("residents", "owners")),
    )
    if (!rules.ok) throw new Error(JSON.stringify(rules.refusal))
    expect(rules.value).toMatchObject({
      packs: [law.pack],
      period: { days: 20, citation: ownCitation },
      required: { channels: ["notice-board", "online"] },
      sheets: { days: 0 },
      audiences: { among: ["owners", "residents"], citation: ownCitation },
    })
    expect(decodeStrictly(DisclosureRules)(rules.value)).toEqual(rules)
  })

  it.each([
    ["disclosure/period-days", days(14), "BelowFloor"],
    ["disclosure/required-channels", choices("online"), "BelowFloor"],
  ])("CHARTER-18 %s below the law is refused with the article", (key, value, tag) => {
    expect(publishing([law], own(key, value))).toMatchObject({
      ok: false,
      refusal: [{ _tag: tag, key, bound: { citation: cited(key) } }],
    })
  })

  it.each([
    ["disclosure/period-days", days(0), 366],
    ["disclosure/period-days", days(367), 366],
    ["disclosure/period-days", flag(true), 366],
    ["disclosure/sheet-days", days(15), 14],
    ["disclosure/audiences", flag(true), null],
    ["disclosure/required-channels", choice("notice-board"), null],
  ])("CHARTER-18 %s = %j does not fit, up to %s", (key, value, most) => {
    expect(publishing([], own(key, value))).toMatchObject({ ok: false, refusal: [{ _tag: "ValueMisfit", key, most }] })
  })

  it.each([
    [1, 0],
    [2, 1],
    [4, 3],
    [40, 3],
  ])("CHARTER-18 a sheet lies fewer days than a period of %i: %i by default", (period, sheets) => {
    const own1 = own("disclosure/period-days", days(period))
    const most = Math.min(period - 1, 31)
    expect(publishing([], own1)).toMatchObject({ ok: true, value: { sheets: { days: sheets } } })
    expect(publishing([], own1, own("disclosure/sheet-days", days(most)))).toMatchObject({ ok: true })
    const longer = own("disclosure/sheet-days", days(most + 1))
    expect(publishing([], own1, longer)).toMatchObject({ ok: false, refusal: [{ _tag: "ValueMisfit", most }] })
  })

  it.each([1, 366])("CHARTER-18 a period of %i days fits", (count) => {
    expect(publishing([], own("disclosure/period-days", days(count)))).toMatchObject({
      ok: true,
      value: { period: { days: count } },
    })
  })
})

describe("CHARTER-18 which bodies publish and oversee", () => {
  const bodies = (...all: ReadonlyArray<OwnChoice>) => publishingBodiesOn(chosen([], all), [], today)

  it("CHARTER-18 are our default unless the community names them", () => {
    expect(bodies()).toEqual({
      publishers: ["residents-committee", "villagers-committee", "owners-committee"],
      overseers: ["oversight-committee"],
    })
    expect(
      bodies(own("disclosure/publishers", choices("service-centre")), own("disclosure/overseers", choices("elders"))),
    ).toEqual({ publishers: ["service-centre"], overseers: ["elders"] })
    expect(bodies(own("disclosure/overseers", flag(true)))).toMatchObject({ overseers: ["oversight-committee"] })
  })
})

describe("CHARTER-19 whose decisions a law has published", () => {
  const none = { law: null, recourse: null }

  it("CHARTER-19 those of the sets that it names, with its own period and way to complain", () => {
    const both = { law: cited("disclosure/period-days"), recourse: cited("disclosure/recourse") }
    expect(lawFor([law], ["representatives"])).toEqual(both)
    expect(lawFor([law], ["owners-general", "assembly"])).toEqual(both)
    expect(lawFor([law], ["owners-general"])).toEqual(none)
    expect(lawFor([law], [])).toEqual(none)
    expect(lawFor([unrelated], ["assembly"])).toEqual(none)
  })

  it("CHARTER-19 a law that names them without a period has none, whatever another law says", () => {
    const older = pack("older@2020-01-01", { rules: [rule("disclosure/decisions-of", "floor", choices("elders"))] })
    expect(lawFor([law, older], ["elders"])).toEqual(none)
  })

  it("CHARTER-19 what a consultation settled, where a law has that published; which meeting is one, profile or community say", () => {
    const both = { law: cited("disclosure/period-days"), recourse: cited("disclosure/recourse") }
    const asking = { ...law, rules: [...law.rules, rule("disclosure/consultations", "exact", flag(true))] }
    const said = (set: string) => rule(`disclosure/consultations-of.${set}`, "default", flag(true))
    const one = pack("one@2020-01-01", { rank: "profile", rules: [said("compound-meeting")] })
    const other = pack("other-one@2020-01-01", { rank: "profile", rules: [said("council")] })
    for (const set of ["compound-meeting", "council"])
      expect(lawFor([asking, one, other], [set, "joint"])).toEqual(both)
    expect(lawFor([asking, one], ["council"])).toEqual(none)
    expect(lawFor([asking], ["compound-meeting"])).toEqual(none)
    expect(lawFor([law, one], ["compound-meeting"])).toEqual(none)
    const choosing = (set: string, yes: boolean) => own(`disclosure/consultations-of.${set}`, flag(yes))
    expect(lawFor([asking, one], ["hearing"], choosing("hearing", true))).toEqual(both)
    expect(lawFor([asking, one], ["compound-meeting"], choosing("compound-meeting", false))).toEqual(none)
  })

  it("CHARTER-19 neither a profile nor a community makes it law", () => {
    const own1 = own("disclosure/decisions-of", choices("assembly", "representatives", "owners-general"))
    expect(lawFor([law], ["owners-general"], own1)).toEqual(none)
    const said = { ...rule("disclosure/decisions-of", "default", choices("assembly", "council", "representatives")) }
    const profile = pack("profile@2020-01-01", { rank: "profile", rules: [said] })
    expect(lawFor([law, profile], ["council"])).toEqual(none)
  })
})

describe("CHARTER-20 how a covenant is made", () => {
  it("CHARTER-20 what nobody says is our default; who makes it, and that it is filed, is the law's", () => {
    const rules = making([law, unrelated])
    expect(rules).toEqual({
      ok: true,
      value: {
        ...{ kind: "residents-covenant", day: today, packs: [law.pack], requiredClauses: [] },
        comments: { days: 15, citation: defaultCitation },
        unaskedChanges: { need: "stated-reason", citation: defaultCitation },
        conformity: { citation: cited("residents-covenant/conformity") },
        makers: { sets: ["assembly"], citation: cited("residents-covenant/made-by.assembly") },
        filing: { required: true, withinDays: 30, citation: cited("residents-covenant/filing") },
      },
    })
    expect(decodeStrictly(CovenantRules)(rules.ok ? rules.value : {})).toEqual(rules)
  })

  it("CHARTER-20 the owners' covenants are made by the set to which they are assigned, and no law has them filed", () => {
    expect(making([law], "management-covenant")).toMatchObject({
      ok: true,
      value: {
        makers: { sets: ["owners-general"], citation: cited("owners-matters/management-covenant") },
        filing: { required: false, citation: defaultCitation },
        conformity: { citation: defaultCitation },
      },
    })
  })

  it("CHARTER-20 whom the law lets be empowered makes it where the community says so, and nobody else does", () => {
    const yes = (set: string) => own(`residents-covenant/made-by.${set}`, flag(true))
    const sets = (...own: ReadonlyArray<OwnChoice>) => {
      const rules = making([law], "residents-covenant", ...own)
      return rules.ok ? rules.value.makers.sets : rules.refusal
    }
    expect(sets(yes("representatives"))).toEqual(["assembly", "representatives"])
    expect(sets(yes("committee"))).toEqual(["assembly"])
  })

  it("CHARTER-20 where no pack says who makes it a community does; where nobody does it is refused", () => {
    expect(making([law], "rules-of-procedure")).toMatchObject({
      ok: false,
      refusal: [{ _tag: "MakersMissing", rule: "CHARTER-20", kind: "rules-of-procedure" }],
    })
    const ours = own("rules-of-procedure/made-by.council", flag(true))
    expect(making([law], "rules-of-procedure", ours)).toMatchObject({
      ok: true,
      value: { makers: { sets: ["council"], citation: ownCitation }, packs: [] },
    })
    const refused = own("rules-of-procedure/made-by.council", flag(false))
    expect(making([law], "rules-of-procedure", refused)).toMatchObject({ ok: false })
  })

  it("CHARTER-20 what is said of a kind goes before what is said of all", () => {
    const all = own("covenant/comment-days", days(20))
    const one = own("residents-covenant/comment-days", days(30))
    const read = (...own: ReadonlyArray<OwnChoice>) => {
      const rules = making([law], "residents-covenant", ...own)
      return rules.ok ? rules.value.comments.days : undefined
    }
    expect([read(all), read(one), read(one, all)]).toEqual([20, 30, 30])
  })

  it("CHARTER-20 a clause is cited by the pack that asks for it, another by the charter", () => {
    const asks = pack("asks@2020-01-01", { rules: [rule("covenant/required-clauses", "floor", choices("leadership"))] })
    const ours = own("covenant/required-clauses", choices("leadership", "quiet-hours"))
    expect(making([law, asks], "residents-covenant", ours)).toMatchObject({
      ok: true,
      value: {
        requiredClauses: [
          { clause: "leadership", citation: cited("covenant/required-clauses") },
          { clause: "quiet-hours", citation: ownCitation },
        ],
        packs: [asks.pack, law.pack],
      },
    })
  })

  it.each([
    ["covenant/comment-days", days(367)],
    ["covenant/filing-days", threshold("at-least 1/2 members")],
    ["covenant/required-clauses", flag(true)],
    ["covenant/unasked-changes", choice("whatever")],
    ["residents-covenant/made-by.representatives", days(3)],
  ])("CHARTER-20 %s does not fit", (key, value) => {
    expect(making([law], "residents-covenant", own(key, value)).ok).toBe(false)
  })
})

describe("CHARTER-21 what stands in the way of these rules", () => {
  it("CHARTER-21 a fault of a key of theirs, and none of anybody else's", () => {
    const elsewhere = own("garden/days", days(1))
    expect(publishing([law, unrelated], elsewhere).ok).toBe(true)
    expect(making([law, unrelated], "residents-covenant", elsewhere).ok).toBe(true)
    const theirs = own("disclosure/period-days", days(1))
    expect(making([law], "residents-covenant", theirs).ok).toBe(true)
    expect(publishing([law], own("residents-covenant/filing", flag(false))).ok).toBe(true)
    expect(making([law], "residents-covenant", own("residents-covenant/filing", flag(false))).ok).toBe(false)
  })

  it("CHARTER-21 a pack that is not there stands in the way of all", () => {
    const missing = { ...charter([law]), packs: ["gone@2020-01-01"] }
    const refusal = [{ _tag: "PackUnknown" }]
    expect(publishingRulesOn(missing, [law], today)).toMatchObject({ ok: false, refusal })
    expect(covenantRulesOn(missing, [law], { kind: "residents-covenant", day: today })).toMatchObject({ ok: false })
  })
})
