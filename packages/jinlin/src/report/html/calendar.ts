import {
  addDays,
  type CivilDate,
  dayOfMonth,
  daysInMonthOf,
  earliest,
  latest,
  monthOf,
  yearOf,
} from "@jinlin/core/kernel/arithmetic"
import type { Term } from "@jinlin/core/rotating-chair"
import type { ChairBoard } from "../chair-board.ts"
import { dayAfter, type Period } from "../period.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup } from "./markup.ts"

/** How a stretch of days is drawn: the chair was held, is to be held, was held for another, or stood vacant. */
type Look = "held" | "ahead" | "stand-in" | "vacant"

/** Who had the chair from one day (inclusive) to another (exclusive). */
interface Stretch {
  readonly unit: string | null
  readonly term: number
  readonly from: CivilDate
  readonly until: CivilDate
  readonly look: Look
}

/** What is drawn, of which days, for whom. `units` are the rows, in the order of the seats. */
interface Scene {
  readonly board: ChairBoard
  readonly units: ReadonlyArray<string>
  readonly period: Period
  readonly voice: Voice
}

const heldIn = ({ board, period }: Scene): ReadonlyArray<Stretch> =>
  board.tenures.flatMap(({ from, term, unit, until }): ReadonlyArray<Stretch> => {
    const end = until === null ? dayAfter(period) : until
    const counts = board.terms.find(({ ordinal }) => ordinal === term)?.counts !== false
    return from < end
      ? [{ unit, term, from, until: end, look: unit === null ? "vacant" : counts ? "held" : "stand-in" }]
      : []
  })

/** The rest of the serving term, and the terms published after it. */
const aheadIn = ({ board, period }: Scene): ReadonlyArray<Stretch> =>
  board.terms.flatMap(({ from, ordinal: term, unit, until }: Term): ReadonlyArray<Stretch> => {
    if (term < board.serving || from === null || until === null) return []
    const begins = latest(from, dayAfter(period))
    return begins < until ? [{ unit, term, from: begins, until, look: unit === null ? "vacant" : "ahead" }] : []
  })

/** Where a day begins in its year, in percent. Every month is equally wide, so that terms begin on the lines of the calendar. */
const placeOf = (day: CivilDate): number => ((monthOf(day) - 1 + (dayOfMonth(day) - 1) / daysInMonthOf(day)) / 12) * 100

const placeIn = (year: number, day: CivilDate): number =>
  yearOf(day) < year ? 0 : yearOf(day) > year ? 100 : placeOf(day)

const percent = (value: number): string => `${value.toFixed(3)}%`

const touches = (year: number, { from, until }: { readonly from: CivilDate; readonly until: CivilDate }): boolean =>
  yearOf(from) <= year && yearOf(addDays(until, -1)) >= year

/** A stretch that is narrower than this share of the year, in percent, has no room for a mark in it. */
const narrowest = 2.5

const bar = (year: number, stretch: Stretch, voice: Voice): Markup => {
  const { from, look, term, unit, until } = stretch
  const left = placeIn(year, from)
  const width = placeIn(year, until) - left
  const text = voice.say(`report.calendar.bar.${look}`, { term, unit, from, until })
  const isShort = width < narrowest
  const mark = isShort ? "" : look === "vacant" ? voice.say("report.calendar.vacant-mark") : term
  return markup`<span class="bar ${look}${isShort ? " short" : ""}" style="left:${percent(left)};width:${percent(width)}" title="${text}"><span aria-hidden="true">${mark}</span><span class="hidden">${text}</span></span>`
}

const seatLine = (year: number, { board, period }: Scene, unit: string): ReadonlyArray<Markup> =>
  board.seats
    .map((seat) => ({ ...seat, until: seat.until ?? dayAfter(period) }))
    .filter((seat) => seat.unit === unit && seat.from < seat.until && touches(year, seat))
    .map(({ from, until }) => {
      const left = placeIn(year, from)
      return markup`<span class="seat" style="left:${percent(left)};width:${percent(placeIn(year, until) - left)}"></span>`
    })

interface Row {
  readonly unit: string | null
  readonly stretches: ReadonlyArray<Stretch>
}

/** The row of a unit in a year; none where it neither had the chair nor a seat. */
const row = (year: number, scene: Scene, { stretches, unit }: Row): Markup | null => {
  const { voice } = scene
  const bars = stretches.filter((stretch) => touches(year, stretch)).map((stretch) => bar(year, stretch, voice))
  const seats = unit === null ? [] : seatLine(year, scene, unit)
  if (bars.length + seats.length === 0) return null
  return markup`
<tr role="row"><th scope="row" role="rowheader">${unit === null ? voice.say("report.calendar.nobody") : voice.names(unit)}</th><td role="cell"><div class="track">${seats}${bars}</div></td></tr>`
}

const yearTable = (year: number, scene: Scene, rows: ReadonlyArray<Row>): Markup => {
  const { voice } = scene
  const months = Array.from(
    { length: 12 },
    (_, month) => markup`<span>${voice.say(`report.month-short.${month + 1}`)}</span>`,
  )
  return markup`
<table class="calendar" role="table">
<caption>${voice.say("report.calendar.of-year", { year })}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${voice.say("report.column.unit")}</th><th scope="col" role="columnheader"><span class="hidden">${voice.say("report.column.months")}</span><div class="months" aria-hidden="true">${months}</div></th></tr></thead>
<tbody role="rowgroup">${rows.map((each) => row(year, scene, each))}</tbody>
</table>`
}

const legend = (voice: Voice): Markup => {
  const looks: ReadonlyArray<readonly [Look, string]> = [
    ["held", "1"],
    ["ahead", "2"],
    ["stand-in", "3"],
    ["vacant", voice.say("report.calendar.vacant-mark")],
  ]
  return markup`<ul class="legend">${looks.map(([look, sample]) => markup`<li><span class="bar ${look}" aria-hidden="true">${sample}</span>${voice.say(`report.calendar.legend.${look}`)}</li>`)}<li><span class="seat" aria-hidden="true"></span>${voice.say("report.calendar.legend.seat")}</li></ul>`
}

/** Who held the chair when, a row for each unit and one for vacancies, a table for each year. */
export const calendarSection = (scene: Scene): Markup => {
  const { units, voice } = scene
  const stretches = [...heldIn(scene), ...aheadIn(scene)]
  const [first, ...others] = stretches
  if (first === undefined) return markup`<p>${voice.say("report.calendar.empty")}</p>`
  const from = yearOf(earliest(first.from, ...others.map((stretch) => stretch.from)))
  const until = yearOf(addDays(latest(first.until, ...others.map((stretch) => stretch.until)), -1))
  const rows = [...units, null].map((unit) => ({
    unit,
    stretches: stretches.filter((stretch) => stretch.unit === unit),
  }))
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index)
  return markup`${legend(voice)}${years.map((year) => yearTable(year, scene, rows))}`
}
