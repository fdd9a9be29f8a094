import { play } from "@jinlin/testkit"
import {
  covenantStep as at,
  type CovenantStep,
  covenantAt,
  covenantCitation,
  covenantDigest,
  covenantRules,
  decidedMatter,
  openMatter,
  repealText,
  revisedText,
  covenantText as text,
} from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"
import { after, refused, tags } from "../../test/covenant/after-steps.ts"
import { addDays, type CivilDate } from "../kernel/arithmetic.ts"
import { digestOfSections } from "../kernel/sections.ts"
import { type Clauses, covenant, due, versionOn } from "./index.ts"

const force = (day: CivilDate, version: number, from: CivilDate) => at(day, { _tag: "BringIntoForce", version, from })

const second = text("lead:1", "parking:3", "dogs:1")
const third = text("lead:1", "parking:4", "dogs:1")

/** Another version from its first revision to its decision: 20 days from the day on which it is begun. */
const another = (
  begunOn: CivilDate,
  sections: Clauses,
  { corrects = [], matter }: { readonly matter: string; readonly corrects?: ReadonlyArray<string> },
): ReadonlyArray<CovenantStep> => {
  const day = (days: number) => addDays(begunOn, days)
  return [
    at(begunOn, { _tag: "DraftRevision", sections, reasons: [] }),
    at(begunOn, { _tag: "OpenComments", until: day(15) }),
    at(day(16), { _tag: "CloseComments" }),
    at(day(16), {
      ...{ _tag: "CheckLegality", document: digestOfSections(sections), conforms: true },
      ...{ opinion: covenantDigest(8), against: [] },
    }),
    at(day(17), { _tag: "SubmitDraft", matter, corrects }, { outcome: openMatter(matter, sections) }),
    at(
      day(20),
      { _tag: "RecordDecision" },
      { rules: covenantRules(day(20)), outcome: decidedMatter(matter, sections, { decidedOn: day(20) }) },
    ),
  ]
}
const numbers = (steps: ReadonlyArray<CovenantStep>, days: ReadonlyArray<CivilDate>) => {
  const { refused: none, state } = play(covenant, steps)
  expect(none).toEqual([])
  return days.map((day) => versionOn(state.versions, day)?.version ?? null)
}

/** Version 1 is in force from the 1st of May; version 2 was decided on the 10th of June. */
const twoVersions = [...covenantAt("announced"), ...another("2026-05-21", second, { matter: "matter-2" })]

describe("from when a version is in force", () => {
  it("COVENANT-11 neither before the decision nor in the past", () => {
    expect(refused(covenantAt("adopted"), force("2026-04-12", 1, "2026-04-11"))).toEqual([
      { _tag: "ForceTooEarly", rule: "COVENANT-11", from: "2026-04-11", earliest: "2026-04-12" },
    ])
    expect(tags(covenantAt("adopted"), force("2026-04-12", 1, "2026-04-12"))).toEqual([])
    expect(tags(covenantAt("adopted"), force("2026-04-12", 1, "2026-04-13"))).toEqual([])
    expect(refused(covenantAt("adopted"), force("2026-04-12", 2, "2026-05-01"))).toEqual([
      { _tag: "NoSuchVersion", rule: "COVENANT-11", version: 2, versions: [1] },
    ])
  })

  it("COVENANT-11 the next takes over on its day, and nothing is in force twice or not at all", () => {
    const steps = [...twoVersions, force("2026-06-11", 2, "2026-07-01")]
    const days = ["2026-04-30", "2026-05-01", "2026-06-30", "2026-07-01", "2026-07-02"] as const
    expect(numbers(steps, days)).toEqual([null, 1, 1, 2, 2])
  })

  it("COVENANT-12 a day moves until it has come, and the version before goes on until then", () => {
    const steps = [...twoVersions, force("2026-06-11", 2, "2026-07-01"), force("2026-06-30", 2, "2026-08-01")]
    expect(numbers(steps, ["2026-07-01", "2026-07-31", "2026-08-01"])).toEqual([1, 1, 2])
    const begun = [...twoVersions, force("2026-06-11", 2, "2026-07-01")]
    expect(refused(begun, force("2026-07-01", 2, "2026-08-01"))).toEqual([
      { _tag: "VersionHasBegun", rule: "COVENANT-11", version: 2, from: "2026-07-01" },
    ])
    expect(after(begun, force("2026-07-01", 2, "2026-07-01")).events).toEqual([])
  })

  it("COVENANT-12 a version that is adopted and not in force yet is overtaken from its own day, and before it", () => {
    const waiting = [
      ...covenantAt("adopted"),
      force("2026-04-12", 1, "2026-09-01"),
      ...another("2026-05-21", second, { matter: "matter-2" }),
    ]
    for (const day of ["2026-08-31", "2026-09-01"] as const) {
      const steps = [...waiting, force("2026-06-11", 2, day)]
      expect(numbers(steps, ["2026-08-30", "2026-09-01", "2026-09-02"])).toEqual([null, 2, 2])
      expect(refused(steps, force("2026-06-12", 1, "2026-06-20"))).toMatchObject([
        { _tag: "VersionOvertaken", rule: "COVENANT-12", version: 1 },
      ])
    }
    const both = [...waiting, force("2026-06-11", 2, "2026-09-02")]
    expect(numbers(both, ["2026-08-31", "2026-09-01", "2026-09-02"])).toEqual([null, 1, 2])
    expect(refused(both, force("2026-06-12", 1, "2026-09-02"))).toMatchObject([
      { _tag: "LaterVersionBegins", later: 2, begins: "2026-09-02" },
    ])
    expect(tags(both, force("2026-06-12", 1, "2026-08-01"))).toEqual([])
  })

  it("COVENANT-12 of two versions from one day the one that has begun stays", () => {
    const begun = [...twoVersions, force("2026-06-11", 2, "2026-07-01")]
    const three = [...begun, ...another("2026-06-11", third, { matter: "matter-3" })]
    expect(refused(three, force("2026-07-01", 3, "2026-07-01"))).toEqual([
      { _tag: "DayTaken", rule: "COVENANT-12", from: "2026-07-01", version: 2, earliest: "2026-07-02" },
    ])
    expect(numbers([...three, force("2026-07-01", 3, "2026-07-02")], ["2026-07-01", "2026-07-02"])).toEqual([2, 3])
  })

  it("COVENANT-9 the text of the version that was adopted last is nothing to decide", () => {
    const again = another("2026-05-21", revisedText, { matter: "matter-2" })
    const [last, ...rest] = again.slice(0, -1).toReversed()
    if (last === undefined) throw new Error("no submission")
    expect(refused([...covenantAt("announced"), ...rest.toReversed()], last)).toMatchObject([
      { _tag: "NothingChanged", version: 1 },
    ])
  })
})

describe("filing", () => {
  const file = (day: CivilDate, on: CivilDate, receipt = "No. 7") =>
    at(day, { _tag: "FileVersion", version: 1, receipt, with: "office-1", on })

  it("COVENANT-13 in time, late by a day, and never before the decision or in the future", () => {
    const late = (on: CivilDate) => after(covenantAt("adopted"), file("2026-06-01", on)).events
    expect(late("2026-05-10")).toMatchObject([{ _tag: "VersionFiled", filing: { lateDays: 0 } }])
    expect(late("2026-05-11")).toMatchObject([{ _tag: "VersionFiled", filing: { lateDays: 1 } }])
    expect(tags(covenantAt("adopted"), file("2026-06-01", "2026-04-10"))).toEqual([])
    expect(refused(covenantAt("adopted"), file("2026-06-01", "2026-04-09"))).toEqual([
      { _tag: "FilingDayImpossible", rule: "COVENANT-13", on: "2026-04-09", from: "2026-04-10", to: "2026-06-01" },
    ])
    expect(tags(covenantAt("adopted"), file("2026-06-01", "2026-06-02"))).toEqual(["FilingDayImpossible"])
  })

  it("COVENANT-13 holds up nothing: a version that nobody filed comes into force and is amended", () => {
    expect(play(covenant, twoVersions).state.versions.map(({ filed }) => filed)).toEqual([null, null])
  })

  it("COVENANT-13 a corrected receipt takes the place of the first, the same one changes nothing", () => {
    const filed = [...covenantAt("adopted"), file("2026-05-01", "2026-05-01")]
    expect(after(filed, file("2026-05-02", "2026-05-01")).events).toEqual([])
    expect(after(filed, file("2026-05-02", "2026-05-01", "No. 8")).state.versions[0]?.filed?.receipt).toBe("No. 8")
  })

  it("COVENANT-13 the reminder falls due on the last day, once, and not for what is filed or overtaken", () => {
    const remind = (day: CivilDate) => at(day, { _tag: "RemindFiling", version: 1 })
    const waits = { rule: "COVENANT-13", on: "2026-05-10", command: { _tag: "RemindFiling", version: 1 } }
    expect(due(play(covenant, covenantAt("adopted")).state)).toEqual([waits])
    expect(refused(covenantAt("adopted"), remind("2026-05-09"))).toMatchObject([
      { _tag: "FilingNotDue", lastDay: "2026-05-10" },
    ])
    const told = after(covenantAt("adopted"), remind("2026-05-10"))
    expect(told.events).toMatchObject([{ _tag: "FilingReminded", lastDay: "2026-05-10" }])
    expect(due(told.state)).toEqual([])
    expect(after([...covenantAt("adopted"), remind("2026-05-10")], remind("2026-05-11")).events).toEqual([])
    const filed = [...covenantAt("adopted"), file("2026-05-01", "2026-05-01")]
    expect(after(filed, remind("2026-05-10")).events).toEqual([])
    const overtaken = [
      ...covenantAt("adopted"),
      ...another("2026-04-12", second, { matter: "matter-2" }),
      force("2026-05-03", 2, "2026-05-04"),
    ]
    expect(refused(overtaken, remind("2026-05-10"))).toMatchObject([{ _tag: "FilingNotDue", lastDay: null }])
  })
})

const order = (
  day: CivilDate,
  only: { readonly order?: string; readonly version?: number; readonly reason?: string } = {},
) =>
  at(day, {
    ...{ _tag: "OrderCorrection", order: "order-1", version: 1, by: "office-1", clauses: ["parking"] },
    ...{ reason: "against the right to come and go", ...only },
  })

describe("orders to correct", () => {
  const submit = (day: CivilDate, corrects: ReadonlyArray<string>) =>
    at(day, { _tag: "SubmitDraft", matter: "matter-2", corrects })

  it("COVENANT-14 takes nothing out of force, and is given once", () => {
    const ordered = after(covenantAt("announced"), order("2026-05-20"))
    expect(versionOn(ordered.state.versions, "2026-05-20")?.version).toBe(1)
    expect(after([...covenantAt("announced"), order("2026-05-20")], order("2026-05-21")).events).toEqual([])
    for (const other of [{ reason: "another" }, { version: 2 }])
      expect(tags([...twoVersions, order("2026-06-11")], order("2026-06-12", other))).toEqual(["OrderNamedTwice"])
  })

  it("COVENANT-14 a draft that was under way answers it too, and its clauses change without a comment", () => {
    const underWay = another("2026-05-21", second, { matter: "matter-2" })
    const open = [...covenantAt("announced"), ...underWay.slice(0, 2), order("2026-05-25"), ...underWay.slice(2, 3)]
    const checked = (sections: Clauses) =>
      at("2026-06-06", {
        ...{ _tag: "CheckLegality", document: digestOfSections(sections), conforms: true },
        ...{ opinion: covenantDigest(8), against: [] },
      })
    expect(refused([...open, checked(second)], submit("2026-06-07", []))).toEqual([
      { _tag: "OrdersUnanswered", rule: "COVENANT-14", orders: ["order-1"] },
    ])
    const corrected = text("lead:1", "parking:5", "dogs:1")
    const answered = [
      ...open,
      at("2026-06-06", { _tag: "DraftRevision", sections: corrected, reasons: [] }),
      checked(corrected),
    ]
    expect(tags(answered, submit("2026-06-07", ["order-1"]))).toEqual([])
    expect(refused(answered, submit("2026-06-07", ["order-1", "order-9"]))).toEqual([
      { _tag: "NoSuchOrder", rule: "COVENANT-14", order: "order-9", orders: ["order-1"] },
    ])
  })

  it("COVENANT-14 what lies with a body goes on, and the order stands for the text after it", () => {
    const lies = another("2026-05-21", second, { matter: "matter-2" })
    const steps = [...covenantAt("announced"), ...lies.slice(0, -1), order("2026-06-08"), ...lies.slice(-1)]
    expect(numbers([...steps, force("2026-06-11", 2, "2026-06-12")], ["2026-06-12"])).toEqual([2])
    const next = another("2026-06-13", third, { matter: "matter-3" }).slice(0, -2)
    const put = at("2026-06-30", { _tag: "SubmitDraft", matter: "matter-3", corrects: [] })
    expect(tags([...steps, force("2026-06-11", 2, "2026-06-12"), ...next], put)).toEqual(["OrdersUnanswered"])
  })

  it("COVENANT-14 is met when a version that answers it has begun, and not when that is only decided", () => {
    const answer = another("2026-05-21", second, { matter: "matter-2", corrects: ["order-1"] })
    const decided = [...covenantAt("announced"), order("2026-05-20"), ...answer]
    const next = (day: CivilDate) => another(day, third, { matter: "matter-3" }).slice(0, -2)
    const put = (day: CivilDate) => at(addDays(day, 17), { _tag: "SubmitDraft", matter: "matter-3", corrects: [] })
    expect(tags([...decided, ...next("2026-06-11")], put("2026-06-11"))).toEqual(["OrdersUnanswered"])
    const inForce = [...decided, force("2026-06-11", 2, "2026-06-12")]
    expect(tags([...inForce, ...next("2026-06-13")], put("2026-06-13"))).toEqual([])
  })

  it("COVENANT-14 the office lifts it, once, and what is over is not corrected", () => {
    const lift = (day: CivilDate, name = "order-1") => at(day, { _tag: "LiftOrder", order: name, reason: "answered" })
    const ordered = [...covenantAt("announced"), order("2026-05-20")]
    expect(after(ordered, lift("2026-05-21")).events).toMatchObject([{ _tag: "OrderLifted", order: "order-1" }])
    expect(after([...ordered, lift("2026-05-21")], lift("2026-05-22")).events).toEqual([])
    expect(refused(ordered, lift("2026-05-21", "order-2"))).toMatchObject([
      { _tag: "NoSuchOrder", orders: ["order-1"] },
    ])
    const replaced = [...twoVersions, force("2026-06-11", 2, "2026-07-01")]
    expect(tags(replaced, order("2026-06-30"))).toEqual([])
    expect(refused(replaced, order("2026-07-01"))).toEqual([
      { _tag: "VersionIsOver", rule: "COVENANT-14", version: 1, versions: [2] },
    ])
  })
})

describe("repeal", () => {
  const decided = (only: Parameters<typeof decidedMatter>[2] = {}) =>
    decidedMatter("matter-9", repealText, { decidedOn: "2026-06-15", ...only })
  const repeal = (day: CivilDate, from: CivilDate, only: Parameters<typeof decidedMatter>[2] = {}) =>
    at(
      day,
      { _tag: "RepealCovenant", matter: "matter-9", sections: repealText, from },
      { outcome: decided(only), rules: covenantRules(only.decidedOn ?? "2026-06-15") },
    )

  it("COVENANT-15 it holds until the day before, and what was to come never comes", () => {
    const steps = [...twoVersions, force("2026-06-11", 2, "2026-09-01"), repeal("2026-06-16", "2026-08-01")]
    expect(numbers(steps, ["2026-07-31", "2026-08-01", "2026-09-01"])).toEqual([1, null, null])
    expect(play(covenant, steps).state).toMatchObject({ status: "repealed", draft: null })
    const file = at("2026-09-01", { _tag: "FileVersion", version: 1, receipt: "r", with: "office-1", on: "2026-09-01" })
    expect(tags(steps, file)).toEqual([])
    expect(refused(steps, order("2026-07-01"))).toEqual([
      { _tag: "CovenantNotOpen", rule: "COVENANT-1", status: "repealed" },
    ])
  })

  it("COVENANT-15 takes a decision on exactly the named text, by a body that may, in a matter of its own", () => {
    const because = (only: Parameters<typeof decidedMatter>[2]) =>
      tags(twoVersions, repeal("2026-06-16", "2026-08-01", only))
    expect(because({})).toEqual([])
    expect(because({ text: covenantDigest(4) })).toEqual(["RepealNotDecided"])
    expect(because({ status: "rejected", text: null, decidedOn: null, set: null })).toEqual(["RepealNotDecided"])
    expect(because({ status: "open", text: null, decidedOn: null, set: null })).toEqual(["MatterUndecided"])
    expect(because({ matter: "matter-8" })).toEqual(["MatterUndecided"])
    expect(refused(twoVersions, repeal("2026-06-16", "2026-08-01", { set: "residents-committee" }))).toEqual([
      {
        ...{ _tag: "BodyMayNotMake", rule: "COVENANT-10", set: "residents-committee", sets: ["residents-assembly"] },
        citation: covenantCitation,
      },
    ])
    const used = at(
      "2026-06-16",
      { _tag: "RepealCovenant", matter: "matter-2", sections: second, from: "2026-08-01" },
      { outcome: decidedMatter("matter-2", second, { decidedOn: "2026-06-10" }), rules: covenantRules("2026-06-10") },
    )
    expect(tags(twoVersions, used)).toEqual(["RepealNotNamed", "MatterUsed"])
    expect(tags(covenantAt("checked"), repeal("2026-06-16", "2026-08-01"))).toEqual(["NothingToRepeal"])
  })

  it("COVENANT-15 a decision on anything else ends nothing: the decided text names what it ends", () => {
    const gate = text("gate:9", "why:9")
    const unrelated = at(
      "2026-06-16",
      { _tag: "RepealCovenant", matter: "m-gate", sections: gate, from: "2026-08-01" },
      { outcome: decidedMatter("m-gate", gate, { decidedOn: "2026-06-15" }), rules: covenantRules("2026-06-15") },
    )
    expect(refused(twoVersions, unrelated)).toEqual([
      {
        ...{ _tag: "RepealNotNamed", rule: "COVENANT-15", matter: "m-gate" },
        ...{ clause: "repeals.covenant-1", clauses: ["gate", "why"] },
      },
    ])
    const [command, around] = repeal("2026-06-16", "2026-08-01")
    expect(tags(twoVersions, [command, { ...around, covenant: "covenant-2" }])).toEqual(["RepealNotNamed"])
    expect(tags(twoVersions, [command, { ...around, covenant: undefined }])).toEqual(["RepealNotNamed"])
  })

  it("COVENANT-15 what was decided before the last version is an older will", () => {
    expect(refused(twoVersions, repeal("2026-06-16", "2026-08-01", { decidedOn: "2026-06-09" }))).toEqual([
      {
        ...{ _tag: "RepealDecidedEarly", rule: "COVENANT-15", decidedOn: "2026-06-09" },
        ...{ version: 2, earliest: "2026-06-10" },
      },
    ])
    for (const decidedOn of ["2026-06-10", "2026-06-11"] as const)
      expect(tags(twoVersions, repeal("2026-06-16", "2026-08-01", { decidedOn }))).toEqual([])
  })

  it("COVENANT-15 neither in the past, nor on a day on which a version began, nor while a draft lies with a body", () => {
    expect(refused(twoVersions, repeal("2026-06-16", "2026-06-15"))).toMatchObject([
      { _tag: "ForceTooEarly", earliest: "2026-06-16" },
    ])
    expect(tags(twoVersions, repeal("2026-06-16", "2026-06-16"))).toEqual([])
    const begun = [...twoVersions, force("2026-06-11", 2, "2026-06-16")]
    expect(tags(begun, repeal("2026-06-16", "2026-06-16"))).toEqual(["DayTaken"])
    const lies = [...covenantAt("announced"), ...another("2026-05-21", second, { matter: "matter-2" }).slice(0, -1)]
    expect(tags(lies, repeal("2026-06-16", "2026-08-01"))).toEqual(["DraftLiesWithBody"])
  })
})
