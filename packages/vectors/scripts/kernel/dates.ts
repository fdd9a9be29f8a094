import {
  addDays,
  addMonths,
  type CivilDate,
  dayNumber,
  formatInstant,
  nextQuarterStart,
  quarterStart,
  readCivilDate,
  readInstant,
  weekday,
} from "@jinlin/core/kernel/arithmetic"
import { asJson, type Json } from "../json-text.ts"
import { ask, checked, type KernelFile, type Put } from "./question.ts"

const dates: ReadonlyArray<Put<Json>> = [
  { says: "A day of a plain year.", input: "2026-02-28" },
  { says: "No 29 February in a plain year; nothing is repaired.", input: "2026-02-29" },
  { says: "There is one in a leap year.", input: "2024-02-29" },
  { says: "None in 1900: a century that 400 does not divide.", input: "1900-02-29" },
  { says: "One in 2000: a century that 400 divides.", input: "2000-02-29" },
  { says: "30 February is no day.", input: "2024-02-30" },
  { says: "April has 30 days.", input: "2026-04-30" },
  { says: "And no 31st.", input: "2026-04-31" },
  { says: "No month has 32.", input: "2026-01-32" },
  { says: "There is no day 0.", input: "2026-01-00" },
  { says: "There is no month 0.", input: "2026-00-10" },
  { says: "There is no month 13.", input: "2026-13-01" },
  { says: "The first day there is.", input: "0001-01-01" },
  { says: "The last day there is.", input: "9999-12-31" },
  { says: "There is no year 0.", input: "0000-12-31" },
  { says: "A year of five digits lies beyond.", input: "10000-01-01" },
  { says: "So does a negative year.", input: "-0001-01-01" },
  { says: "Zeros are not left out.", input: "2026-2-8" },
  { says: "Other separators are no hyphens.", input: "2026/02/28" },
  { says: "No separators at all.", input: "20260228" },
  { says: "A time of day is no part of a date.", input: "2026-02-28T00:00:00Z" },
  { says: "A space before it.", input: " 2026-02-28" },
  { says: "A space after it.", input: "2026-02-28 " },
  { says: "Digits of full width.", input: "２０２６-02-28" },
  { says: "Arabic digits.", input: "٢٠٢٦-٠٢-٢٨" },
  { says: "A minus sign that is no hyphen.", input: "2026−02−28" },
  { says: "A date of an ordinal calendar.", input: "2026-059" },
  { says: "A date of a week calendar.", input: "2026-W09-6" },
  { says: "An empty text.", input: "" },
  { says: "A number is no text.", input: 20260228 },
  { says: "Nor is null.", input: null },
  { says: "Nor is a list.", input: ["2026-02-28"] },
  { says: "A long text is cut in the refusal.", input: `2026-02-28${"!".repeat(100)}` },
]

const pairs: ReadonlyArray<Put<{ readonly date: CivilDate; readonly days: number }>> = [
  { says: "The next day.", input: { date: "2026-02-28", days: 1 } },
  { says: "The next day in a leap year.", input: { date: "2024-02-28", days: 1 } },
  { says: "Over the end of a year.", input: { date: "2026-12-31", days: 1 } },
  { says: "The day before.", input: { date: "2026-03-01", days: -1 } },
  { says: "No days.", input: { date: "2026-03-01", days: 0 } },
  { says: "Four hundred years have 146,097 days.", input: { date: "1600-03-01", days: 146_097 } },
  { says: "Before 1970.", input: { date: "1969-12-31", days: 1 } },
  { says: "Past the last day the calendar stays on it.", input: { date: "9999-12-31", days: 1 } },
  { says: "Before the first day too.", input: { date: "0001-01-01", days: -1 } },
  { says: "A long way.", input: { date: "0001-01-01", days: 3_652_058 } },
]

const months: ReadonlyArray<Put<{ readonly date: CivilDate; readonly months: number }>> = [
  { says: "31 January and a month: the last day of February.", input: { date: "2026-01-31", months: 1 } },
  { says: "In a leap year.", input: { date: "2024-01-31", months: 1 } },
  { says: "The corresponding day.", input: { date: "2026-01-15", months: 3 } },
  { says: "Over the end of a year.", input: { date: "2026-11-30", months: 3 } },
  { says: "Back.", input: { date: "2026-03-31", months: -1 } },
  { says: "Back over a year.", input: { date: "2026-01-31", months: -2 } },
  { says: "29 February and a year.", input: { date: "2024-02-29", months: 12 } },
  { says: "29 February and four years.", input: { date: "2024-02-29", months: 48 } },
  { says: "Past the calendar.", input: { date: "9999-12-15", months: 1 } },
  { says: "Before it.", input: { date: "0001-01-15", months: -1 } },
]

const instants: ReadonlyArray<Put<Json>> = [
  { says: "In UTC.", input: "2026-11-23T02:00:00Z" },
  { says: "With an offset: the same instant.", input: "2026-11-23T10:00:00+08:00" },
  { says: "With milliseconds.", input: "2026-11-23T10:00:00.250+08:00" },
  { says: "Zeros may be cut off.", input: "2026-11-23T10:00:00.250000000+08:00" },
  { says: "What is finer is not rounded.", input: "2026-11-23T10:00:00.2501+08:00" },
  { says: "Without an offset there is no instant.", input: "2026-11-23T10:00:00" },
  { says: "24:00 is no time of day.", input: "2026-11-23T24:00:00Z" },
  { says: "A leap second has no place in Unix time.", input: "2016-12-31T23:59:60Z" },
  { says: "61 is no second either.", input: "2016-12-31T23:59:61Z" },
  { says: "60 is no minute.", input: "2026-11-23T10:60:00Z" },
  { says: "An offset of 24 hours.", input: "2026-11-23T10:00:00+24:00" },
  { says: "-00:00: the offset is unknown, the instant known.", input: "2026-11-23T10:00:00-00:00" },
  { says: "Small letters.", input: "2026-11-23t10:00:00z" },
  { says: "30 February has no instants.", input: "2026-02-30T10:00:00Z" },
  { says: "The first instant.", input: "0001-01-01T00:00:00Z" },
  { says: "A minute before it.", input: "0001-01-01T00:00:00+00:01" },
  { says: "The last instant.", input: "9999-12-31T23:59:59.999Z" },
  { says: "A minute after it.", input: "9999-12-31T23:59:59.999-00:01" },
  { says: "A space instead of the T.", input: "2026-11-23 10:00:00Z" },
  { says: "A number.", input: 1_795_312_800_000 },
]

/** Civil dates and instants: what is read, what is refused, and arithmetic. */
export const dateFiles: ReadonlyArray<KernelFile> = [
  ask({
    name: "civil-dates",
    asks: "read a civil date",
    says: "The text is the value when it is accepted.",
    rules: ["DATE-1"],
    puts: dates,
    answer: (input) => checked(readCivilDate(input)),
  }),
  ask({
    name: "days",
    asks: "add days to a date",
    says: "Besides the date: its weekday (1 is Monday), and its number (day 0 is 1970-01-01).",
    rules: ["DATE-3"],
    puts: pairs,
    answer: ({ date, days }) => {
      const value = addDays(date, days)
      return { value, weekday: weekday(value), dayNumber: dayNumber(value) }
    },
  }),
  ask({
    name: "months",
    asks: "add months to a date",
    says: "`clamped` says that the month has no such day. Besides it: where the calendar quarter of the answer begins and ends.",
    rules: ["DATE-4", "DATE-5"],
    puts: months,
    answer: ({ date, months: count }) => {
      const later = addMonths(date, count)
      return { value: asJson(later), quarter: { from: quarterStart(later.date), until: nextQuarterStart(later.date) } }
    },
  }),
  ask({
    name: "instants",
    asks: "read an instant",
    says: "The value is milliseconds since 1970-01-01T00:00:00Z; `written` is the same in UTC.",
    rules: ["TIME-1"],
    puts: instants,
    answer: (input) => {
      const read = readInstant(input)
      return read.ok ? { ...checked(read), written: formatInstant(read.value) } : checked(read)
    },
  }),
]
