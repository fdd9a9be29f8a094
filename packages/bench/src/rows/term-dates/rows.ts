import { isDeepStrictEqual } from "node:util"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { termUntil } from "@jinlin/core/rotating-chair/rules"
import rrule from "rrule"
import type { Preparation } from "../row.ts"

const count = 1_000
const anchor: CivilDate = "2026-01-31"

/** The first days of the terms as our rule says: each term begins where the one before it ends. */
const byRule = (): ReadonlyArray<string> => {
  const dates: Array<string> = [anchor]
  let from = anchor
  while (dates.length < count) {
    from = termUntil({ _tag: "Months", count: 1 }, from, 31) ?? from
    dates.push(from)
  }
  return dates
}

/** Every month on its last day, the way of saying it that takes rrule the least time. Its days are not made into text. */
const byRrule = (): ReadonlyArray<Date> => {
  const options = {
    freq: rrule.RRule.MONTHLY,
    dtstart: new Date(Date.UTC(2026, 0, 31)),
    count,
    bymonthday: -1,
  }
  return new rrule.RRule(options, true).all()
}

const twoDigits = Array.from({ length: 32 }, (_, day) => (day < 10 ? `0${day}` : `${day}`))
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A year and a month that are counted on, and the text of the month's last day. */
const byHand = (): ReadonlyArray<string> => {
  const dates: Array<string> = []
  let [year, month] = [2026, 0]
  while (dates.length < count) {
    const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    const day = leap ? 29 : monthDays[month]
    dates.push(`${year}-${twoDigits[month + 1]}-${day}`)
    month += 1
    if (month === 12) [year, month] = [year + 1, 0]
  }
  return dates
}

const repeating =
  <Day>(dates: () => ReadonlyArray<Day>, weigh: (last: Day) => number) =>
  (times: number): number => {
    let sum = 0
    for (let time = 0; time < times; time += 1) sum += weigh(dates().at(-1) as Day)
    return sum
  }

const lastDigit = (date: string): number => date.charCodeAt(9)

/** The first days of a thousand monthly terms that keep to the 31st, so that months without one end on their last day. */
export const termDateRows: Preparation = async () => {
  const expected = byHand()
  const theirs = byRrule().map((date) => date.toISOString().slice(0, 10))
  if (![byRule(), theirs].every((dates) => isDeepStrictEqual(dates, expected)))
    throw new Error("[bench] the contenders give different first days of terms")
  return [
    {
      _tag: "Timed",
      id: "term-dates",
      title: "1,000 monthly term dates, on the 31st or a month's last day",
      contenders: [
        { name: "jinlin termUntil", part: "ours", run: repeating(byRule, lastDigit) },
        { name: "rrule (Dates, no text)", part: "peer", run: repeating(byRrule, Number) },
        { name: "counted by hand", part: "floor", run: repeating(byHand, lastDigit) },
      ],
      target: { _tag: "FasterThanPeer", atLeast: 50 },
      notes: [],
    },
  ]
}
