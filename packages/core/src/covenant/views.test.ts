import { play } from "@jinlin/testkit"
import {
  covenantStep as at,
  covenantAt,
  covenantDigest,
  covenantRules,
  decidedMatter,
  openMatter,
  repealText,
  covenantText as text,
} from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"
import { project } from "../kernel/projection.ts"
import { digestOfSections } from "../kernel/sections.ts"
import { type CovenantEvent, commentSheet, covenant, notices, timeline, versionBoard } from "./index.ts"

const second = text("lead:1", "parking:3", "dogs:1")
const document = digestOfSections(second)

/** Everything that can happen: version 1 filed and ordered corrected, overtaken by version 2, and then a repeal. */
const whole = [
  ...covenantAt("announced"),
  at("2026-05-11", { _tag: "RemindFiling", version: 1 }),
  at("2026-05-12", { _tag: "FileVersion", version: 1, receipt: "No. 7", with: "office-1", on: "2026-05-12" }),
  at("2026-05-20", {
    ...{
      _tag: "OrderCorrection",
      order: "order-1",
      version: 1,
      by: "office-1",
      clauses: ["parking"],
      reason: "too strict",
    },
  }),
  at("2026-05-21", { _tag: "DraftRevision", sections: text("lead:1"), reasons: [] }),
  at("2026-05-21", { _tag: "AbandonDraft", reason: "too short" }),
  at("2026-05-21", { _tag: "DraftRevision", sections: second, reasons: [] }),
  at("2026-05-21", { _tag: "OpenComments", until: "2026-06-05" }),
  at("2026-06-06", { _tag: "CloseComments" }),
  at("2026-06-06", { _tag: "CheckLegality", document, conforms: true, opinion: covenantDigest(8), against: [] }),
  at(
    "2026-06-07",
    { _tag: "SubmitDraft", matter: "matter-2", corrects: ["order-1"] },
    { outcome: openMatter("matter-2", second) },
  ),
  at(
    "2026-06-10",
    { _tag: "RecordDecision" },
    {
      rules: covenantRules("2026-06-10"),
      outcome: decidedMatter("matter-2", second, { decidedOn: "2026-06-10", text: covenantDigest(4) }),
    },
  ),
  at(
    "2026-06-11",
    { _tag: "SubmitDraft", matter: "matter-3", corrects: ["order-1"] },
    { outcome: openMatter("matter-3", second) },
  ),
  at(
    "2026-06-14",
    { _tag: "RecordDecision" },
    { rules: covenantRules("2026-06-14"), outcome: decidedMatter("matter-3", second, { decidedOn: "2026-06-14" }) },
  ),
  at("2026-06-15", { _tag: "BringIntoForce", version: 2, from: "2026-07-01" }),
  at("2026-06-16", { _tag: "LiftOrder", order: "order-1", reason: "answered" }),
  at(
    "2026-06-20",
    { _tag: "RepealCovenant", matter: "matter-9", sections: repealText, from: "2026-06-30" },
    {
      rules: covenantRules("2026-06-20"),
      outcome: decidedMatter("matter-9", repealText, { decidedOn: "2026-06-20" }),
    },
  ),
] as const
const told = play(covenant, whole)
const until = (tag: CovenantEvent["_tag"]) =>
  told.history.slice(0, told.history.findLastIndex(({ _tag }) => _tag === tag) + 1)
const card = (tag: CovenantEvent["_tag"]) => project(versionBoard, until(tag))

describe("views", () => {
  it("COVENANT-19 the board shows draft, versions and orders as they stand", () => {
    expect(told.refused).toEqual([])
    expect(project(versionBoard, [])).toBeNull()
    expect(card("CommentsOpened")?.draft).toEqual({
      ...{ draft: 3, phase: "commenting", revision: 1, document, until: "2026-06-05", matter: null },
    })
    expect(card("CommentsClosed")?.draft?.phase).toBe("revising")
    expect(card("DraftSubmitted")?.draft).toMatchObject({ phase: "submitted", matter: "matter-3" })
    expect(card("DraftReturned")?.draft).toMatchObject({ phase: "revising", matter: null })
    expect(card("DraftAbandoned")?.draft).toBeNull()
    expect(card("CorrectionOrdered")?.versions[0]?.orders).toEqual(["order-1"])
    expect(card("OrderLifted")).toMatchObject({
      ...{ status: "open", kind: "residents-covenant", title: "How we live together", draft: null, repealedFrom: null },
      versions: [
        { version: 1, from: "2026-05-01", until: "2026-07-01", filedOn: "2026-05-12", lateDays: 2, orders: [] },
        { version: 2, from: "2026-07-01", until: null, fileBy: "2026-07-14", filedOn: null, document },
      ],
    })
    expect(card("CovenantRepealed")).toMatchObject({
      ...{ status: "repealed", repealedFrom: "2026-06-30" },
      versions: [
        { version: 1, until: "2026-06-30", overtaken: false },
        { version: 2, from: null, until: null, overtaken: true },
      ],
    })
  })

  it("COVENANT-19 the board says of versions what the state says", () => {
    for (let length = 1; length <= told.history.length; length += 1) {
      const history = told.history.slice(0, length)
      const state = history.reduce(covenant.evolve, covenant.initial)
      const shown = project(versionBoard, history)
      expect(
        shown?.versions.map(({ from, overtaken, until: end, version }) => [version, from, end, overtaken]),
      ).toEqual(state.versions.map(({ from, overtaken, until: end, version }) => [version, from, end, overtaken]))
      expect([shown?.status, shown?.draft?.phase, shown?.draft?.document]).toEqual([
        ...[state.status, state.draft?.phase, state.draft?.document],
      ])
    }
  })

  it("COVENANT-19 the sheet of comments says what was made of each and why", () => {
    const open = project(commentSheet, until("CommentRecorded"))
    const line = { draft: 1, round: 1, comment: "comment-1", clause: "parking", receivedOn: "2026-03-10" }
    expect(open).toMatchObject([{ ...line, disposition: null, reason: null, clauses: [] }])
    expect(project(commentSheet, told.history)).toEqual([
      {
        ...{ ...line, text: covenantDigest(7) },
        ...{ disposition: "taken-up", reason: "the gate is narrow", clauses: ["parking"] },
      },
    ])
  })

  it("COVENANT-19 the timeline has every event on its day, with the reason that was given", () => {
    const entries = project(timeline, told.history)
    expect(entries.map(({ what }) => what)).toEqual(told.history.map(({ _tag }) => _tag))
    expect(entries.find(({ what }) => what === "CorrectionOrdered")).toEqual({
      ...{ on: "2026-05-20", what: "CorrectionOrdered", draft: null, version: 1, because: "too strict" },
    })
    expect(entries.find(({ what }) => what === "DraftAbandoned")).toMatchObject({ draft: 2, because: "too short" })
    expect(entries.at(-1)).toMatchObject({ on: "2026-06-20", what: "CovenantRepealed", version: null })
  })

  it("COVENANT-19 nobody is named in a view or a notice, and who commented is in no event", () => {
    const views = [
      project(versionBoard, told.history),
      project(commentSheet, told.history),
      project(timeline, told.history),
    ]
    expect(JSON.stringify([views, told.history.flatMap(notices)])).not.toContain("person-")
    const others = told.history.filter(({ _tag }) => _tag !== "RevisionDrafted")
    expect(JSON.stringify(others)).not.toContain("person-")
  })
})

describe("notices", () => {
  const toldOf = (tag: CovenantEvent["_tag"]) => {
    const event = told.history.findLast(({ _tag }) => _tag === tag)
    return event === undefined ? [] : notices(event)
  }
  const everybody = [{ _tag: "AllUnits" }]
  const drafter = { _tag: "Post", post: "drafter" }
  const secretary = { _tag: "Post", post: "secretary" }

  it("COVENANT-3 COVENANT-11 COVENANT-15 everybody learns when a text lies open, goes to a body, holds and ends", () => {
    expect(toldOf("CommentsOpened")).toEqual([
      { template: "covenant-comments-opened", to: everybody, data: { round: 1, until: "2026-06-05" } },
    ])
    expect(toldOf("DraftSubmitted")).toEqual([
      { template: "covenant-submitted", to: everybody, data: { revision: 1, on: "2026-06-11" } },
    ])
    expect(toldOf("VersionBroughtIntoForce")).toEqual([
      { template: "covenant-in-force", to: everybody, data: { version: 2, from: "2026-07-01" } },
    ])
    expect(toldOf("CovenantRepealed")).toEqual([
      { template: "covenant-repealed", to: everybody, data: { from: "2026-06-30" } },
    ])
  })

  it("COVENANT-10 COVENANT-13 COVENANT-14 drafters and secretary learn what they have to do", () => {
    expect(toldOf("CommentsClosed")).toEqual([
      { template: "covenant-comments-closed", to: [drafter], data: { round: 1, on: "2026-06-06" } },
    ])
    expect(toldOf("DraftReturned")).toEqual([
      { template: "covenant-draft-returned", to: [drafter], data: { because: "another-text", on: "2026-06-10" } },
    ])
    expect(toldOf("VersionAdopted")).toEqual([
      {
        template: "covenant-adopted",
        to: [drafter, secretary],
        data: { version: 2, decidedOn: "2026-06-14", fileBy: "2026-07-14" },
      },
    ])
    expect(toldOf("FilingReminded")).toEqual([
      { template: "covenant-filing-due", to: [secretary], data: { version: 1, lastDay: "2026-05-10" } },
    ])
    expect(toldOf("CorrectionOrdered")).toEqual([
      {
        template: "covenant-correction-ordered",
        to: [drafter, secretary],
        data: { version: 1, by: "office-1", reason: "too strict" },
      },
    ])
    expect(toldOf("OrderLifted")).toEqual([
      { template: "covenant-order-lifted", to: [drafter, secretary], data: { reason: "answered", on: "2026-06-16" } },
    ])
    expect(toldOf("CommentRecorded")).toEqual([])
  })
})
