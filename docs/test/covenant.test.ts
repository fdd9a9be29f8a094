import { applyDifference, covenant, difference, due } from "@jinlin/core/covenant"
import { digestOfSections } from "@jinlin/core/kernel"
import { play } from "@jinlin/testkit"
import {
  type CovenantStep,
  covenantAt,
  covenantDigest,
  covenantRules,
  covenantStep,
  covenantText,
  decidedMatter,
  offeredText,
  openMatter,
  revisedText,
} from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"

const told = (...steps: ReadonlyArray<CovenantStep>) => play(covenant, steps)
/** The refusals of the last of some steps. */
const refusedIn = (...steps: ReadonlyArray<CovenantStep>) => told(...steps).refused.at(-1)?.[1] ?? []

const revising = (sections: typeof offeredText, reasons: ReadonlyArray<{ clause: string; reason: string }> = []) =>
  covenantStep("2026-03-21", { _tag: "DraftRevision", sections, reasons })
const checking = (sections: typeof offeredText) =>
  covenantStep("2026-03-22", {
    ...{ _tag: "CheckLegality", document: digestOfSections(sections), conforms: true },
    ...{ opinion: covenantDigest(8), against: [] },
  })
/** The text lies with the residents as a matter, and is named as that. */
const submitting = (sections: typeof offeredText) =>
  covenantStep(
    "2026-03-23",
    { _tag: "SubmitDraft", matter: "matter-1", corrects: [] },
    { outcome: openMatter("matter-1", sections) },
  )
const deciding = (only: Parameters<typeof decidedMatter>[2]) =>
  covenantStep(
    "2026-04-11",
    { _tag: "RecordDecision" },
    { rules: covenantRules("2026-04-10"), outcome: decidedMatter("matter-1", revisedText, only) },
  )

describe("a covenant as the site shows it", () => {
  it("COVENANT-9 COVENANT-10 COVENANT-11 one life from start to end", () => {
    // #region life
    const { history, refused, state } = told(...covenantAt("announced"))

    expect(refused).toEqual([])
    expect(history.map(({ _tag }) => _tag)).toEqual([
      "CovenantOpened",
      "RevisionDrafted", // the whole text, clause by clause
      "CommentsOpened", // from the 3rd to the 18th of March
      "CommentRecorded", // a neighbour on parking
      "CommentsClosed",
      "CommentDisposed", // taken up, with a reason
      "RevisionDrafted", // parking is written anew
      "LegalityChecked", // by somebody who drafted none of it
      "DraftSubmitted", // to the residents, as a matter of their own
      "VersionAdopted", // they decided exactly this text
      "VersionBroughtIntoForce", // from the 1st of May
    ])
    expect(state.versions).toMatchObject([{ version: 1, from: "2026-05-01", until: null }])
    // #endregion life
  })

  it("COVENANT-3 comments stay open until their last day is over", () => {
    // #region comments
    const open = (until: "2026-03-17" | "2026-03-18") => covenantStep("2026-03-03", { _tag: "OpenComments", until })
    expect(refusedIn(...covenantAt("drafted"), open("2026-03-17"))).toMatchObject([
      { _tag: "CommentsTooShort", rule: "COVENANT-3", days: 15, earliest: "2026-03-18" },
    ])

    const { state } = told(...covenantAt("drafted"), open("2026-03-18"))
    expect(due(state)).toMatchObject([{ on: "2026-03-19", command: { _tag: "CloseComments" } }])
    // #endregion comments
    const early = covenantStep("2026-03-18", { _tag: "CloseComments" })
    expect(refusedIn(...covenantAt("commenting"), early)).toMatchObject([{ _tag: "CommentsStillRun" }])
  })

  it("COVENANT-4 COVENANT-5 a comment that came in time counts, also when it is typed later, and gets an answer", () => {
    // #region late-comment
    // It lay in the box on the 18th and is typed on the 20th: it counts.
    const receivedOn = (day: "2026-03-18" | "2026-03-19") =>
      covenantStep("2026-03-20", {
        ...{ _tag: "RecordComment", comment: "comment-2", clause: "dogs" },
        ...{ text: covenantDigest(6), receivedOn: day },
      })
    const typed = [...covenantAt("disposed"), receivedOn("2026-03-18")]
    expect(refusedIn(...typed)).toEqual([])
    expect(refusedIn(...covenantAt("disposed"), receivedOn("2026-03-19"))).toMatchObject([
      { _tag: "CommentOutOfTime", from: "2026-03-03", to: "2026-03-18" },
    ])

    // And so nothing is put to the vote before it is settled.
    expect(refusedIn(...typed, revising(revisedText), checking(revisedText), submitting(revisedText))).toMatchObject([
      { _tag: "CommentsUndisposed", comments: ["comment-2"] },
    ])
    // #endregion late-comment
  })

  it("COVENANT-6 what changes after the round was asked for, or has a reason", () => {
    // #region unasked
    // The comment was about parking. Somebody writes the clause on dogs anew as well.
    const more = covenantText("lead:1", "parking:2", "dogs:2")
    expect(refusedIn(...covenantAt("disposed"), revising(more), checking(more), submitting(more))).toMatchObject([
      { _tag: "ChangesUnaccounted", clauses: ["dogs"], need: "stated-reason" },
    ])

    const stated = [{ clause: "dogs", reason: "the park has a lawn for them now" }]
    expect(refusedIn(...covenantAt("disposed"), revising(more, stated), checking(more), submitting(more))).toEqual([])
    // #endregion unasked
  })

  it("COVENANT-8 the check is of exactly this text, by somebody who drafted none of it", () => {
    // #region legality
    const again = covenantText("lead:1", "parking:3", "dogs:1")
    const changed = covenantStep("2026-03-23", { _tag: "DraftRevision", sections: again, reasons: [] })
    expect(refusedIn(...covenantAt("checked"), changed, submitting(again))).toMatchObject([
      { _tag: "LegalityUnchecked", document: digestOfSections(again) },
    ])
    // #endregion legality
  })

  it("COVENANT-10 only exactly this text, decided by a body that may, is a version", () => {
    // #region decided
    expect(told(...covenantAt("submitted"), deciding({})).state.versions).toHaveLength(1)

    const amended = covenantDigest(4) // the meeting changed a word
    const returned = told(...covenantAt("submitted"), deciding({ text: amended })).history.at(-1)
    expect(returned).toMatchObject({ _tag: "DraftReturned", because: "another-text", text: amended })

    const committee = told(...covenantAt("submitted"), deciding({ set: "residents-committee" })).history.at(-1)
    expect(committee).toMatchObject({ _tag: "DraftReturned", because: "another-body" })
    // #endregion decided
  })

  it("COVENANT-11 COVENANT-13 the day of force is never in the past, and filing holds up nothing", () => {
    // #region force
    const from = (day: "2026-04-11" | "2026-04-12") =>
      covenantStep("2026-04-12", { _tag: "BringIntoForce", version: 1, from: day })
    expect(refusedIn(...covenantAt("adopted"), from("2026-04-11"))).toMatchObject([
      { _tag: "ForceTooEarly", earliest: "2026-04-12" },
    ])

    // Thirty days after the decision of the 10th the secretary is reminded; a receipt that comes later says so.
    const { state } = told(...covenantAt("announced"))
    expect(due(state)).toMatchObject([{ on: "2026-05-10", command: { _tag: "RemindFiling", version: 1 } }])
    const filed = covenantStep("2026-05-14", {
      ...{ _tag: "FileVersion", version: 1, receipt: "no. 7", with: "office-1", on: "2026-05-14" },
    })
    expect(told(...covenantAt("announced"), filed).state.versions[0]?.filed).toMatchObject({ lateDays: 4 })
    // #endregion force
  })

  it("COVENANT-14 an order to correct holds back every text that does not answer it", () => {
    // #region order
    const order = covenantStep("2026-05-20", {
      ...{ _tag: "OrderCorrection", order: "order-1", version: 1, by: "office-1" },
      ...{ clauses: ["parking"], reason: "it bars visitors" },
    })
    const ordered = told(...covenantAt("announced"), order)
    expect(ordered.state.versions).toMatchObject([{ version: 1, from: "2026-05-01", until: null }]) // it stays in force

    // A new draft on dogs alone comes through its round, and is held back: the order is about parking.
    const dogs = covenantText("lead:1", "parking:2", "dogs:3")
    const draft = [
      covenantStep("2026-05-21", { _tag: "DraftRevision", sections: dogs, reasons: [] }),
      covenantStep("2026-05-21", { _tag: "OpenComments", until: "2026-06-05" }),
      covenantStep("2026-06-06", { _tag: "CloseComments" }),
      covenantStep("2026-06-07", {
        ...{ _tag: "CheckLegality", document: digestOfSections(dogs), conforms: true },
        ...{ opinion: covenantDigest(8), against: [] },
      }),
      covenantStep(
        "2026-06-08",
        { _tag: "SubmitDraft", matter: "matter-2", corrects: [] },
        { outcome: openMatter("matter-2", dogs) },
      ),
    ]
    expect(refusedIn(...covenantAt("announced"), order, ...draft)).toMatchObject([
      { _tag: "OrdersUnanswered", orders: ["order-1"] },
    ])
    // #endregion order
    expect(ordered.refused).toEqual([])
  })

  it("COVENANT-15 a covenant ends by a text that names it, and by no other", () => {
    // #region repeal
    const repealing = (sections: typeof offeredText) =>
      covenantStep(
        "2026-06-16",
        { _tag: "RepealCovenant", matter: "matter-9", sections, from: "2026-08-01" },
        {
          rules: covenantRules("2026-06-15"),
          outcome: decidedMatter("matter-9", sections, { decidedOn: "2026-06-15" }),
        },
      )
    expect(refusedIn(...covenantAt("announced"), repealing(covenantText("gate:9")))).toMatchObject([
      { _tag: "RepealNotNamed", clause: "repeals.covenant-1", clauses: ["gate"] },
    ])
    expect(refusedIn(...covenantAt("announced"), repealing(covenantText("repeals.covenant-1:3")))).toEqual([])
    // #endregion repeal
  })

  it("COVENANT-16 the difference of two texts, laid on the first, gives the second", () => {
    // #region difference
    const between = difference(offeredText, revisedText)
    expect(between).toMatchObject({ removed: [], added: [], moved: [], changed: [{ name: "parking" }] })
    expect(applyDifference(offeredText, between)).toEqual({ ok: true, value: revisedText })
    // #endregion difference
  })
})
