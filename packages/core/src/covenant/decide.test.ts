import { given, on, play } from "@jinlin/testkit"
import {
  covenantStep as at,
  type CovenantStep,
  covenantAt,
  covenantCitation,
  covenantDigest,
  covenantDrafter,
  covenantRules,
  decidedMatter,
  offeredText,
  openMatter,
  revisedText,
  covenantText as text,
} from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"
import { after, refused, tags } from "../../test/covenant/after-steps.ts"
import type { CivilDate } from "../kernel/arithmetic.ts"
import { digestOfSections } from "../kernel/sections.ts"
import {
  type CovenantCommand,
  type CovenantRules,
  covenant,
  due,
  type MatterOutcome,
  type Predecessor,
} from "./index.ts"

const events = (steps: ReadonlyArray<CovenantStep>, next: CovenantStep) =>
  after(steps, next).events.map(({ _tag }) => _tag)

const submit = (day: CivilDate, corrects: ReadonlyArray<string> = [], rules?: CovenantRules): CovenantStep =>
  at(day, { _tag: "SubmitDraft", matter: "matter-1", corrects }, rules === undefined ? {} : { rules })
const revise = (
  day: CivilDate,
  sections: typeof offeredText,
  reasons: ReadonlyArray<{ clause: string; reason: string }> = [],
) => at(day, { _tag: "DraftRevision", sections, reasons })
const check = (
  day: CivilDate,
  sections: typeof offeredText,
  more: Partial<Extract<CovenantCommand, { _tag: "CheckLegality" }>> = {},
) =>
  at(day, {
    ...{
      _tag: "CheckLegality",
      document: digestOfSections(sections),
      conforms: true,
      opinion: covenantDigest(8),
      against: [],
    },
    ...more,
  })
const comment = (
  day: CivilDate,
  receivedOn: CivilDate,
  more: Partial<Extract<CovenantCommand, { _tag: "RecordComment" }>> = {},
) =>
  at(day, { _tag: "RecordComment", comment: "comment-2", clause: "dogs", text: covenantDigest(6), receivedOn, ...more })
const dispose = (day: CivilDate, name: string, clauses: ReadonlyArray<string> = []) =>
  at(day, {
    _tag: "DisposeComment",
    comment: name,
    disposition: clauses.length > 0 ? "taken-up" : "not-taken-up",
    reason: "so",
    clauses,
  })
const decide = (
  day: CivilDate,
  outcome: ReturnType<typeof decidedMatter>,
  rules = covenantRules(outcome.decidedOn ?? day),
) => at(day, { _tag: "RecordDecision" }, { outcome, rules })

describe("scenarios", () => {
  it("COVENANT-10 a covenant is drafted, commented on, checked, decided and in force", () => {
    // #region covenant
    const { history, refused, state } = play(covenant, covenantAt("announced"))
    expect(refused).toEqual([])
    expect(history.map(({ _tag }) => _tag)).toEqual([
      "CovenantOpened",
      "RevisionDrafted",
      ...["CommentsOpened", "CommentRecorded", "CommentsClosed", "CommentDisposed"],
      "RevisionDrafted",
      ...["LegalityChecked", "DraftSubmitted", "VersionAdopted"],
      "VersionBroughtIntoForce",
    ])
    expect(state.versions).toMatchObject([{ version: 1, decidedOn: "2026-04-10", from: "2026-05-01", until: null }])
    // #endregion covenant
    expect(state.draft).toBeNull()
    expect(state.versions[0]?.document).toBe(digestOfSections(revisedText))
    expect(state.versions[0]?.filing.lastDay).toBe("2026-05-10")
  })

  it("COVENANT-1 nothing is done before it is begun, and it is begun once by a person", () => {
    expect(refused([], at("2026-03-02", { _tag: "AbandonDraft", reason: "none" }))).toEqual([
      { _tag: "CovenantNotOpen", rule: "COVENANT-1", status: "unopened" },
    ])
    const [begin] = covenantAt("opened")
    if (begin === undefined) throw new Error("no opening")
    expect(tags(covenantAt("opened"), begin)).toEqual(["CovenantAlreadyOpened"])
    const [command, around] = begin
    expect(
      given(covenant, []).when(command, { ...around, actor: { _tag: "System", rule: "COVENANT-1" } }).refusals,
    ).toEqual([{ _tag: "OpenerMissing", rule: "COVENANT-1", allowed: ["drafter"] }])
  })

  it("COVENANT-2 a draft is given up with a reason, and the next one is another", () => {
    const given_ = [...covenantAt("disposed"), at("2026-03-21", { _tag: "AbandonDraft", reason: "too strict" })]
    const { state } = play(covenant, [...given_, revise("2026-03-22", offeredText)])
    expect(state).toMatchObject({ drafts: 2, draft: { draft: 2, revision: 1, comments: [], round: null } })
    expect(tags(given_, at("2026-03-22", { _tag: "CloseComments" }))).toEqual(["NoDraft"])
    expect(tags(covenantAt("opened"), revise("2026-03-02", text("lead:1", "lead:2")))).toEqual(["ClauseNamedTwice"])
    expect(events(covenantAt("drafted"), revise("2026-03-02", offeredText))).toEqual([])
  })
})

describe("a draft that is given up", () => {
  const abandon = (day: CivilDate) => at(day, { _tag: "AbandonDraft", reason: "too many comments" })

  it("COVENANT-5 leaves no comment behind that nobody answered", () => {
    expect(refused(covenantAt("closed"), abandon("2026-03-20"))).toEqual([
      { _tag: "CommentsUndisposed", rule: "COVENANT-5", comments: ["comment-1"] },
    ])
    expect(events([...covenantAt("closed"), dispose("2026-03-20", "comment-1")], abandon("2026-03-20"))).toEqual([
      "DraftAbandoned",
    ])
  })

  it("COVENANT-3 COVENANT-5 does not stop a round of comments that runs", () => {
    for (const day of ["2026-03-10", "2026-03-18"] as const)
      expect(refused(covenantAt("commenting"), abandon(day))).toEqual([
        { _tag: "TextLiesOpen", rule: "COVENANT-3", round: 1, until: "2026-03-18", earliest: "2026-03-19" },
      ])
    const closed = [...covenantAt("commenting"), at("2026-03-19", { _tag: "CloseComments" })]
    expect(tags(closed, abandon("2026-03-19"))).toEqual([])
  })
})

describe("a covenant after a covenant", () => {
  const known: Predecessor = {
    ...{ covenant: "covenant-0", kind: "residents-covenant", within: "community-1", repealedFrom: "2026-05-10" },
  }
  const next = (predecessor: Predecessor | null): CovenantStep =>
    at(
      "2026-03-02",
      { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together", after: "covenant-0" },
      { predecessor },
    )

  it("COVENANT-22 follows one of its kind and body that was repealed, and nothing else", () => {
    expect(tags([], next(known))).toEqual([])
    expect(refused([], next(null))).toEqual([
      {
        ...{ _tag: "NothingToFollow", rule: "COVENANT-22", after: "covenant-0" },
        ...{ kind: null, within: null, repealedFrom: null },
      },
    ])
    for (const other of [
      { repealedFrom: null },
      { kind: "self-governance-charter" },
      { within: "community-2" },
      { covenant: "covenant-9" },
    ] as const)
      expect(tags([], next({ ...known, ...other }))).toEqual(["NothingToFollow"])
  })

  it("COVENANT-22 is in force on no day on which the other still is", () => {
    const [, ...others] = covenantAt("adopted")
    const told = [next(known), ...others]
    const force = (from: CivilDate) => at("2026-04-12", { _tag: "BringIntoForce", version: 1, from })
    expect(refused(told, force("2026-05-09"))).toEqual([
      { _tag: "ForceTooEarly", rule: "COVENANT-11", from: "2026-05-09", earliest: "2026-05-10" },
    ])
    for (const from of ["2026-05-10", "2026-05-11"] as const) expect(tags(told, force(from))).toEqual([])
  })
})

describe("comments", () => {
  it("COVENANT-3 the last day is the fifteenth after the opening, or later, up to 366 days", () => {
    const open = (until: CivilDate) => at("2026-03-03", { _tag: "OpenComments", until })
    expect(refused(covenantAt("drafted"), open("2026-03-17"))).toEqual([
      {
        ...{ _tag: "CommentsTooShort", rule: "COVENANT-3", until: "2026-03-17", days: 15 },
        ...{ earliest: "2026-03-18", citation: covenantCitation },
      },
    ])
    expect(tags(covenantAt("drafted"), open("2026-03-18"))).toEqual([])
    expect(tags(covenantAt("drafted"), open("2027-03-04"))).toEqual([])
    expect(refused(covenantAt("drafted"), open("2027-03-05"))).toMatchObject([
      { _tag: "CommentsTooLong", latest: "2027-03-04" },
    ])
  })

  it("COVENANT-3 the text stays while it lies open, and is closed on the day after the last", () => {
    expect(refused(covenantAt("commenting"), revise("2026-03-18", revisedText))).toEqual([
      { _tag: "TextLiesOpen", rule: "COVENANT-3", round: 1, until: "2026-03-18", earliest: "2026-03-19" },
    ])
    const close = (day: CivilDate) => at(day, { _tag: "CloseComments" })
    expect(refused(covenantAt("commenting"), close("2026-03-18"))).toMatchObject([
      { _tag: "CommentsStillRun", earliest: "2026-03-19" },
    ])
    expect(events(covenantAt("commenting"), close("2026-03-19"))).toEqual(["CommentsClosed"])
    expect(events(covenantAt("closed"), close("2026-03-20"))).toEqual([])
    expect(tags(covenantAt("drafted"), close("2026-03-20"))).toEqual(["CommentsNotOpen"])
    expect(due(play(covenant, covenantAt("commenting")).state)).toEqual([
      { rule: "COVENANT-3", on: "2026-03-19", command: { _tag: "CloseComments" } },
    ])
  })

  it("COVENANT-4 a comment that came in time is taken after the close, one that came late is not", () => {
    expect(events(covenantAt("closed"), comment("2026-03-22", "2026-03-18"))).toEqual(["CommentRecorded"])
    expect(refused(covenantAt("closed"), comment("2026-03-22", "2026-03-19"))).toEqual([
      { _tag: "CommentOutOfTime", rule: "COVENANT-4", receivedOn: "2026-03-19", from: "2026-03-03", to: "2026-03-18" },
    ])
    expect(tags(covenantAt("commenting"), comment("2026-03-10", "2026-03-11"))).toEqual(["CommentOutOfTime"])
    expect(tags(covenantAt("commenting"), comment("2026-03-10", "2026-03-02"))).toEqual(["CommentOutOfTime"])
    expect(tags(covenantAt("drafted"), comment("2026-03-03", "2026-03-03"))).toEqual(["CommentsNotOpen"])
    expect(tags(covenantAt("submitted"), comment("2026-03-24", "2026-03-18"))).toEqual(["DraftLiesWithBody"])
  })

  it("COVENANT-4 a comment has a name of its own and is about a clause that was offered, or the whole", () => {
    const known = { comment: "comment-1", clause: "parking", text: covenantDigest(7) }
    expect(events(covenantAt("commented"), comment("2026-03-10", "2026-03-10", known))).toEqual([])
    for (const other of [{ clause: "dogs" }, { text: covenantDigest(5) }, { receivedOn: "2026-03-09" as const }])
      expect(tags(covenantAt("commented"), comment("2026-03-10", "2026-03-10", { ...known, ...other }))).toEqual([
        "CommentNamedTwice",
      ])
    expect(refused(covenantAt("commented"), comment("2026-03-10", "2026-03-10", { clause: "noise" }))).toEqual([
      { _tag: "NoSuchClause", rule: "COVENANT-4", clause: "noise", clauses: ["lead", "parking", "dogs"] },
    ])
    expect(tags(covenantAt("commented"), comment("2026-03-10", "2026-03-10", { clause: null }))).toEqual([])
  })

  it("COVENANT-5 a comment is settled after the close, otherwise if need be, and only then is the text submitted", () => {
    const late = [...covenantAt("checked"), comment("2026-03-22", "2026-03-18")]
    expect(refused(late, submit("2026-03-23"))).toEqual([
      { _tag: "CommentsUndisposed", rule: "COVENANT-5", comments: ["comment-2"] },
    ])
    expect(events([...late, dispose("2026-03-22", "comment-2")], submit("2026-03-23"))).toEqual(["DraftSubmitted"])
    expect(events(covenantAt("disposed"), dispose("2026-03-21", "comment-1"))).toEqual(["CommentDisposed"])
    expect(tags(covenantAt("disposed"), dispose("2026-03-21", "comment-9"))).toEqual(["NoSuchComment"])
    const contradicts: CovenantCommand = {
      ...{ _tag: "DisposeComment", comment: "comment-1", disposition: "not-taken-up", reason: "so", clauses: ["dogs"] },
    }
    expect(tags(covenantAt("closed"), at("2026-03-20", contradicts))).toEqual(["DispositionContradicts"])
  })
})

describe("changes after the comments", () => {
  const strict = (day: CivilDate) =>
    covenantRules(day, { unaskedChanges: { need: "new-round", citation: covenantCitation } })
  const other = text("lead:1", "parking:2", "dogs:2")

  it("COVENANT-6 what a comment asked for passes; what nobody asked for wants a reason", () => {
    const changed = [...covenantAt("disposed"), revise("2026-03-21", other), check("2026-03-22", other)]
    expect(refused(changed, submit("2026-03-23"))).toEqual([
      {
        ...{ _tag: "ChangesUnaccounted", rule: "COVENANT-6", clauses: ["dogs"], need: "stated-reason" },
        citation: covenantCitation,
      },
    ])
    const reasons = [{ clause: "dogs", reason: "the law on dogs has changed" }]
    const stated = [...covenantAt("disposed"), revise("2026-03-21", other, reasons), check("2026-03-22", other)]
    expect(tags(stated, submit("2026-03-23"))).toEqual([])
    expect(refused(stated, submit("2026-03-23", [], strict("2026-03-23")))).toMatchObject([
      { _tag: "ChangesUnaccounted", clauses: ["dogs"], need: "new-round" },
    ])
    // Said later with the same text: the check lapses, for the revision is another.
    expect(tags([...changed, revise("2026-03-23", other, reasons)], submit("2026-03-23"))).toEqual([
      "LegalityUnchecked",
    ])
  })

  it("COVENANT-6 another round offers the text anew, and what was taken up before excuses nothing after it", () => {
    const second = [
      ...covenantAt("disposed"),
      revise("2026-03-21", other),
      at("2026-03-22", { _tag: "OpenComments", until: "2026-04-06" }),
      at("2026-04-07", { _tag: "CloseComments" }),
    ]
    const same = [...second, check("2026-04-07", other)]
    expect(tags(same, submit("2026-04-08", [], strict("2026-04-08")))).toEqual([])
    const third = text("lead:1", "parking:3", "dogs:2")
    const again = [...second, revise("2026-04-08", third), check("2026-04-08", third)]
    expect(refused(again, submit("2026-04-09"))).toMatchObject([{ _tag: "ChangesUnaccounted", clauses: ["parking"] }])
    expect(tags([...again, dispose("2026-04-09", "comment-1", ["parking"])], submit("2026-04-09"))).toEqual([])
  })
})

describe("what is submitted", () => {
  it("COVENANT-7 has the clauses that are asked for, in this revision and on this day", () => {
    const without = text("parking:2", "dogs:1")
    const steps = [
      ...covenantAt("disposed"),
      revise("2026-03-21", without, [{ clause: "lead", reason: "shorter" }]),
      check("2026-03-22", without),
    ]
    expect(refused(steps, submit("2026-03-23"))).toEqual([
      {
        ...{ _tag: "ClausesMissing", rule: "COVENANT-7", clauses: ["lead"] },
        missing: [{ clause: "lead", citation: covenantCitation }],
      },
    ])
    expect(tags(steps, submit("2026-03-23", [], covenantRules("2026-03-23", { requiredClauses: [] })))).toEqual([])
  })

  it("COVENANT-8 was checked as it stands, and a text that is taken back again is checked again", () => {
    expect(refused(covenantAt("revised"), submit("2026-03-23"))).toEqual([
      {
        _tag: "LegalityUnchecked",
        rule: "COVENANT-8",
        document: digestOfSections(revisedText),
        citation: covenantCitation,
      },
    ])
    const reason = [{ clause: "dogs", reason: "so" }]
    const there = revise("2026-03-22", text("lead:1", "parking:2", "dogs:2"), reason)
    const backAgain = [...covenantAt("checked"), there, revise("2026-03-22", revisedText)]
    expect(tags(backAgain, submit("2026-03-23"))).toEqual(["LegalityUnchecked"])
    const against = ["the right to come and go"]
    const bad = check("2026-03-22", revisedText, { conforms: false, against })
    expect(refused([...covenantAt("checked"), bad], submit("2026-03-23"))).toEqual([
      { _tag: "TextDoesNotConform", rule: "COVENANT-8", document: digestOfSections(revisedText), against },
    ])
  })

  it("COVENANT-8 is checked by somebody else, of this text, and the finding agrees with itself", () => {
    expect(tags(covenantAt("revised"), check("2026-03-22", offeredText))).toEqual(["AnotherTextChecked"])
    const [command, around] = check("2026-03-22", revisedText)
    const of = (actor: typeof covenantDrafter) => tags(covenantAt("revised"), [command, { ...around, actor }])
    expect(of({ ...covenantDrafter, post: "legal-reviewer" } as typeof covenantDrafter)).toEqual(["CheckedByDrafter"])
    const clerk = { _tag: "Post", person: "person-3", post: "legal-reviewer", within: "office-1" } as const
    expect(of({ ...clerk, onBehalfOf: "person-1" })).toEqual(["CheckedByDrafter"])
    expect(of(clerk)).toEqual([])
    expect(tags(covenantAt("revised"), check("2026-03-22", revisedText, { conforms: false }))).toEqual([
      "OpinionContradicts",
    ])
    expect(tags(covenantAt("revised"), check("2026-03-22", revisedText, { against: ["x"] }))).toEqual([
      "OpinionContradicts",
    ])
  })

  it("COVENANT-8 COVENANT-20 was checked under the law of the day of submission, also at the turn of the year", () => {
    const law = (day: CivilDate) =>
      covenantRules(day, {
        conformity: { citation: { instrument: "Law", article: day < "2026-01-01" ? "15" : "31(2)", certainty: "law" } },
      })
    const told = (day: CivilDate, command: CovenantCommand): CovenantStep => at(day, command, { rules: law(day) })
    const document = digestOfSections(offeredText)
    const checked = [
      told("2025-11-20", { _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" }),
      told("2025-11-20", { _tag: "DraftRevision", sections: offeredText, reasons: [] }),
      told("2025-11-20", { _tag: "OpenComments", until: "2025-12-05" }),
      told("2025-12-06", { _tag: "CloseComments" }),
      told("2025-12-20", { _tag: "CheckLegality", document, conforms: true, opinion: covenantDigest(8), against: [] }),
    ]
    const put = (day: CivilDate) => told(day, { _tag: "SubmitDraft", matter: "matter-1", corrects: [] })
    expect(tags(checked, put("2025-12-31"))).toEqual([])
    expect(refused(checked, put("2026-01-01"))).toMatchObject([
      { _tag: "LegalityOutdated", checkedOn: "2025-12-20", under: { article: "15" }, now: { article: "31(2)" } },
    ])
  })

  it("COVENANT-9 went through a round of comments, is a new matter, and stays as it is", () => {
    const unasked = [...covenantAt("drafted"), check("2026-03-02", offeredText)]
    expect(tags(unasked, submit("2026-03-03"))).toEqual(["CommentsMissing"])
    expect(tags(covenantAt("commenting"), submit("2026-03-10"))).toEqual(["TextLiesOpen"])
    for (const next of [
      revise("2026-03-24", offeredText),
      at("2026-03-24", { _tag: "AbandonDraft", reason: "no" }),
      dispose("2026-03-24", "comment-1"),
      at("2026-03-24", { _tag: "OpenComments", until: "2026-05-01" }),
      at("2026-03-24", { _tag: "SubmitDraft", matter: "matter-2", corrects: [] }),
    ])
      expect(refused(covenantAt("submitted"), next)).toEqual([
        { _tag: "DraftLiesWithBody", rule: "COVENANT-9", matter: "matter-1" },
      ])
    expect(events(covenantAt("submitted"), submit("2026-03-24"))).toEqual([])
    expect(tags(covenantAt("submitted"), submit("2026-03-24", ["order-1"]))).toEqual(["DraftLiesWithBody"])
  })
})

describe("the matter of a draft", () => {
  const put = (outcome: MatterOutcome | null) =>
    at("2026-03-23", { _tag: "SubmitDraft", matter: "matter-1", corrects: [] }, { outcome })
  const open = openMatter("matter-1", revisedText)

  it("COVENANT-9 runs, on exactly the text of the draft", () => {
    expect(events(covenantAt("checked"), put(open))).toEqual(["DraftSubmitted"])
    expect(refused(covenantAt("checked"), put(openMatter("matter-1", offeredText)))).toEqual([
      {
        ...{ _tag: "MatterOnAnotherText", rule: "COVENANT-9", matter: "matter-1" },
        ...{ bears: digestOfSections(offeredText), document: digestOfSections(revisedText) },
      },
    ])
    const decided = decidedMatter("matter-1", revisedText, { decidedOn: "2026-03-23" })
    const lost = { status: "rejected", text: null, decidedOn: null, set: null } as const
    for (const [outcome, status] of [
      [null, "unknown"],
      [openMatter("matter-2", revisedText), "unknown"],
      [decided, "decided"],
      [{ ...open, ...lost }, "rejected"],
      [{ ...open, ...lost, status: "withdrawn" }, "withdrawn"],
    ] as const)
      expect(refused(covenantAt("checked"), put(outcome))).toEqual([
        { _tag: "MatterNotRunning", rule: "COVENANT-9", matter: "matter-1", status },
      ])
  })
})

describe("what is so already", () => {
  it("COVENANT-18 the same text, the same finding and the same round are granted and change nothing", () => {
    for (const [stage, step] of [
      ["commenting", revise("2026-03-10", offeredText)],
      ["submitted", revise("2026-03-24", revisedText)],
      ["commenting", at("2026-03-10", { _tag: "OpenComments", until: "2026-03-18" })],
      ["checked", check("2026-03-23", revisedText)],
    ] as const) {
      const [command, around] = step
      const came = after(covenantAt(stage), [command, around])
      expect([came.events, came.refusals]).toEqual([[], []])
    }
    for (const more of [{ opinion: covenantDigest(5) }, { conforms: false, against: ["a right"] }])
      expect(events(covenantAt("checked"), check("2026-03-23", revisedText, more))).toEqual(["LegalityChecked"])
    expect(tags(covenantAt("commenting"), at("2026-03-10", { _tag: "OpenComments", until: "2026-03-30" }))).toEqual([
      "TextLiesOpen",
    ])
  })
})

describe("what became of the matter", () => {
  const decided = (only: Parameters<typeof decidedMatter>[2] = {}) => decidedMatter("matter-1", revisedText, only)
  const none = { text: null, decidedOn: null, set: null }

  it("COVENANT-10 a decision on exactly this text makes it a version, on the day of the submission at the earliest", () => {
    expect(events(covenantAt("submitted"), decide("2026-04-11", decided()))).toEqual(["VersionAdopted"])
    expect(events(covenantAt("submitted"), decide("2026-04-11", decided({ decidedOn: "2026-03-23" })))).toEqual([
      "VersionAdopted",
    ])
    expect(
      after(covenantAt("submitted"), decide("2026-04-11", decided({ decidedOn: "2026-03-22" }))).events,
    ).toMatchObject([{ _tag: "DraftReturned", because: "decided-before" }])
  })

  it.each([
    ["rejected", { status: "rejected", ...none }],
    ["withdrawn", { status: "withdrawn", ...none }],
    ["another-text", { text: covenantDigest(4) }],
    ["another-body", { set: "residents-committee" }],
  ] as const)("COVENANT-10 the draft comes back: %s", (because, only) => {
    const came = after(covenantAt("submitted"), decide("2026-04-11", decided(only), covenantRules("2026-04-10")))
    expect(came.events).toMatchObject([{ _tag: "DraftReturned", because }])
    expect(came.state.draft).toMatchObject({ phase: "revising", submission: null, returned: [{ because }] })
    const again = given(covenant, came.history).when(...submit("2026-04-12"))
    expect(again.refusals.map(({ _tag }) => _tag)).toEqual(["MatterUsed"])
  })

  it("COVENANT-10 nothing is drawn from a matter that has not ended, or that nobody knows", () => {
    expect(refused(covenantAt("submitted"), decide("2026-04-11", decided({ status: "open", ...none })))).toMatchObject([
      { _tag: "MatterUndecided", status: "open" },
    ])
    expect(tags(covenantAt("submitted"), decide("2026-04-11", decidedMatter("matter-9", revisedText)))).toEqual([
      "MatterUndecided",
    ])
    expect(tags(covenantAt("submitted"), at("2026-04-11", { _tag: "RecordDecision" }, { outcome: null }))).toEqual([
      "MatterUndecided",
    ])
    expect(tags(covenantAt("checked"), decide("2026-04-11", decided()))).toEqual(["DraftNotSubmitted"])
  })

  it("COVENANT-9 what the body amended itself is named once more with exactly that text, and needs no second vote", () => {
    const own = text("lead:1", "parking:2", "noise:1")
    const outcome = decided({ text: digestOfSections(own) })
    const back = [...covenantAt("submitted"), decide("2026-04-11", outcome)]
    expect(tags([...back, check("2026-04-12", revisedText)], submit("2026-04-12"))).toEqual(["MatterUsed"])
    const taken = [...back, revise("2026-04-12", own), check("2026-04-12", own), submit("2026-04-13")]
    expect(events(taken, decide("2026-04-13", outcome))).toEqual(["VersionAdopted"])
    expect(tags([...back, revise("2026-04-12", own)], submit("2026-04-13"))).toEqual(["LegalityUnchecked"])
  })

  it("COVENANT-20 the law of the day of the decision counts, whenever it is recorded", () => {
    const law = (day: CivilDate) =>
      covenantRules(day, { filing: { required: day >= "2026-04-11", withinDays: 30, citation: covenantCitation } })
    expect(after(covenantAt("submitted"), decide("2026-04-20", decided(), law("2026-04-10"))).events).toMatchObject([
      { _tag: "VersionAdopted", filing: { required: false, lastDay: null }, decidedOn: "2026-04-10" },
    ])
    expect(refused(covenantAt("submitted"), decide("2026-04-20", decided(), law("2026-04-20")))).toEqual([
      { _tag: "CovenantRulesUnresolved", rule: "COVENANT-20", kind: "residents-covenant", on: "2026-04-10" },
    ])
    for (const step of [
      at("2026-03-03", { _tag: "OpenComments", until: "2026-03-30" }),
      check("2026-03-03", offeredText),
    ]) {
      const [command, around] = step
      expect(tags(covenantAt("drafted"), [command, { ...around, rules: null }])).toEqual(["CovenantRulesUnresolved"])
    }
    expect(on("2026-04-10").civilDate).toBe("2026-04-10")
  })
})
