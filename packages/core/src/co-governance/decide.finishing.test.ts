import { play } from "@jinlin/testkit"
import {
  coGovernanceStep as at,
  type CoGovernanceStep,
  coGovernanceAt,
  coGovernancePolicy,
  completedDisclosures,
  decidedFact,
  disclosureFact,
  revokingText,
  someDocument,
} from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import { digestOfSections } from "../kernel/sections.ts"
import {
  type CoGovernanceCommand,
  coGovernance,
  type Disclosed,
  type DisclosureFact,
  type Membership,
} from "./index.ts"

const told = (steps: ReadonlyArray<CoGovernanceStep>) => play(coGovernance, steps)
/** The refusals of the last of some steps; nothing where it is granted. */
const refusedIn = (steps: ReadonlyArray<CoGovernanceStep>) => told(steps).refused.at(-1)?.[1] ?? []

const link = (day: CivilDate, what: Disclosed, disclosures: ReadonlyArray<DisclosureFact>): CoGovernanceStep =>
  at(day, { _tag: "LinkDisclosure", what, disclosure: disclosures.at(-1)?.disclosure ?? "notice-0" }, { disclosures })
const decision = (more: Partial<DisclosureFact & { readonly from: CivilDate }> = {}): DisclosureFact =>
  disclosureFact("decision", "notice-9", { from: "2026-03-20", ...more })

describe("the disclosure of the decision", () => {
  const resolved = coGovernanceAt("resolved")

  it("COGOVERNANCE-14 is of this matter, proves this text, is posted, and not before the decision held", () => {
    const linking = (more: Partial<DisclosureFact & { readonly from: CivilDate }>) =>
      refusedIn([...resolved, link("2026-03-22", "decision", [decision(more)])])
    expect(linking({})).toEqual([])
    expect(linking({ from: "2026-03-21" })).toEqual([])
    expect(linking({ from: "2026-03-19" })).toEqual([
      {
        ...{ _tag: "LinkTooEarly", rule: "COGOVERNANCE-14", disclosure: "notice-9" },
        ...{ from: "2026-03-19", earliest: "2026-03-20" },
      },
    ])
    expect(linking({ proves: someDocument(2) })).toMatchObject([
      { _tag: "LinkProvesAnother", proves: someDocument(2), must: someDocument(1) },
    ])
    expect(linking({ ofThisMatter: false })).toMatchObject([{ _tag: "LinkOfAnother" }])
    expect(linking({ what: "result" })).toMatchObject([{ _tag: "LinkOfAnother" }])
    for (const status of ["unprepared", "prepared", "checked", "superseded", "abandoned"] as const)
      expect(linking({ status })).toMatchObject([{ _tag: "LinkNotPosted", status }])
    expect(linking({ status: "completed" })).toEqual([])
    expect(refusedIn([...resolved, link("2026-03-22", "decision", [])])).toMatchObject([
      { _tag: "LinkedDisclosureUnknown" },
    ])
    expect(refusedIn([...resolved, link("2026-03-22", "result", [decision()])])).toMatchObject([
      { _tag: "NothingToDisclose", what: "result" },
    ])
    expect(refusedIn([...coGovernanceAt("opened"), link("2026-03-22", "decision", [decision()])])).toMatchObject([
      { _tag: "NothingToDisclose", what: "decision" },
    ])
  })

  it("COGOVERNANCE-15 gives way only to one that corrects it, itself or over others in between", () => {
    const one = decision()
    const linked = [...resolved, link("2026-03-22", "decision", [one])]
    const fresh = decision({ disclosure: "notice-10" })
    expect(refusedIn([...linked, link("2026-03-23", "decision", [fresh])])).toEqual([
      { _tag: "LinkIsNoCorrection", rule: "COGOVERNANCE-15", disclosure: "notice-10", linked: "notice-9" },
    ])
    const correction = decision({ disclosure: "notice-11", corrects: ["notice-10", "notice-9"] })
    const corrected = told([...linked, link("2026-03-23", "decision", [one, correction])])
    expect(corrected.refused).toEqual([])
    expect(corrected.history.at(-1)).toMatchObject({ disclosure: "notice-11", instead: "notice-9" })
    expect(told([...linked, link("2026-03-23", "decision", [one])]).history).toHaveLength(told(linked).history.length)
  })

  it("COGOVERNANCE-12 must be posted before anything is carried out, and count at that moment", () => {
    const begin = (disclosures: ReadonlyArray<DisclosureFact>) =>
      at("2026-03-24", { _tag: "BeginImplementation" }, { disclosures })
    expect(refusedIn([...resolved, begin([])])).toEqual([
      {
        ...{ _tag: "DisclosureMissing", rule: "COGOVERNANCE-12", what: "decision", disclosure: null },
        ...{ status: "unlinked", ends: null, supersededBy: null, openObjections: 0 },
      },
    ])
    const linked = [...resolved, link("2026-03-22", "decision", [decision()])]
    expect(refusedIn([...linked, begin([])])).toMatchObject([{ status: "unknown", disclosure: "notice-9" }])
    expect(refusedIn([...linked, begin([decision({ openObjections: 1 })])])).toEqual([])
    const superseded = decision({ status: "superseded", supersededBy: "notice-10" })
    expect(refusedIn([...linked, begin([superseded])])).toMatchObject([
      { _tag: "DisclosureMissing", status: "superseded", supersededBy: "notice-10" },
    ])
    const twice = told([...linked, begin([decision()]), begin([])])
    expect(twice.refused).toEqual([])
    expect(twice.state).toMatchObject({ status: "implementing", begunOn: "2026-03-24" })
  })

  it("COGOVERNANCE-12 must be over first where the charter says so, to the minute", () => {
    const policy = { ...coGovernancePolicy, beginsWhen: "completed" } as const
    const linked = [...coGovernanceAt("resolved", {}, policy), link("2026-03-22", "decision", [decision()])]
    const begin = (minuteOfDay: number, more: { readonly status: "posted" | "completed" }) =>
      at(
        "2026-04-05",
        { _tag: "BeginImplementation" },
        {
          minuteOfDay,
          disclosures: [decision({ ends: { date: "2026-04-05", minute: 600 }, ...more })],
        },
      )
    expect(refusedIn([...linked, begin(599, { status: "completed" })])).toMatchObject([
      { _tag: "DisclosureMissing", status: "completed", ends: { date: "2026-04-05", minute: 600 } },
    ])
    expect(refusedIn([...linked, begin(600, { status: "completed" })])).toEqual([])
    expect(refusedIn([...linked, begin(601, { status: "completed" })])).toEqual([])
    expect(refusedIn([...linked, begin(601, { status: "posted" })])).toMatchObject([{ status: "posted" }])
  })
})

describe("what came of it", () => {
  const implementing = coGovernanceAt("implementing")
  const report = (implementedOn: CivilDate, digit = 9, day: CivilDate = "2026-05-01") =>
    at(day, { _tag: "ReportResult", report: someDocument(digit), implementedOn })

  it("COGOVERNANCE-13 is reported for a day between the beginning of the work and today", () => {
    const range = { earliest: "2026-03-22", latest: "2026-05-01" }
    expect(refusedIn([...implementing, report("2026-03-21")])).toMatchObject([
      { _tag: "ImplementedOutOfRange", implementedOn: "2026-03-21", ...range },
    ])
    expect(refusedIn([...implementing, report("2026-03-22")])).toEqual([])
    expect(refusedIn([...implementing, report("2026-05-01")])).toEqual([])
    expect(refusedIn([...implementing, report("2026-05-02")])).toMatchObject([
      { _tag: "ImplementedOutOfRange", ...range },
    ])
    expect(refusedIn([...coGovernanceAt("disclosed"), report("2026-05-01")])).toMatchObject([
      { _tag: "NotAtThisStage" },
    ])
  })

  it("COGOVERNANCE-13 is reported anew where it was wrong, and the disclosure of the old report lapses", () => {
    const told1 = told([...coGovernanceAt("appraised"), report("2026-04-30", 5, "2026-05-10")])
    expect(told1.refused).toEqual([])
    expect(told1.state).toMatchObject({ status: "implemented", result: { report: someDocument(5) } })
    expect(told1.state.disclosures.result?.lapsed).toBe(true)
    expect(told1.state.disclosures.decision?.lapsed).toBe(false)
    const close = at("2026-05-20", { _tag: "CloseCoGovernance" }, { disclosures: completedDisclosures })
    expect(refusedIn([...coGovernanceAt("appraised"), report("2026-04-30", 5, "2026-05-10"), close])).toMatchObject([
      { _tag: "DisclosureMissing", what: "result", status: "lapsed" },
    ])
    const same = told([...coGovernanceAt("implemented"), report("2026-04-30")])
    expect(same.history).toHaveLength(told(coGovernanceAt("implemented")).history.length)
    const otherDay = told([...coGovernanceAt("implemented"), report("2026-04-29")])
    expect(otherDay.state.result?.implementedOn).toBe("2026-04-29")
  })
})

describe("an appraisal", () => {
  const implemented = coGovernanceAt("implemented")
  type Appraise = Extract<CoGovernanceCommand, { readonly _tag: "RecordAppraisal" }>
  const people: ReadonlyArray<Membership> = [
    { person: "person-5", bodies: ["compound-party-branch"] },
    { person: "person-6", bodies: ["compound-party-branch", "owners-committee"] },
  ]
  const appraise = (more: Partial<Appraise> = {}): CoGovernanceStep =>
    at(
      "2026-05-03",
      {
        _tag: "RecordAppraisal",
        which: "internal-bodies",
        appraisal: "appraisal-1",
        result: someDocument(8),
        by: "compound-party-branch",
        appraised: ["owners-committee"],
        appraisers: ["person-5"],
        ...more,
      },
      { memberships: people },
    )
  const skip = (which: "internal-bodies" | "co-building-units") =>
    at("2026-05-03", { _tag: "SkipAppraisal", which, reason: "none took part" })

  it("COGOVERNANCE-16 is recorded once, of a result that was reported, from a body of the charter", () => {
    expect(refusedIn([...coGovernanceAt("implementing"), appraise()])).toMatchObject([{ _tag: "NotAtThisStage" }])
    expect(told([...implemented, appraise(), appraise()])).toMatchObject({ refused: [] })
    expect(refusedIn([...implemented, appraise(), appraise({ appraisal: "appraisal-2" })])).toMatchObject([
      { _tag: "AppraisalAlreadyRecorded", appraisal: "appraisal-1" },
    ])
    expect(refusedIn([...implemented, appraise(), appraise({ result: someDocument(7) })])).toMatchObject([
      { _tag: "AppraisalAlreadyRecorded" },
    ])
    expect(refusedIn([...implemented, appraise({ by: "residents-committee" })])).toMatchObject([
      { _tag: "AppraiserNotOfCharter", by: "residents-committee", allowed: coGovernancePolicy.appraisers },
    ])
  })

  it("COGOVERNANCE-16 is skipped only where the charter lets it, and may be recorded after all", () => {
    expect(refusedIn([...implemented, skip("internal-bodies")])).toMatchObject([{ _tag: "AppraisalIsRequired" }])
    const skipped = [...implemented, skip("co-building-units")]
    expect(told([...skipped, skip("co-building-units")]).refused).toEqual([])
    const recorded = [...skipped, appraise({ which: "co-building-units", appraised: ["school"] })]
    expect(told(recorded).state.appraisals["co-building-units"]?._tag).toBe("Appraised")
    expect(refusedIn([...recorded, skip("co-building-units")])).toMatchObject([{ _tag: "AppraisalAlreadyRecorded" }])
    const free = { ...coGovernancePolicy, internalBodiesAppraisal: "may-be-skipped" } as const
    expect(refusedIn([...coGovernanceAt("implemented", {}, free), skip("internal-bodies")])).toEqual([])
  })

  it("COGOVERNANCE-17 is made by nobody who is among the appraised", () => {
    expect(
      refusedIn([...implemented, appraise({ appraised: ["owners-committee", "compound-party-branch"] })]),
    ).toMatchObject([{ _tag: "AppraiserAmongAppraised", bodies: ["compound-party-branch"] }])
    expect(refusedIn([...implemented, appraise({ appraisers: ["person-5", "person-6"] })])).toEqual([
      {
        ...{ _tag: "AppraiserAmongAppraised", rule: "COGOVERNANCE-17" },
        ...{ bodies: ["owners-committee"], appraisers: ["person-6"] },
      },
    ])
    expect(
      refusedIn([...implemented, appraise({ appraised: ["property-company"], appraisers: ["person-6"] })]),
    ).toEqual([])
    expect(refusedIn([...implemented, appraise({ appraisers: ["person-5", "person-7"] })])).toMatchObject([
      { _tag: "AppraisersUnknown", appraisers: ["person-7"] },
    ])
  })
})

describe("the end", () => {
  const appraised = coGovernanceAt("appraised")
  const [first, second] = completedDisclosures
  const close = (day: CivilDate, minuteOfDay: number, disclosures: ReadonlyArray<DisclosureFact>) =>
    at(day, { _tag: "CloseCoGovernance" }, { minuteOfDay, disclosures })

  it("COGOVERNANCE-18 comes when both disclosures are over, and not an hour early, whoever says that they are", () => {
    expect(refusedIn([...appraised, close("2026-05-17", 1380, completedDisclosures)])).toEqual([
      {
        ...{ _tag: "DisclosureMissing", rule: "COGOVERNANCE-12", what: "result", disclosure: "notice-2" },
        ...{ status: "completed", ends: { date: "2026-05-18", minute: 0 }, supersededBy: null, openObjections: 0 },
      },
    ])
    expect(refusedIn([...appraised, close("2026-05-17", 1439, completedDisclosures)])).toHaveLength(1)
    expect(refusedIn([...appraised, close("2026-05-18", 0, completedDisclosures)])).toEqual([])
    expect(refusedIn([...appraised, close("2026-05-19", 540, completedDisclosures)])).toEqual([])
    if (first === undefined || second === undefined) throw new Error("two disclosures")
    const posted = { ...second, status: "posted", openObjections: 2 } as const
    expect(refusedIn([...appraised, close("2026-05-19", 540, [first, posted])])).toMatchObject([
      { what: "result", status: "posted", openObjections: 2 },
    ])
    expect(
      refusedIn([...appraised, close("2026-05-19", 540, [first, { ...second, openObjections: 1 }])]),
    ).toMatchObject([{ what: "result", openObjections: 1 }])
    expect(refusedIn([...appraised, close("2026-05-19", 540, [])])).toMatchObject([
      { what: "decision", status: "unknown" },
      { what: "result", status: "unknown" },
    ])
  })

  it("COGOVERNANCE-18 waits for a correction of what was completed, and for both appraisals", () => {
    if (first === undefined || second === undefined) throw new Error("two disclosures")
    const corrected: DisclosureFact = { ...first, status: "superseded", supersededBy: "notice-3" }
    const correction = disclosureFact("decision", "notice-3", { from: "2026-05-10", corrects: ["notice-1"] })
    expect(refusedIn([...appraised, close("2026-05-19", 540, [corrected, second])])).toMatchObject([
      { what: "decision", status: "superseded", supersededBy: "notice-3" },
    ])
    const relinked = [...appraised, link("2026-05-10", "decision", [corrected, correction])]
    const over = { ...correction, status: "completed" } as const
    expect(refusedIn([...relinked, close("2026-05-19", 540, [corrected, over, second])])).toMatchObject([
      { disclosure: "notice-3", status: "completed", ends: { date: "2026-05-26" } },
    ])
    expect(refusedIn([...relinked, close("2026-05-26", 0, [corrected, over, second])])).toEqual([])
    const missing = refusedIn([...coGovernanceAt("implemented"), close("2026-05-19", 540, completedDisclosures)])
    expect(missing.slice(1)).toEqual([
      { _tag: "AppraisalMissing", rule: "COGOVERNANCE-18", which: "internal-bodies", maySkip: false },
      { _tag: "AppraisalMissing", rule: "COGOVERNANCE-18", which: "co-building-units", maySkip: true },
    ])
  })

  it("COGOVERNANCE-15 a correction is linked after the end too, and changes nothing else", () => {
    const correction = disclosureFact("result", "notice-4", { from: "2026-06-01", corrects: ["notice-2"] })
    const closed = told([...coGovernanceAt("closed"), link("2026-06-01", "result", [correction])])
    expect(closed.refused).toEqual([])
    expect(closed.state).toMatchObject({ status: "closed", disclosures: { result: { disclosure: "notice-4" } } })
    const fresh = disclosureFact("result", "notice-5", { from: "2026-06-01" })
    expect(refusedIn([...coGovernanceAt("closed"), link("2026-06-01", "result", [fresh])])).toMatchObject([
      { _tag: "LinkIsNoCorrection" },
    ])
  })
})

describe("a revocation", () => {
  const revoke = (more: Partial<Parameters<typeof decidedFact>[2]> = {}, by = "matter-7"): CoGovernanceStep =>
    at(
      "2026-04-10",
      { _tag: "RevokeResolution", by, sections: revokingText },
      {
        deliberation: decidedFact("self-governance", by, {
          ...{ endedOn: "2026-04-09", text: digestOfSections(revokingText) },
          ...more,
        }),
      },
    )
  const ofRepresentatives = coGovernanceAt("implementing").map(
    ([command, around]): CoGovernanceStep =>
      around.deliberation?.set === "compound-residents-meeting"
        ? [command, { ...around, deliberation: { ...around.deliberation, set: "representatives-meeting" } }]
        : [command, around],
  )

  it("COGOVERNANCE-20 comes from a body that may revoke one of the decisions, its own or by law another's", () => {
    const implementing = coGovernanceAt("implementing")
    expect(refusedIn([...implementing, revoke()])).toEqual([])
    expect(refusedIn([...implementing, revoke({ set: "joint-conference" })])).toEqual([])
    expect(refusedIn([...implementing, revoke({ set: "representatives-meeting" })])).toEqual([
      {
        ...{ _tag: "MayNotRevoke", rule: "COGOVERNANCE-20", set: "representatives-meeting" },
        ...{ decided: ["compound-residents-meeting", "joint-conference"] },
      },
    ])
    for (const set of ["residents-assembly-of-residents", "residents-assembly-of-households"])
      expect(refusedIn([...ofRepresentatives, revoke({ set })])).toEqual([])
    expect(refusedIn([...ofRepresentatives, revoke({ set: "residents-committee" })])).toMatchObject([
      { _tag: "MayNotRevoke" },
    ])
  })

  it("COGOVERNANCE-20 was decided as another matter, when there was something to revoke", () => {
    const resolved = coGovernanceAt("resolved")
    const on = (endedOn: CivilDate) => refusedIn([...resolved, revoke({ endedOn })])
    expect(on("2026-03-19")).toMatchObject([
      { _tag: "RevokedBeforeResolved", decidedOn: "2026-03-19", earliest: "2026-03-20" },
    ])
    expect(on("2026-03-20")).toEqual([])
    expect(on("2026-03-21")).toEqual([])
    expect(refusedIn([...resolved, revoke({}, "matter-1")])).toMatchObject([{ _tag: "DeliberationUsedBefore" }])
    expect(refusedIn([...resolved, revoke({ status: "open", endedOn: "2026-04-09" })])).toMatchObject([
      { _tag: "RevokingNotDecided" },
    ])
    expect(refusedIn([...resolved, revoke({ set: null })])).toMatchObject([{ _tag: "RevokingNotDecided" }])
    const nobody = at("2026-04-10", { _tag: "RevokeResolution", by: "matter-7", sections: revokingText })
    expect(refusedIn([...resolved, nobody])).toMatchObject([{ _tag: "DeliberationUnknown" }])
  })

  it("COGOVERNANCE-20 a decision on anything else revokes nothing: the decided text names what it revokes", () => {
    const resolved = coGovernanceAt("resolved")
    const bins = [{ name: "bins", commitment: someDocument(4) }] as const
    const unrelated = at(
      "2026-04-10",
      { _tag: "RevokeResolution", by: "m-bin", sections: bins },
      {
        deliberation: decidedFact("self-governance", "m-bin", { endedOn: "2026-04-09", text: digestOfSections(bins) }),
      },
    )
    expect(refusedIn([...resolved, unrelated])).toEqual([
      {
        ...{ _tag: "RevocationNotNamed", rule: "COGOVERNANCE-20", matter: "m-bin" },
        ...{ section: "revokes.co-governance-1", sections: ["bins"] },
      },
    ])
    const [command, around] = revoke()
    for (const coGovernance of ["co-governance-2", undefined])
      expect(refusedIn([...resolved, [command, { ...around, coGovernance }]])).toMatchObject([
        { _tag: "RevocationNotNamed" },
      ])
    expect(refusedIn([...resolved, revoke({ text: someDocument(4) })])).toEqual([
      {
        ...{ _tag: "RevocationOfAnotherText", rule: "COGOVERNANCE-20", matter: "matter-7" },
        ...{ text: digestOfSections(revokingText), decided: someDocument(4) },
      },
    ])
  })

  it("COGOVERNANCE-13 COGOVERNANCE-15 ends what is carried out, and what was done is still reported and disclosed", () => {
    const revoked = [...coGovernanceAt("implementing"), revoke()]
    expect(told(revoked).history.at(-1)).toMatchObject({
      _tag: "ResolutionRevoked",
      begun: true,
      revokedOn: "2026-04-09",
    })
    const report = at("2026-04-20", { _tag: "ReportResult", report: someDocument(9), implementedOn: "2026-04-10" })
    const notice = disclosureFact("result", "notice-6", { from: "2026-04-21" })
    const after = told([...revoked, report, link("2026-04-21", "result", [notice])])
    expect(after.refused).toEqual([])
    expect(after.state).toMatchObject({ status: "revoked", disclosures: { result: { disclosure: "notice-6" } } })
    expect(refusedIn([...revoked, at("2026-04-20", { _tag: "BeginImplementation" })])).toMatchObject([
      { _tag: "NotAtThisStage", status: "revoked" },
    ])
    const idle = [...coGovernanceAt("resolved"), revoke()]
    expect(told(idle).history.at(-1)).toMatchObject({ begun: false })
    expect(refusedIn([...idle, report])).toMatchObject([{ _tag: "NotAtThisStage", status: "revoked" }])
    expect(refusedIn([...idle, link("2026-04-21", "decision", [decision()])])).toMatchObject([
      { _tag: "NotAtThisStage" },
    ])
  })
})
