import { describe, expect, test } from "vitest"
import { type DateRefusal, readCivilDate } from "./civil-date-reading.ts"

/** A refusal in a few words, so that a table can be read. */
const inWords = (refusal: DateRefusal): string => {
  switch (refusal._tag) {
    case "WrongType":
      return `a ${refusal.got}`
    case "DateOutOfRange":
      return `year ${refusal.year}`
    case "InvalidDate":
      if (refusal.reason === "shape") return "shape"
      if (refusal.reason === "month") return `month ${refusal.month}`
      return `day ${refusal.day} of ${refusal.daysInMonth}`
  }
}

const answer = (input: unknown): string => {
  const read = readCivilDate(input)
  return read.ok ? "ok" : inWords(read.refusal)
}

// Inputs: the string cases of `date` in the JSON-Schema-Test-Suite (draft2020-12, MIT licence, its authors), answers ours.
const suite: ReadonlyArray<readonly [string, string]> = [
  ["1963-06-19", "ok"],
  ["2020-01-31", "ok"],
  ["2020-01-32", "day 32 of 31"],
  ["2021-02-28", "ok"],
  ["2020-02-30", "day 30 of 29"],
  ["2020-03-31", "ok"],
  ["2020-03-32", "day 32 of 31"],
  ["2020-04-30", "ok"],
  ["2020-04-31", "day 31 of 30"],
  ["2020-05-31", "ok"],
  ["2020-05-32", "day 32 of 31"],
  ["2020-06-30", "ok"],
  ["2020-06-31", "day 31 of 30"],
  ["2020-07-31", "ok"],
  ["2020-07-32", "day 32 of 31"],
  ["2020-08-31", "ok"],
  ["2020-08-32", "day 32 of 31"],
  ["2020-09-30", "ok"],
  ["2020-09-31", "day 31 of 30"],
  ["2020-10-31", "ok"],
  ["2020-10-32", "day 32 of 31"],
  ["2020-11-30", "ok"],
  ["2020-11-31", "day 31 of 30"],
  ["2020-12-31", "ok"],
  ["2020-12-32", "day 32 of 31"],
  ["06/19/1963", "shape"],
  ["2013-350", "shape"],
  ["1998-1-20", "shape"],
  ["1998-01-1", "shape"],
  ["1998-13-01", "month 13"],
  ["2021-02-29", "day 29 of 28"],
  ["2020-02-29", "ok"],
  ["1963-06-1৪", "shape"],
  ["2020-0৪-01", "shape"],
  ["20230328", "shape"],
  ["2023-W01", "shape"],
  ["2023-W13-2", "shape"],
  ["2022W527", "shape"],
  ["2020-11-28T23:55:45Z", "shape"],
  ["0100-02-29", "day 29 of 28"],
  ["0400-02-29", "ok"],
  ["2100-02-29", "day 29 of 28"],
  [" 2024-01-15", "shape"],
  ["2024-01-15 ", "shape"],
  ["2024-00-15", "month 0"],
  ["2024-01-00", "day 0 of 31"],
  ["", "shape"],
  ["2020 -01-01", "shape"],
  ["2020-01-01X", "shape"],
  ["2020-01-01Z", "shape"],
  ["2020-01-01 00:00:00Z", "shape"],
  ["0001-01-01", "ok"],
  ["20-01-01", "shape"],
  ["998-01-01", "shape"],
  ["12020-01-01", "year 12020"],
  ["+2020-01-01", "shape"],
  ["-2020-01-01", "year -2020"],
  ["২020-01-01", "shape"],
  ["YYYY-01-01", "shape"],
  ["2020-001-01", "shape"],
  ["2020-MM-01", "shape"],
  ["2020-01-001", "shape"],
  ["2020-01-DD", "shape"],
  ["2020:01:01", "shape"],
  ["2020.01.01", "shape"],
  ["2020 01 01", "shape"],
  ["2020-01/01", "shape"],
  ["2020--01-01", "shape"],
  ["2020-01--01", "shape"],
  ["1582-10-10", "ok"],
  ["2147483648-01-01", "year 2147483648"],
  ["2020-01-0:", "shape"],
  ["\u09e80-01-01", "shape"],
  ["2020\u201301\u201301", "shape"],
  ["2020-01-01\u0000", "shape"],
]

// What people really send: the bad-input rows of this project, and the neighbours of each boundary.
const ours: ReadonlyArray<readonly [unknown, string]> = [
  ["2026-02-28", "ok"],
  ["2026-02-29", "day 29 of 28"],
  ["2026-02-30", "day 30 of 28"],
  ["2026/11/23", "shape"],
  ["23-11-2026", "shape"],
  ["2026-1-3", "shape"],
  [" 2026-01-03", "shape"],
  ["２０２６-01-03", "shape"],
  ["2026-01-03\n", "shape"],
  ["0000-12-31", "year 0"],
  ["0000-13-41", "year 0"],
  ["-0000-01-01", "year 0"],
  ["-0001-12-31", "year -1"],
  ["9999-12-31", "ok"],
  ["9999-12-32", "day 32 of 31"],
  ["10000-01-01", "year 10000"],
  ["1900-02-29", "day 29 of 28"],
  ["2000-02-29", "ok"],
  ["2026-12-01", "ok"],
  ["2026-99-99", "month 99"],
  ["2026-00-00", "month 0"],
  ["2026/01-03", "shape"],
  ["2026-01- 3", "shape"],
  ["2026- 1-03", "shape"],
  [" 026-01-03", "shape"],
  ["2026-01-+3", "shape"],
  ["-001-12-31", "year -1"],
  ["999999999999999-12-31", "year 999999999999999"],
  ["-99999999999999-12-31", "year -99999999999999"],
  ["1000000000000000-12-31", "shape"],
  ["123456789012345678901234567890-01-01", "shape"],
  [20260103, "a number"],
  [null, "a null"],
  [undefined, "a undefined"],
  [["2026-01-03"], "a array"],
  [new Date(0), "a instance"],
]

describe("DATE-1 and DATE-2: a civil date is RFC 3339 full-date, years 0001 to 9999", () => {
  test.each(suite)("the JSON-Schema-Test-Suite's %j is answered: %s", (text, expected) => {
    expect(answer(text)).toBe(expected)
  })

  test.each(ours)("%j is answered: %s", (input, expected) => {
    expect(answer(input)).toBe(expected)
  })

  test("what is accepted comes back letter by letter", () => {
    expect(readCivilDate("2024-02-29")).toEqual({ ok: true, value: "2024-02-29" })
  })

  test("30 February 2026 is refused with the number of days that the month has, and is never 2 March", () => {
    expect(readCivilDate("2026-02-30")).toEqual({
      ok: false,
      refusal: {
        _tag: "InvalidDate",
        rule: "DATE-1",
        reason: "day",
        text: "2026-02-30",
        year: 2026,
        month: 2,
        day: 30,
        daysInMonth: 28,
      },
    })
  })

  test("a month that does not exist is named", () => {
    expect(readCivilDate("2026-13-01")).toEqual({
      ok: false,
      refusal: { _tag: "InvalidDate", rule: "DATE-1", reason: "month", text: "2026-13-01", month: 13 },
    })
  })

  test("a year outside is refused with the years that there are", () => {
    expect(readCivilDate("10000-01-01")).toEqual({
      ok: false,
      refusal: { _tag: "DateOutOfRange", rule: "DATE-2", year: 10000, firstYear: 1, lastYear: 9999 },
    })
  })

  test("the year 0 is 0, with and without a sign", () => {
    for (const text of ["0000-01-01", "-0000-01-01"])
      expect(readCivilDate(text)).toEqual({
        ok: false,
        refusal: { _tag: "DateOutOfRange", rule: "DATE-2", year: 0, firstYear: 1, lastYear: 9999 },
      })
  })

  test("what is no text is answered with the kind that would do", () => {
    expect(readCivilDate(20260103)).toEqual({
      ok: false,
      refusal: { _tag: "WrongType", rule: "READ-1", expected: ["string"], got: "number" },
    })
  })

  test("what a refusal shows of the text is short and can be printed", () => {
    expect(readCivilDate("2020-01-01\u0000\u202e")).toEqual({
      ok: false,
      refusal: {
        _tag: "InvalidDate",
        rule: "DATE-1",
        reason: "shape",
        text: "2020-01-01\\u{0}\\u{202e}",
        expected: "YYYY-MM-DD",
      },
    })
    const long = readCivilDate("x".repeat(50_000))
    expect(long.ok ? "" : JSON.stringify(long.refusal).length).toBeLessThan(200)
  })
})
