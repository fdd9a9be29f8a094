import { play } from "@jinlin/testkit"
import {
  coGovernanceStep as at,
  type CoGovernanceStep,
  coGovernanceAt,
  coGovernanceOpening,
  decidedFact,
  deliberated,
  deliberationFact,
  disclosureFact,
  revokingText,
  sceneConvenor,
  someDocument,
} from "@jinlin/testkit/co-governance"
import { describe, expect, it } from "vitest"
import { project } from "../kernel/projection.ts"
import { digestOfSections } from "../kernel/sections.ts"
import { coGovernance, coGovernanceBoard, coGovernanceTimeline } from "./index.ts"

const boardOf = (steps: ReadonlyArray<CoGovernanceStep>) =>
  project(coGovernanceBoard, play(coGovernance, steps).history)
const timelineOf = (steps: ReadonlyArray<CoGovernanceStep>) =>
  project(coGovernanceTimeline, play(coGovernance, steps).history)

describe("the board", () => {
  it("COGOVERNANCE-23 shows where both of everything stand, and no people", () => {
    const card = boardOf(coGovernanceAt("closed"))
    expect(card).toEqual({
      status: "closed",
      title: "Lights at the gate",
      combine: "both",
      touched: [],
      deliberations: {
        "self-governance": { state: "decided", matter: "matter-1", text: someDocument(1), on: "2026-03-10", starts: 1 },
        joint: { state: "decided", matter: "matter-2", text: someDocument(1), on: "2026-03-20", starts: 1 },
      },
      resolution: { text: someDocument(1), since: "2026-03-20" },
      begunOn: "2026-03-22",
      result: { report: someDocument(9), implementedOn: "2026-04-30" },
      disclosures: {
        decision: { state: "linked", disclosure: "notice-1", from: "2026-03-21" },
        result: { state: "linked", disclosure: "notice-2", from: "2026-05-02" },
      },
      appraisals: {
        "internal-bodies": {
          ...{ state: "recorded", result: someDocument(8), by: "compound-party-branch" },
          ...{ appraised: ["owners-committee"], because: null },
        },
        "co-building-units": { state: "skipped", result: null, by: null, appraised: [], because: "none took part" },
      },
      openedOn: "2026-03-02",
      endedOn: "2026-05-18",
    })
    expect(JSON.stringify(card)).not.toContain("person-")
    expect(JSON.stringify(timelineOf(coGovernanceAt("closed")))).not.toContain("person-")
  })

  it("COGOVERNANCE-23 has the status of the state at each stage", () => {
    for (const stage of [
      "opened",
      "resolved",
      "disclosed",
      "implementing",
      "implemented",
      "appraised",
      "closed",
    ] as const) {
      const { history, state } = play(coGovernance, coGovernanceAt(stage))
      expect(project(coGovernanceBoard, history)?.status).toBe(state.status)
    }
    expect(coGovernanceBoard.initial).toBeNull()
    const [, ...rest] = play(coGovernance, coGovernanceAt("resolved")).history
    expect(project(coGovernanceBoard, rest)).toBeNull()
  })

  it("COGOVERNANCE-23 shows a deliberation that was lost, let go, skipped, and that goes again", () => {
    const lost = deliberated("joint", {
      ...deliberationFact("joint", "matter-2", { status: "rejected" }),
      endedOn: "2026-03-10",
    })
    expect(boardOf([coGovernanceOpening(), ...lost])?.deliberations.joint).toEqual({
      ...{ state: "rejected", matter: "matter-2", text: null, on: "2026-03-10", starts: 1 },
    })
    const again = at("2026-03-11", { _tag: "ReturnToDeliberation", which: "joint", reason: "once more" })
    expect(boardOf([coGovernanceOpening(), ...lost, again])?.deliberations.joint).toEqual({
      ...{ state: "again", matter: null, text: null, on: null, starts: 1 },
    })
    const rejected = at("2026-03-11", { _tag: "RejectCoGovernance", which: "joint", reason: "let it be" })
    expect(boardOf([coGovernanceOpening(), ...lost, rejected])).toMatchObject({
      status: "rejected",
      endedOn: "2026-03-11",
    })
    const withdrawn = deliberated("joint", {
      ...deliberationFact("joint", "matter-2", { status: "withdrawn" }),
      endedOn: "2026-03-10",
    })
    expect(boardOf([coGovernanceOpening(), ...withdrawn])?.deliberations.joint.state).toBe("withdrawn")
    const [attach] = lost
    if (attach === undefined) throw new Error("a deliberation is attached")
    expect(boardOf([coGovernanceOpening(), attach])?.deliberations.joint).toMatchObject({ state: "running", starts: 1 })
    const detach = at(
      "2026-03-11",
      { _tag: "DetachDeliberation", which: "joint", reason: "a wrong id" },
      {
        deliberation: deliberationFact("joint", "matter-2"),
      },
    )
    expect(boardOf([coGovernanceOpening(), attach, detach])?.deliberations.joint.state).toBe("again")
    const back = at("2026-03-12", { _tag: "WithdrawCoGovernance", reason: "not needed" })
    expect(boardOf([coGovernanceOpening(), back])).toMatchObject({ status: "withdrawn", endedOn: "2026-03-12" })
  })

  it("COGOVERNANCE-23 shows that a resolution fell, and which notices do not say what holds", () => {
    const residents = deliberated("self-governance", {
      ...decidedFact("self-governance", "matter-1", { endedOn: "2026-03-10" }),
      endedOn: "2026-03-10",
    })
    const skip = at("2026-03-11", { _tag: "SkipJoint", reason: "nobody is touched" }, { actor: sceneConvenor })
    const open = coGovernanceOpening({ combine: "second-if-touched" })
    const touch = at("2026-03-14", { _tag: "DeclareTouchedUnits", units: ["school"], reason: "its gate" })
    expect(boardOf([open, skip])?.deliberations.joint).toMatchObject({ state: "skipped", on: "2026-03-11" })
    expect(boardOf([open, skip, touch])).toMatchObject({
      touched: ["school"],
      deliberations: { joint: { state: "waiting", on: null } },
    })
    const disclosures = [disclosureFact("decision", "notice-1", { from: "2026-03-12" })]
    const fell = boardOf([
      ...[open, ...residents, skip],
      at("2026-03-12", { _tag: "LinkDisclosure", what: "decision", disclosure: "notice-1" }, { disclosures }),
      at("2026-03-13", { _tag: "BeginImplementation" }, { disclosures }),
      touch,
    ])
    expect(fell).toMatchObject({
      ...{ status: "deliberating", resolution: null, begunOn: "2026-03-13", touched: ["school"] },
      deliberations: { "self-governance": { state: "decided" }, joint: { state: "waiting" } },
      disclosures: { decision: { state: "to-correct", disclosure: "notice-1" }, result: { state: "none" } },
    })
    const anew = at("2026-05-10", { _tag: "ReportResult", report: someDocument(5), implementedOn: "2026-04-30" })
    expect(boardOf([...coGovernanceAt("appraised"), anew])).toMatchObject({
      ...{ status: "implemented", result: { report: someDocument(5) } },
      disclosures: { decision: { state: "linked" }, result: { state: "to-correct" } },
    })
    const revoke = at(
      "2026-04-10",
      { _tag: "RevokeResolution", by: "matter-7", sections: revokingText },
      {
        deliberation: decidedFact("self-governance", "matter-7", {
          ...{ endedOn: "2026-04-09", text: digestOfSections(revokingText) },
        }),
      },
    )
    expect(boardOf([...coGovernanceAt("implementing"), revoke])).toMatchObject({
      status: "revoked",
      endedOn: "2026-04-10",
    })
    const report = at("2026-04-11", { _tag: "ReportResult", report: someDocument(9), implementedOn: "2026-04-10" })
    expect(boardOf([...coGovernanceAt("implementing"), revoke, report])?.status).toBe("revoked")
  })
})

describe("the timeline", () => {
  it("COGOVERNANCE-23 tells each day with what it is about, its document and its reason", () => {
    const entries = timelineOf(coGovernanceAt("closed"))
    expect(entries).toHaveLength(13)
    expect(entries.find(({ what }) => what === "OutcomeRecorded")).toEqual({
      ...{ on: "2026-03-10", what: "OutcomeRecorded", of: "self-governance" },
      ...{ document: someDocument(1), about: "matter-1", because: null },
    })
    expect(entries.find(({ what }) => what === "DisclosureLinked")).toEqual({
      ...{ on: "2026-03-21", what: "DisclosureLinked", of: "decision" },
      ...{ document: someDocument(1), about: "notice-1", because: null },
    })
    expect(entries.find(({ what }) => what === "ResultReported")).toMatchObject({ document: someDocument(9), of: null })
    expect(entries.find(({ what }) => what === "AppraisalRecorded")).toMatchObject({
      ...{ document: someDocument(8), about: "appraisal-1", of: "internal-bodies" },
    })
    expect(entries.find(({ what }) => what === "AppraisalSkipped")).toMatchObject({
      because: "none took part",
      about: null,
    })
    expect(entries.find(({ what }) => what === "MatterResolved")).toMatchObject({
      document: someDocument(1),
      about: null,
    })
  })
})
