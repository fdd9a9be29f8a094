import { motionText } from "../sheet/matter-part.ts"
import type { Say } from "../sheet/say.ts"
import type { SheetDay, SheetPart } from "../sheet/sheet.ts"
import { dayAfter, daysBetween } from "./days.ts"
import type { SittingAwaited } from "./step-forms.ts"
import { dayText, factsOf, partOf } from "./write-form.ts"

/** What every sheet of a sitting says of it. */
export const sittingFacts = (say: Say, sitting: SittingAwaited): SheetPart["facts"] => {
  const { body, closesOn, document, mode, motion, number, of, revision, set, sitsOn, step, title } = sitting
  return factsOf(say, [
    ["matter", title],
    ["matter-id", of],
    ["body", say.text("register.value.body", { body })],
    ["step", say.text("form.value.step", { step, round: number })],
    ["rules", say.text("register.value.set", { set })],
    ["document", say.text("register.value.text", { text: document, revision })],
    ["sits", dayText(say, sitsOn)],
    ["motion", motion === null ? null : motionText(say, motion)],
    ["mode", mode === null ? null : say.text("register.value.mode", { mode })],
    ["closes", dayText(say, closesOn)],
  ])
}

/** So many days of a long count are shown from its beginning, and so many to its end. */
const shownDays = { first: 12, last: 4 } as const

const monthAndDay = (day: string): string => day.slice(5)

const counted = (from: string, at: number): SheetDay => ({
  ...{ over: String(at), under: monthAndDay(dayAfter(from, at)), isCounted: true },
})

const run = (from: string, days: number): ReadonlyArray<SheetDay> => {
  const all = (first: number, last: number) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => counted(from, first + at))
  if (days <= shownDays.first + shownDays.last + 1) return all(1, days)
  const left = { over: "…", under: "…", isCounted: true }
  return [...all(1, shownDays.first), left, ...all(days - shownDays.last + 1, days)]
}

/** The days between call and sitting, neither counted, against those that the rules ask for. */
export const noticePart = (say: Say, { calledOn, notice, sitsOn, urgent }: SittingAwaited): SheetPart => {
  const full = Math.max(0, daysBetween(calledOn, sitsOn) - 1)
  const isEnough = full >= notice.days
  const told = say.text("form.notice.days", { full, days: notice.days })
  return {
    heading: say.text("form.part.notice"),
    facts: factsOf(say, [
      ["called", dayText(say, calledOn)],
      ["sits", dayText(say, sitsOn)],
      ["urgent", urgent],
    ]),
    days: [
      { over: say.text("form.notice.called"), under: monthAndDay(calledOn), isCounted: false },
      ...run(calledOn, full),
      { over: say.text("form.notice.sits"), under: monthAndDay(sitsOn), isCounted: false },
    ],
    lines: [
      { text: told, holds: isEnough },
      ...(isEnough || urgent === null ? [] : [{ text: say.text("form.note.urgent"), holds: null }]),
      { text: say.cite(notice.citation), holds: null },
    ],
    table: null,
  }
}

/** The days of a period from the day on which something was put up, which is not counted; the last one ends at midnight. */
export const periodDays = (say: Say, from: string, lastDay: string): ReadonlyArray<SheetDay> => [
  { over: say.text("form.notice.posted"), under: monthAndDay(from), isCounted: false },
  ...run(from, Math.max(0, daysBetween(from, lastDay))),
]

/** What the sheet says of itself: its number, and sentences on how it is filled in. */
export const aboutSheet = (say: Say, number: string, notes: ReadonlyArray<string>): SheetPart =>
  partOf(say, "sheet", { facts: factsOf(say, [["number", number]]), notes })
