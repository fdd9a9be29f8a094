import { disclosure, due, standingOf } from "@jinlin/core/disclosure"
import { type Citation, digestOfSections } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { given, play } from "@jinlin/testkit"
import {
  article34,
  disclosureAt,
  disclosureRules,
  disclosureStep,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneSections,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"

const complete = { _tag: "CompleteDisclosure" } as const
const ourDefault: Citation = { instrument: "jinlin", certainty: "our-default" }
const { history: checked } = play(disclosure, disclosureAt("checked"))
const { history: posted } = play(disclosure, disclosureAt("posted"))

describe("a disclosure as the site shows it", () => {
  it("DISCLOSURE-8 DISCLOSURE-12 stands for fifteen days, and is completed not a minute before", () => {
    // #region period
    // Put up on Tuesday, 1 September: that day is not counted, the fifteenth is the 16th, and it ends at midnight.
    const { state } = play(disclosure, disclosureAt("posted"))
    expect(state.period).toMatchObject({ lastDay: "2026-09-16", end: { date: "2026-09-17", minute: 0 } })

    const early = disclosureStep("2026-09-16", complete, { minuteOfDay: 1439 })
    expect(given(disclosure, posted).when(...early).refusals).toMatchObject([
      { _tag: "PeriodStillRuns", rule: "DISCLOSURE-12", end: { date: "2026-09-17", minute: 0 } },
    ])
    // A sheet of the last day may still lie somewhere for three days.
    const over = disclosureStep("2026-09-17", complete, { minuteOfDay: 0 })
    expect(given(disclosure, posted).when(...over).refusals).toMatchObject([
      { _tag: "SheetsAwaited", rule: "DISCLOSURE-13", from: "2026-09-20" },
    ])
    const intime = disclosureStep("2026-09-20", complete, { minuteOfDay: 0 })
    expect(given(disclosure, posted).when(...intime).state.status).toBe("completed")
    // #endregion period
  })

  it("DISCLOSURE-8 a last day that is a rest day gives way to the next working day", () => {
    // #region rest-days
    const lastDay = (on: CivilDate) =>
      given(disclosure, checked).when(...disclosureStep(on, postingOn(on))).state.period?.lastDay

    expect(lastDay("2026-09-03")).toBe("2026-09-18") // a Friday
    expect(lastDay("2026-09-04")).toBe("2026-09-20") // the 19th is a Saturday, and this Sunday is worked for the holidays
    expect(lastDay("2026-09-16")).toBe("2026-10-08") // the first day after the National Day holidays
    // #endregion rest-days
  })

  it("DISCLOSURE-7 a posting online alone starts no period", () => {
    // #region online
    const online = given(disclosure, checked).when(
      ...disclosureStep("2026-09-01", postingOn("2026-09-01", "online", "our site")),
    )
    expect(online.state).toMatchObject({ status: "posted", period: null })
    expect(given(disclosure, online.history).when(...disclosureStep("2026-12-01", complete)).refusals).toMatchObject([
      { _tag: "PeriodNotBegun", missing: ["notice-board"], citation: { article: "34" } },
    ])

    const board = given(disclosure, online.history).when(...disclosureStep("2026-09-07", postingOn("2026-09-07")))
    expect(board.state.period?.lastDay).toBe("2026-09-22")
    // #endregion online
  })

  it("DISCLOSURE-9 a notice that is torn off is counted anew, unless it is replaced the same day", () => {
    // #region torn-off
    const torn = disclosureStep("2026-09-10", downOn("2026-09-10"))
    const replacedOn = (on: CivilDate) =>
      play(disclosure, [...disclosureAt("posted"), torn, disclosureStep(on, postingOn(on))]).state.period?.lastDay

    expect(replacedOn("2026-09-10")).toBe("2026-09-16")
    expect(replacedOn("2026-09-11")).toBe("2026-09-28") // the 26th is a Saturday
    // #endregion torn-off
  })

  it("DISCLOSURE-9 that it came down was a slip, and the period is what it was, for as long as a sheet may lie", () => {
    // #region slip
    // On the last evening somebody enters that it came down. It hangs: that is said with a sheet within three days.
    const noted = disclosureStep("2026-09-16", downOn("2026-09-16"))
    const hangs = { _tag: "ConfirmHanging", posting: 1, reason: "the other board", evidence: someDigest(5) } as const
    const slip = play(disclosure, [...disclosureAt("posted"), noted])
    expect(slip.state.period).toBeNull()

    const said = given(disclosure, slip.history).when(...disclosureStep("2026-09-19", hangs))
    expect(said.state.period?.lastDay).toBe("2026-09-16")
    // Whoever was told that it was down has three more days to object.
    expect(due(said.state)).toMatchObject([{ on: "2026-09-22", command: complete }])
    expect(given(disclosure, slip.history).when(...disclosureStep("2026-09-20", hangs)).refusals).toMatchObject([
      { _tag: "HangingConfirmedLate", rule: "DISCLOSURE-9", latest: "2026-09-19" },
    ])
    // #endregion slip
  })

  it("DISCLOSURE-10 DISCLOSURE-13 an objection on paper is of the day on which it was received", () => {
    // #region on-paper
    // It lay in the box at the end of the last day, the 16th, and is typed on the 18th with the digest of the sheet.
    const late = objectingOn("2026-09-18", "objection-1", { receivedOn: "2026-09-16" })
    const { evidence } = late
    const typed = given(disclosure, posted).when(...disclosureStep("2026-09-18", late))
    expect(typed.events).toMatchObject([{ receivedOn: "2026-09-16", on: "2026-09-18", evidence }])

    const refused = (command: typeof late) =>
      given(disclosure, posted).when(...disclosureStep("2026-09-18", command)).refusals
    expect(refused({ ...late, evidence: null })).toMatchObject([{ _tag: "ObjectionSheetMissing" }])
    expect(refused({ ...late, receivedOn: "2026-09-14" })).toMatchObject([
      { _tag: "ObjectionDayImpossible", earliest: "2026-09-15", latest: "2026-09-18", days: 3 },
    ])
    // #endregion on-paper
  })

  it("DISCLOSURE-5 the law is that of the day of the first posting, and stays", () => {
    // #region law-of-the-day
    // When it was drawn up no law asked for it, and five days were enough. It goes up on the first day of the law.
    const subject = { ...sceneSubject(), law: null, recourse: null }
    const [prepare, check] = disclosureAt("checked")
    if (prepare === undefined || check === undefined) throw new Error("It is drawn up, and then checked.")
    const { history } = play(disclosure, [disclosureStep("2026-08-31", prepare[0], { subject }), check])
    const rules = disclosureRules("2026-09-01", { period: { days: 5, citation: ourDefault } })
    const short = disclosureStep("2026-09-01", postingOn("2026-09-01"), { rules })
    expect(given(disclosure, history).when(...short).refusals).toMatchObject([
      { _tag: "RulesBelowLaw", rule: "DISCLOSURE-5", days: 5, atLeast: 15, citation: { article: "34" } },
    ])

    const first = given(disclosure, history).when(...disclosureStep("2026-09-01", postingOn("2026-09-01")))
    expect(first.state.law?.article).toBe("34")
    const another = disclosureStep("2026-09-02", postingOn("2026-09-02"), { subject })
    expect(given(disclosure, first.history).when(...another).state.law?.article).toBe("34")
    // #endregion law-of-the-day
  })

  it("DISCLOSURE-20 it is for an audience of the charter, and by law for the residents", () => {
    // #region audiences
    const refusedFor = (audience: string, law: Citation | null) =>
      given(disclosure, []).when(
        ...disclosureStep("2026-08-31", { ...preparing, audience }, { subject: { ...sceneSubject(), law } }),
      ).refusals

    // This charter names residents and owners. What the law has published is for the residents.
    expect(refusedFor("owners", null)).toEqual([])
    expect(refusedFor("owners", article34)).toMatchObject([{ _tag: "AudienceUnknown", among: ["residents"] }])
    expect(refusedFor("tenants", null)).toMatchObject([{ _tag: "AudienceUnknown", among: ["residents", "owners"] }])
    // #endregion audiences
  })

  it("DISCLOSURE-10 DISCLOSURE-12 DISCLOSURE-13 an objection blocks until it is answered, and no longer", () => {
    // #region objection
    // The period has ended. It would be completed by itself on the 20th, but somebody objects on the 18th.
    const objected = given(disclosure, posted).when(...disclosureStep("2026-09-18", objectingOn("2026-09-18")))
    expect(due(objected.state)).toEqual([])
    expect(given(disclosure, objected.history).when(...disclosureStep("2026-10-09", complete)).refusals).toMatchObject([
      { _tag: "ObjectionsOpen", objections: ["objection-1"] },
    ])

    // It is answered three weeks late. Nobody has to agree with the answer: the disclosure falls due on that day.
    const answer = { _tag: "AnswerObjection", objection: "objection-1", answer: someDigest(8) } as const
    const answered = given(disclosure, objected.history).when(...disclosureStep("2026-10-09", answer))
    expect(due(answered.state)).toMatchObject([{ on: "2026-10-09", command: complete }])
    // #endregion objection
    expect(due(play(disclosure, disclosureAt("posted")).state)).toMatchObject([{ on: "2026-09-20" }])
  })

  it("DISCLOSURE-3 DISCLOSURE-4 what is blacked out keeps the digest, and needs a check of its own", () => {
    // #region blacked-out
    const [title, ...others] = sceneSections() // the second section, the applicant, is blacked out
    const shown = [title, ...others.map((one) => ({ ...one, shown: true }))] as const
    expect(digestOfSections(shown)).toBe(digestOfSections(sceneSections()))

    // So a check of the first preparation says nothing of the second, in which the applicant is shown.
    const again = given(disclosure, checked).when(...disclosureStep("2026-08-31", { ...preparing, sections: shown }))
    expect(again.state).toMatchObject({ status: "prepared", preparation: 2, checkedBy: null })
    // #endregion blacked-out
  })

  it("DISCLOSURE-14 DISCLOSURE-16 a correction takes the place of what it corrects, and has its own period", () => {
    // #region correction
    const corrected = standingOf("disclosure-1", play(disclosure, disclosureAt("posted")).state)
    const more = { disclosure: "disclosure-2", corrected }
    const { state } = play(disclosure, [
      disclosureStep("2026-09-07", { ...preparing, corrects: "disclosure-1" }, more),
      disclosureStep(
        "2026-09-07",
        { _tag: "ConfirmCheck", document: digestOfSections(preparing.sections), preparation: 1 },
        more,
      ),
      disclosureStep("2026-09-07", postingOn("2026-09-07"), more),
    ])
    expect(state.period?.lastDay).toBe("2026-09-22")

    const correction = standingOf("disclosure-2", state)
    const gone = given(disclosure, posted).when(
      ...disclosureStep("2026-09-07", { _tag: "SupersedeDisclosure", by: "disclosure-2" }, { correction }),
    )
    expect(gone.state).toMatchObject({ status: "superseded", supersededBy: "disclosure-2" })
    expect(given(disclosure, gone.history).when(...disclosureStep("2026-09-17", complete)).refusals).toMatchObject([
      { _tag: "DisclosureAtOtherStage", status: "superseded" },
    ])
    // #endregion correction
  })
})
