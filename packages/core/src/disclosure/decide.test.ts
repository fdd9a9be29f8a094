import { given, play } from "@jinlin/testkit"
import {
  article34,
  disclosureStep as at,
  disclosureAt,
  disclosureRules,
  objectingOn,
  postingOn,
  preparing,
  sceneSections,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { type DisclosureCommand, disclosure, due } from "./index.ts"

type Step = ReturnType<typeof at>

const told = (...steps: ReadonlyArray<Step>) => play(disclosure, steps)
/** What comes of one more step. */
const then = (before: ReadonlyArray<Step>, [command, around]: Step) =>
  given(disclosure, told(...before).history).when(command, around)

const prepared = disclosureAt("prepared")
const checked = disclosureAt("checked")
const posted = disclosureAt("posted")
const completed = disclosureAt("completed")
const document = sceneSubject().digest
const check = (preparation = 1): DisclosureCommand => ({ _tag: "ConfirmCheck", document, preparation })
const answer = (name = "objection-1", digit = 8): DisclosureCommand => ({
  ...{ _tag: "AnswerObjection", objection: name, answer: someDigest(digit) },
})
const down = (posting: number, on: CivilDate): DisclosureCommand => ({
  ...{ _tag: "TakeDown", posting, on, reason: "the wind", evidence: someDigest(4) },
})
/** An objection that came on the day on which it is entered. */
const objected = (day: CivilDate, name = "objection-1", text = someDigest(7)): Step =>
  at(day, objectingOn(day, name, { text }))
const complete: DisclosureCommand = { _tag: "CompleteDisclosure" }

describe("drawing up", () => {
  it("DISCLOSURE-1 a disclosure goes from its drawing up to its end", () => {
    const { history, refused, state } = told(...completed)
    expect(refused).toEqual([])
    expect(history.map(({ _tag }) => _tag)).toEqual([
      "DisclosurePrepared",
      "DisclosureChecked",
      "DisclosurePosted",
      "DisclosureCompleted",
    ])
    expect(state).toMatchObject({ status: "completed", completedOn: "2026-09-20", document, preparation: 1 })
  })

  it("DISCLOSURE-1 is of one matter and one kind, and drawn up by a person", () => {
    expect(then(prepared, at("2026-08-31", { ...preparing, matter: "matter-2" })).refusals).toEqual([
      { _tag: "DisclosureOfAnother", rule: "DISCLOSURE-1", matter: "matter-1", what: "decision" },
    ])
    expect(then(prepared, at("2026-08-31", { ...preparing, what: "result" })).refusals).toMatchObject([
      { _tag: "DisclosureOfAnother" },
    ])
    const actor = { _tag: "System", rule: "DISCLOSURE-13" } as const
    expect(then([], at("2026-08-31", preparing, { actor })).refusals).toEqual([
      { _tag: "DisclosingPersonMissing", rule: "DISCLOSURE-1", allowed: ["discloser", "secretary"] },
    ])
    expect(then(prepared, at("2026-08-31", check(), { actor })).refusals).toEqual([
      { _tag: "DisclosingPersonMissing", rule: "DISCLOSURE-1", allowed: ["checker"] },
    ])
  })

  it("DISCLOSURE-2 there is something to publish, and it is the very document", () => {
    const nothing = { _tag: "NothingToPublish", rule: "DISCLOSURE-2", matter: "matter-1", what: "decision" }
    expect(then([], at("2026-08-31", preparing, { subject: null })).refusals).toEqual([nothing])
    expect(then([], at("2026-08-31", preparing, { subject: { ...sceneSubject(), what: "result" } })).refusals).toEqual([
      nothing,
    ])
    expect(
      then([], at("2026-08-31", preparing, { subject: { ...sceneSubject(), matter: "matter-2" } })).refusals,
    ).toEqual([nothing])
    const other = { ...preparing, sections: sceneSections(5) }
    expect(then([], at("2026-08-31", other)).refusals).toEqual([
      { _tag: "NotTheDecidedText", rule: "DISCLOSURE-2", expected: document, got: sceneSubject(5).digest },
    ])
  })

  it("DISCLOSURE-2 a text that was decided anew before it is put up is not put up any more", () => {
    const subject = sceneSubject(5)
    expect(then(checked, at("2026-09-01", postingOn("2026-09-01"), { subject })).refusals).toEqual([
      { _tag: "NotTheDecidedText", rule: "DISCLOSURE-2", expected: subject.digest, got: document },
    ])
    expect(then(checked, at("2026-09-01", postingOn("2026-09-01"), { subject: null })).refusals).toMatchObject([
      { _tag: "NothingToPublish" },
    ])
    expect(then(posted, at("2026-09-02", postingOn("2026-09-02"), { subject })).refusals).toEqual([])
  })

  it("DISCLOSURE-3 something is shown", () => {
    const [title, ...others] = sceneSections()
    const hidden = [{ ...title, shown: false }, ...others.map((one) => ({ ...one, shown: false }))] as const
    expect(then([], at("2026-08-31", { ...preparing, sections: hidden })).refusals).toEqual([
      { _tag: "NothingShown", rule: "DISCLOSURE-3", sections: ["title", "applicant", "decision"] },
    ])
    expect(then([], at("2026-08-31", { ...preparing, sections: [title, ...hidden.slice(1)] })).refusals).toEqual([])
  })
})

describe("checking", () => {
  const anew = { ...preparing, sections: sceneSections().map((one) => ({ ...one, shown: true })) }
  const [first, ...rest] = anew.sections
  const shown: DisclosureCommand = {
    ...preparing,
    sections: first === undefined ? preparing.sections : [first, ...rest],
  }

  it("DISCLOSURE-4 the same document with other sections blacked out is another preparation, and not checked", () => {
    const again = then(checked, at("2026-08-31", shown))
    expect(again.state).toMatchObject({
      status: "prepared",
      preparation: 2,
      document,
      checkedBy: null,
      checkedOn: null,
    })
    expect(then([...checked, at("2026-08-31", shown)], at("2026-09-01", postingOn("2026-09-01"))).refusals).toEqual([
      { _tag: "DisclosureAtOtherStage", rule: "DISCLOSURE-1", status: "prepared", allowed: ["checked", "posted"] },
    ])
    const late = then([...prepared, at("2026-08-31", shown)], at("2026-08-31", check(1)))
    expect(late.refusals).toEqual([{ _tag: "NotAsPrepared", rule: "DISCLOSURE-4", document, preparation: 2 }])
    expect(then([...prepared, at("2026-08-31", shown)], at("2026-08-31", check(2))).refusals).toEqual([])
  })

  it("DISCLOSURE-4 whoever drew it up, typed it or had it typed does not check it", () => {
    const clerk = {
      _tag: "Post",
      person: "clerk",
      post: "secretary",
      within: "committee",
      onBehalfOf: "chair",
    } as const
    const typed = [at("2026-08-31", preparing, { actor: clerk })]
    const own = { _tag: "CheckedByPreparer", rule: "DISCLOSURE-4", preparation: 1 }
    const checker = { _tag: "Post", post: "checker", within: "committee" } as const
    for (const actor of [
      { ...checker, person: "clerk" },
      { ...checker, person: "chair" },
      { ...checker, person: "somebody", onBehalfOf: "clerk" },
      { ...checker, person: "somebody", onBehalfOf: "chair" },
    ] as const)
      expect(then(typed, at("2026-08-31", check(), { actor })).refusals).toEqual([own])
    expect(then(typed, at("2026-08-31", check(), { actor: { ...checker, person: "somebody" } })).refusals).toEqual([])
  })

  it("DISCLOSURE-4 what is checked again by somebody else, or drawn up again as it was, stays as it is", () => {
    expect(then(checked, at("2026-09-01", check()))).toMatchObject({ events: [], refusals: [] })
    expect(then(checked, at("2026-09-01", preparing))).toMatchObject({ events: [], state: { status: "checked" } })
    const later = { subject: { ...sceneSubject(), since: "2026-08-30" } as const }
    expect(then(checked, at("2026-09-01", preparing, later)).events).toMatchObject([{ preparation: 2 }])
  })
})

describe("putting up", () => {
  it("DISCLOSURE-5 the rules of the day of the posting are written down, and stay", () => {
    const rules = disclosureRules("2026-09-01")
    const { events } = then(checked, at("2026-09-01", postingOn("2026-09-01")))
    expect(events).toMatchObject([{ rules, period: { lastDay: "2026-09-16", end: { date: "2026-09-17", minute: 0 } } }])
    const longer = disclosureRules("2026-09-02", { period: { days: 30, citation: article34 } })
    const more = then(posted, at("2026-09-02", postingOn("2026-09-02", "online"), { rules: longer }))
    expect(more.events).toMatchObject([{ rules: null, period: { lastDay: "2026-09-16" } }])
    expect(more.state.rules).toEqual(rules)
    const unresolved = [{ _tag: "DisclosureRulesUnresolved", rule: "DISCLOSURE-5", on: "2026-09-01" }]
    const post = postingOn("2026-09-01")
    expect(then(checked, at("2026-09-01", post, { rules: null })).refusals).toEqual(unresolved)
    expect(then(checked, at("2026-09-01", post, { rules: longer })).refusals).toEqual(unresolved)
  })

  it("DISCLOSURE-5 where the law asks for it, fifteen days and the notice board", () => {
    const below = (days: number, channels: readonly [string, ...ReadonlyArray<string>], law = true) =>
      then(
        law
          ? checked
          : [at("2026-08-31", preparing, { subject: { ...sceneSubject(), law: null } }), at("2026-08-31", check())],
        at("2026-09-01", postingOn("2026-09-01"), {
          ...(law ? {} : { subject: { ...sceneSubject(), law: null } }),
          rules: disclosureRules("2026-09-01", {
            period: { days, citation: article34 },
            required: { channels, citation: article34 },
          }),
        }),
      ).refusals
    const refused = {
      _tag: "RulesBelowLaw",
      rule: "DISCLOSURE-5",
      atLeast: 15,
      channel: "notice-board",
      citation: article34,
    }
    expect(below(14, ["notice-board"])).toEqual([{ ...refused, days: 14, channels: ["notice-board"] }])
    expect(below(15, ["online"])).toEqual([{ ...refused, days: 15, channels: ["online"] }])
    expect(below(15, ["notice-board"])).toEqual([])
    expect(below(7, ["online"], false)).toEqual([])
  })

  it("DISCLOSURE-5 what the law says is that of the day of the first posting too, and stays", () => {
    const before = { ...sceneSubject(), law: null, recourse: null }
    const drawnUp = [at("2026-08-31", preparing, { subject: before }), at("2026-08-31", check())]
    expect(told(...drawnUp).state).toMatchObject({ law: null, recourse: null })
    const below = disclosureRules("2026-09-01", { period: { days: 14, citation: article34 } })
    expect(then(drawnUp, at("2026-09-01", postingOn("2026-09-01"), { rules: below })).refusals).toMatchObject([
      { _tag: "RulesBelowLaw", days: 14 },
    ])
    const up = [...drawnUp, at("2026-09-01", postingOn("2026-09-01"))]
    expect(told(...up).state).toMatchObject({ law: { article: "34" }, recourse: { article: "35" } })
    const later = then(up, at("2026-09-02", postingOn("2026-09-02", "online"), { subject: before }))
    expect(later.state).toMatchObject({ law: { article: "34" }, recourse: { article: "35" } })
    expect(then(drawnUp, at("2026-09-01", preparing)).events).toMatchObject([
      { preparation: 2, law: { article: "34" } },
    ])
    const gone = then(checked, at("2026-09-01", postingOn("2026-09-01"), { subject: before }))
    expect(gone.state).toMatchObject({ law: null, recourse: null })
  })

  it("DISCLOSURE-5 no sheet may lie as long as the period lasts", () => {
    const lying = (sheetDays: number, days = 15) =>
      then(
        checked,
        at("2026-09-01", postingOn("2026-09-01"), {
          subject: { ...sceneSubject(), law: null },
          rules: disclosureRules("2026-09-01", {
            period: { days, citation: article34 },
            sheets: { days: sheetDays, citation: article34 },
          }),
        }),
      ).refusals
    const refused = { _tag: "SheetsOutlastPeriod", rule: "DISCLOSURE-5", citation: article34 }
    expect(lying(14)).toEqual([])
    expect(lying(15)).toEqual([{ ...refused, sheetDays: 15, days: 15 }])
    expect(lying(31)).toEqual([{ ...refused, sheetDays: 31, days: 15 }])
    expect(lying(0, 1)).toEqual([])
    expect(lying(1, 1)).toEqual([{ ...refused, sheetDays: 1, days: 1 }])
  })

  it("DISCLOSURE-20 is for those whom the charter names, and for the residents where a law has it published", () => {
    const named = (audience: string, law = true, more: Partial<Parameters<typeof at>[2]> = {}) =>
      then(
        [],
        at(
          "2026-08-31",
          { ...preparing, audience },
          {
            subject: { ...sceneSubject(), law: law ? article34 : null },
            ...more,
          },
        ),
      ).refusals
    expect(named("residents")).toEqual([])
    expect(named("owners")).toEqual([
      { _tag: "AudienceUnknown", rule: "DISCLOSURE-20", audience: "owners", among: ["residents"], citation: article34 },
    ])
    expect(named("owners", false)).toEqual([])
    expect(named("nobody", false)).toMatchObject([{ _tag: "AudienceUnknown", among: ["residents", "owners"] }])
    expect(named("nobody", false, { rules: null })).toEqual([])
    // What a law says when it is put up counts: it may not have been there when it was drawn up.
    const owners = [
      at("2026-08-31", { ...preparing, audience: "owners" }, { subject: { ...sceneSubject(), law: null } }),
      at("2026-08-31", check()),
    ]
    expect(then(owners, at("2026-09-01", postingOn("2026-09-01"))).refusals).toMatchObject([
      { _tag: "AudienceUnknown" },
    ])
  })

  it("DISCLOSURE-6 yesterday's notice is entered with its sheet, for as many days as a sheet may lie", () => {
    const late = (today: CivilDate, evidence: `${string}:${string}` | null = someDigest(4)) =>
      then(checked, at(today, { ...postingOn("2026-09-01"), evidence })).refusals
    expect(late("2026-09-02")).toEqual([])
    expect(late("2026-09-04")).toEqual([])
    expect(late("2026-09-05")).toMatchObject([
      { _tag: "PostingDayImpossible", on: "2026-09-01", earliest: "2026-09-02", latest: "2026-09-05", days: 3 },
    ])
    expect(late("2026-09-02", null)).toEqual([
      { _tag: "SheetMissing", rule: "DISCLOSURE-6", on: "2026-09-01", today: "2026-09-02" },
    ])
    expect(late("2026-09-01", null)).toEqual([])
    const sheet = then(checked, at("2026-09-03", { ...postingOn("2026-09-01"), evidence: someDigest(4) }))
    expect(sheet.events).toMatchObject([
      { on: "2026-09-03", posting: { on: "2026-09-01" }, period: { lastDay: "2026-09-16" } },
    ])
  })

  it("DISCLOSURE-6 nothing is put up on a day to come, before the check, or before the decision", () => {
    expect(then(checked, at("2026-08-31", postingOn("2026-09-01"))).refusals).toMatchObject([
      { _tag: "PostingDayImpossible", latest: "2026-08-31" },
    ])
    const evidence = someDigest(4)
    expect(then(checked, at("2026-08-31", { ...postingOn("2026-08-30"), evidence })).refusals).toMatchObject([
      { _tag: "PostingDayImpossible", earliest: "2026-08-31", checkedOn: "2026-08-31" },
    ])
    const decidedLater = [
      at("2026-08-31", preparing, { subject: { ...sceneSubject(), since: "2026-09-01" } }),
      at("2026-08-31", check()),
    ]
    expect(then(decidedLater, at("2026-09-02", { ...postingOn("2026-08-31"), evidence })).refusals).toMatchObject([
      { _tag: "PostingDayImpossible", earliest: "2026-09-01", since: "2026-09-01" },
    ])
  })

  it("DISCLOSURE-7 a posting online alone starts no period where the board is required", () => {
    const online = then(checked, at("2026-09-01", postingOn("2026-09-01", "online")))
    expect(online.state).toMatchObject({ status: "posted", period: null })
    const steps = [...checked, at("2026-09-01", postingOn("2026-09-01", "online"))]
    expect(then(steps, at("2026-10-01", complete)).refusals).toEqual([
      { _tag: "PeriodNotBegun", rule: "DISCLOSURE-7", missing: ["notice-board"], citation: article34 },
    ])
    expect(then(steps, at("2026-09-04", postingOn("2026-09-04"))).state.period).toMatchObject({
      from: { civilDate: "2026-09-04" },
    })
  })

  it("DISCLOSURE-7 on several boards at once the first counts, and each may come down while another hangs", () => {
    const both = [...posted, at("2026-09-03", postingOn("2026-09-03", "notice-board", "building 3"))]
    expect(told(...both).state.period).toMatchObject({ lastDay: "2026-09-16" })
    const one = then(both, at("2026-09-10", down(1, "2026-09-10")))
    expect(one.events).toMatchObject([{ _tag: "PostingTakenDown", broken: false, period: { lastDay: "2026-09-16" } }])
    const none = then([...both, at("2026-09-10", down(1, "2026-09-10"))], at("2026-09-11", down(2, "2026-09-11")))
    expect(none.events).toMatchObject([{ broken: true, period: null }])
  })

  it("DISCLOSURE-8 nothing is counted without a calendar, nor beyond the last day that there is", () => {
    const post = postingOn("2026-09-01")
    const missing = [{ _tag: "CalendarMissing", rule: "DISCLOSURE-8", on: "2026-09-01" }]
    expect(then(checked, at("2026-09-01", post, { calendar: undefined })).refusals).toEqual(missing)
    const broken = { id: "none", version: "1", years: [] }
    expect(then(checked, at("2026-09-01", post, { calendar: broken })).refusals).toEqual(missing)
    expect(then(checked, at("9999-12-25", postingOn("9999-12-25"))).refusals).toEqual([
      { _tag: "PeriodUncountable", rule: "DISCLOSURE-8", from: "9999-12-25", days: 15 },
    ])
  })
})

describe("coming down", () => {
  it("DISCLOSURE-9 torn off on the last day it has not stood through it, a day later it has", () => {
    const torn = (day: CivilDate) => [...posted, at("2026-09-18", down(1, day))]
    expect(then(torn("2026-09-16"), at("2026-09-20", complete)).refusals).toMatchObject([{ _tag: "PeriodNotBegun" }])
    expect(then(torn("2026-09-17"), at("2026-09-20", complete)).refusals).toEqual([])
    const anew = [...torn("2026-09-16"), at("2026-09-18", postingOn("2026-09-18"))]
    expect(told(...anew).state.period).toMatchObject({ from: { civilDate: "2026-09-18" }, lastDay: "2026-10-08" })
  })

  it("DISCLOSURE-9 put up again on the same day the period runs on, on the next day it is counted anew", () => {
    const torn = [...posted, at("2026-09-10", down(1, "2026-09-10"))]
    expect(told(...torn).state.period).toBe(null)
    expect(then(torn, at("2026-09-10", postingOn("2026-09-10"))).state.period).toMatchObject({ lastDay: "2026-09-16" })
    expect(then(torn, at("2026-09-11", postingOn("2026-09-11"))).state.period).toMatchObject({
      from: { civilDate: "2026-09-11" },
    })
    const sheet = { ...postingOn("2026-09-10"), evidence: someDigest(4) }
    expect(then(torn, at("2026-09-12", sheet)).state.period).toMatchObject({ lastDay: "2026-09-16" })
  })

  it("DISCLOSURE-9 it came down between its first day and today, once", () => {
    const impossible = { _tag: "TakeDownDayImpossible", rule: "DISCLOSURE-9", posting: 1, earliest: "2026-09-01" }
    expect(then(posted, at("2026-09-03", down(1, "2026-08-31"))).refusals).toEqual([
      { ...impossible, on: "2026-08-31", latest: "2026-09-03" },
    ])
    expect(then(posted, at("2026-09-03", down(1, "2026-09-04"))).refusals).toEqual([
      { ...impossible, on: "2026-09-04", latest: "2026-09-03" },
    ])
    for (const day of ["2026-09-01", "2026-09-03"] as const)
      expect(then(posted, at("2026-09-03", down(1, day))).refusals).toEqual([])
    const torn = [...posted, at("2026-09-05", down(1, "2026-09-04"))]
    expect(then(torn, at("2026-09-05", down(1, "2026-09-04")))).toMatchObject({ events: [], refusals: [] })
    expect(then(torn, at("2026-09-05", down(1, "2026-09-05"))).refusals).toEqual([
      { _tag: "TakenDownAlready", rule: "DISCLOSURE-9", posting: 1, on: "2026-09-04" },
    ])
    expect(then(posted, at("2026-09-05", down(2, "2026-09-05"))).refusals).toEqual([
      { _tag: "PostingUnknown", rule: "DISCLOSURE-9", posting: 2, postings: [1] },
    ])
    expect(then(checked, at("2026-09-05", down(1, "2026-09-05"))).refusals).toMatchObject([
      { _tag: "DisclosureAtOtherStage" },
    ])
  })

  it("DISCLOSURE-9 of a day gone by it is noted with its sheet, for as many days as a sheet may lie", () => {
    const late = (on: CivilDate, evidence: `${string}:${string}` | null = someDigest(4)) =>
      then(posted, at("2026-09-10", { _tag: "TakeDown", posting: 1, on, reason: "the wind", evidence })).refusals
    expect(late("2026-09-07")).toEqual([])
    expect(late("2026-09-06")).toEqual([
      {
        ...{ _tag: "TakeDownDayImpossible", rule: "DISCLOSURE-9", posting: 1, on: "2026-09-06" },
        ...{ earliest: "2026-09-07", latest: "2026-09-10" },
      },
    ])
    expect(late("2026-09-10", null)).toEqual([])
    expect(late("2026-09-09", null)).toEqual([
      { _tag: "TakeDownSheetMissing", rule: "DISCLOSURE-9", posting: 1, on: "2026-09-09", today: "2026-09-10" },
    ])
  })

  it("DISCLOSURE-9 that it came down was a slip: it hangs, and the period is what it was", () => {
    const hangs = (posting = 1): DisclosureCommand => ({
      ...{ _tag: "ConfirmHanging", posting, reason: "the sheet was of another notice", evidence: someDigest(5) },
    })
    const slip = [...posted, at("2026-09-16", down(1, "2026-09-14"))]
    expect(told(...slip).state.period).toBe(null)
    for (const day of ["2026-09-16", "2026-09-19"] as const) {
      const mended = then(slip, at(day, hangs()))
      expect(mended.events).toMatchObject([{ _tag: "HangingConfirmed", posting: 1, period: { lastDay: "2026-09-16" } }])
      expect(mended.state.postings).toMatchObject([{ takenDown: null, enteredOn: day }])
      expect(then([...slip, at(day, hangs())], at(day, hangs()))).toMatchObject({ events: [], refusals: [] })
    }
    expect(then(slip, at("2026-09-20", hangs())).refusals).toMatchObject([
      { _tag: "HangingConfirmedLate", posting: 1, enteredOn: "2026-09-16", latest: "2026-09-19", days: 3 },
    ])
    // Whoever had been told that it was down has time to object.
    const late = [...slip, at("2026-09-19", hangs())]
    expect(then(late, at("2026-09-21", complete)).refusals).toMatchObject([
      { _tag: "SheetsAwaited", from: "2026-09-22" },
    ])
    expect(then(late, at("2026-09-22", complete)).refusals).toEqual([])
    expect(then(posted, at("2026-09-16", hangs()))).toMatchObject({ events: [], refusals: [] })
    expect(then(posted, at("2026-09-16", hangs(2))).refusals).toMatchObject([{ _tag: "PostingUnknown", postings: [1] }])
    for (const steps of [checked, completed])
      expect(then(steps, at("2026-09-20", hangs())).refusals).toMatchObject([{ _tag: "DisclosureAtOtherStage" }])
  })

  it("DISCLOSURE-9 what is completed may come down, but is not found to have come down before its end", () => {
    expect(then(completed, at("2026-09-20", down(1, "2026-09-17"))).state).toMatchObject({
      status: "completed",
      postings: [{ takenDown: { on: "2026-09-17" } }],
      period: { lastDay: "2026-09-16" },
    })
    const sheetsLong = disclosureRules("2026-09-01", { sheets: { days: 4, citation: article34 } })
    const long = [
      ...checked,
      at("2026-09-01", postingOn("2026-09-01"), { rules: sheetsLong }),
      at("2026-09-21", complete),
    ]
    expect(then(completed, at("2026-09-20", down(1, "2026-09-16"))).refusals).toMatchObject([
      { _tag: "TakeDownDayImpossible", earliest: "2026-09-17" },
      { _tag: "CameDownBeforeTheEnd" },
    ])
    expect(then(long, at("2026-09-20", down(1, "2026-09-16"))).refusals).toEqual([
      { _tag: "CameDownBeforeTheEnd", rule: "DISCLOSURE-9", posting: 1, on: "2026-09-16", lastDay: "2026-09-16" },
    ])
  })
})

describe("objections", () => {
  it("DISCLOSURE-10 are taken from the first posting to the completion, after the last day too", () => {
    expect(then(checked, objected("2026-09-01")).refusals).toMatchObject([{ _tag: "DisclosureAtOtherStage" }])
    for (const day of ["2026-09-01", "2026-09-16", "2026-09-17", "2026-10-30"] as const) {
      const blocked = [...posted, objected(day)]
      expect(then(blocked, at("2026-10-30", complete)).refusals).toEqual([
        { _tag: "ObjectionsOpen", rule: "DISCLOSURE-12", objections: ["objection-1"] },
      ])
    }
    expect(then(completed, objected("2026-09-20")).refusals).toMatchObject([
      { _tag: "ObjectionAfterCompletion", completedOn: "2026-09-20", citation: { article: "35", certainty: "law" } },
    ])
    const subject = { ...sceneSubject(), law: null, recourse: null }
    const nowhere = completed.map(([command, around]) => [command, { ...around, subject }] as const)
    expect(then(nowhere, objected("2026-09-20")).refusals).toMatchObject([
      { _tag: "ObjectionAfterCompletion", citation: null },
    ])
  })

  it("DISCLOSURE-10 on paper are of the day on which they were received, with their sheet, while it may lie", () => {
    const received = (receivedOn: CivilDate, evidence: `${string}:${string}` | null = someDigest(4)) =>
      then(posted, at("2026-09-19", { ...objectingOn("2026-09-19"), receivedOn, evidence }))
    expect(received("2026-09-16").events).toMatchObject([
      { _tag: "ObjectionRaised", receivedOn: "2026-09-16", evidence: someDigest(4), on: "2026-09-19" },
    ])
    const impossible = { _tag: "ObjectionDayImpossible", earliest: "2026-09-16", latest: "2026-09-19", days: 3 }
    expect(received("2026-09-15").refusals).toMatchObject([{ ...impossible, receivedOn: "2026-09-15" }])
    expect(received("2026-09-20").refusals).toMatchObject([{ ...impossible, receivedOn: "2026-09-20" }])
    expect(received("2026-09-19", null).refusals).toEqual([])
    expect(received("2026-09-18", null).refusals).toEqual([
      { _tag: "ObjectionSheetMissing", rule: "DISCLOSURE-10", receivedOn: "2026-09-18", today: "2026-09-19" },
    ])
    const early = objectingOn("2026-09-02", "early", { receivedOn: "2026-08-31" })
    expect(then(posted, at("2026-09-02", early)).refusals).toMatchObject([
      { _tag: "ObjectionDayImpossible", earliest: "2026-09-01" },
    ])
  })

  it("DISCLOSURE-13 handed in on paper on the last day are entered for as long as a sheet may lie, and nothing is completed before", () => {
    const sheet = (day: CivilDate) => at(day, objectingOn(day, "paper", { receivedOn: "2026-09-16" }))
    for (const day of ["2026-09-17", "2026-09-19"] as const) {
      expect(then(posted, at(day, complete)).refusals).toMatchObject([
        { _tag: "SheetsAwaited", rule: "DISCLOSURE-13", from: "2026-09-20", days: 3 },
      ])
      expect(then([...posted, sheet(day)], at("2026-09-20", complete)).refusals).toMatchObject([
        { _tag: "ObjectionsOpen", objections: ["paper"] },
      ])
    }
    expect(then(posted, at("2026-09-20", complete, { minuteOfDay: 0 })).refusals).toEqual([])
  })

  it("DISCLOSURE-10 keep the reference of whoever objects, and of two with one id the first stands", () => {
    const actor = {
      _tag: "Post",
      person: "clerk",
      post: "secretary",
      within: "committee",
      onBehalfOf: "old-man",
    } as const
    expect(then(posted, at("2026-09-02", objectingOn("2026-09-02"), { actor })).events).toMatchObject([
      { by: "old-man" },
    ])
    expect(then(posted, objected("2026-09-02")).events).toMatchObject([{ by: "resident-1" }])
    const system = { _tag: "System", rule: "DISCLOSURE-15" } as const
    expect(then(posted, at("2026-09-02", objectingOn("2026-09-02"), { actor: system })).events).toMatchObject([
      { by: null },
    ])
    const one = [...posted, objected("2026-09-02")]
    expect(then(one, objected("2026-09-03"))).toMatchObject({ events: [], refusals: [] })
    expect(then(one, objected("2026-09-03", "objection-1", someDigest(6))).refusals).toEqual([
      { _tag: "ObjectionIdTaken", rule: "DISCLOSURE-10", objection: "objection-1", text: someDigest(7) },
    ])
  })

  it("DISCLOSURE-11 are answered once, however late, and without asking whoever objected", () => {
    const one = [...posted, objected("2026-09-02"), objected("2026-09-03", "objection-2")]
    expect(then(one, at("2026-12-24", answer())).events).toEqual([
      { _tag: "ObjectionAnswered", objection: "objection-1", answer: someDigest(8), on: "2026-12-24" },
    ])
    expect(then(one, at("2026-09-04", answer("objection-3"))).refusals).toEqual([
      {
        ...{ _tag: "ObjectionUnknown", rule: "DISCLOSURE-11", objection: "objection-3" },
        open: ["objection-1", "objection-2"],
      },
    ])
    const answered = [...one, at("2026-09-04", answer())]
    expect(then(answered, at("2026-09-05", answer()))).toMatchObject({ events: [], refusals: [] })
    expect(then(answered, at("2026-09-05", answer("objection-1", 9))).refusals).toEqual([
      {
        ...{ _tag: "AnsweredAlready", rule: "DISCLOSURE-11", objection: "objection-1" },
        ...{ answer: someDigest(8), on: "2026-09-04" },
      },
    ])
    expect(then(completed, at("2026-09-18", answer("objection-3"))).refusals).toMatchObject([
      { _tag: "DisclosureAtOtherStage" },
    ])
  })
})

describe("completing", () => {
  it("DISCLOSURE-12 not an instant before the end, and told which instant that is", () => {
    const early = then(posted, at("2026-09-16", complete, { minuteOfDay: 1439 }))
    expect(early.refusals).toEqual([
      {
        ...{ _tag: "PeriodStillRuns", rule: "DISCLOSURE-12", lastDay: "2026-09-16", provisional: false },
        end: { date: "2026-09-17", minute: 0 },
      },
    ])
    const sharp = then(posted, at("2026-09-20", complete, { minuteOfDay: 0 }))
    expect(sharp.events).toMatchObject([
      {
        _tag: "DisclosureCompleted",
        on: "2026-09-20",
        packs: ["cn.urc-law@2026-01-01"],
        period: { lastDay: "2026-09-16" },
      },
    ])
    expect(then(completed, at("2026-09-21", complete))).toMatchObject({ events: [], refusals: [] })
    expect(then(checked, at("2026-09-18", complete)).refusals).toMatchObject([{ allowed: ["posted"] }])
  })

  it("DISCLOSURE-12 says everything that stands in its way at once", () => {
    const steps = [...posted, objected("2026-09-02")]
    expect(then(steps, at("2026-09-03", complete)).refusals.map(({ _tag }) => _tag)).toEqual([
      "PeriodStillRuns",
      "ObjectionsOpen",
    ])
    const torn = [...steps, at("2026-09-03", down(1, "2026-09-03"))]
    expect(then(torn, at("2026-09-30", complete)).refusals.map(({ _tag }) => _tag)).toEqual([
      "PeriodNotBegun",
      "ObjectionsOpen",
    ])
  })

  it("DISCLOSURE-13 falls due when sheets have been entered; an open objection holds it up, and its answer makes it due", () => {
    const dueOf = (...steps: ReadonlyArray<Step>) => due(told(...posted, ...steps).state)
    const on = (day: CivilDate) => [{ rule: "DISCLOSURE-13", on: day, command: complete }]
    expect(dueOf()).toEqual(on("2026-09-20"))
    const raised = objected("2026-09-17")
    expect(dueOf(raised)).toEqual([])
    expect(dueOf(raised, at("2026-09-18", answer()))).toEqual(on("2026-09-20"))
    expect(dueOf(raised, at("2026-11-02", answer()))).toEqual(on("2026-11-02"))
    expect(dueOf(at("2026-09-03", down(1, "2026-09-03")))).toEqual([])
    expect(due(told(...completed).state)).toEqual([])
    expect(due(told(...checked).state)).toEqual([])
    expect(due(disclosure.initial)).toEqual([])
  })

  it("DISCLOSURE-1 is given up with a reason before it was up, and never after", () => {
    const abandon: DisclosureCommand = { _tag: "AbandonDisclosure", reason: "decided anew" }
    for (const steps of [prepared, checked]) {
      const gone = then(steps, at("2026-09-01", abandon))
      expect(gone.state.status).toBe("abandoned")
      expect(then([...steps, at("2026-09-01", abandon)], at("2026-09-01", preparing)).refusals).toMatchObject([
        { _tag: "DisclosureAtOtherStage", status: "abandoned", allowed: ["unprepared", "prepared", "checked"] },
      ])
    }
    expect(then([], at("2026-09-01", abandon)).refusals).toMatchObject([{ _tag: "DisclosureAtOtherStage" }])
    for (const steps of [posted, completed])
      expect(then(steps, at("2026-09-18", abandon)).refusals).toMatchObject([{ _tag: "AlreadyPublished" }])
    expect(then(posted, at("2026-09-02", { ...preparing, audience: "owners" })).refusals).toEqual([
      { _tag: "AlreadyPublished", rule: "DISCLOSURE-14", status: "posted" },
    ])
  })

  it("DISCLOSURE-18 decides the same for the same, and a refusal leaves nothing", () => {
    const { state } = told(...posted)
    const [command, around] = at("2026-09-03", complete)
    expect(disclosure.decide(command, state, around)).toEqual(disclosure.decide(command, state, around))
    expect(Result.isFailure(disclosure.decide(command, state, around))).toBe(true)
    const again = { ...postingOn("2026-09-01") }
    expect(then(posted, at("2026-09-01", again))).toMatchObject({ events: [], refusals: [] })
    expect(then(posted, at("2026-09-01", postingOn("2026-09-01", "notice-board", "the square"))).events.length).toBe(1)
  })
})
