import { describe, expect, test } from "vitest"
import { firstInstant, formatInstant, type InstantRefusal, lastInstant, readInstant } from "./instant.ts"

/** A refusal in a few words, so that a table can be read. */
const inWords = (refusal: InstantRefusal): string => {
  switch (refusal._tag) {
    case "WrongType":
      return `a ${refusal.got}`
    case "InvalidTime":
      return `${refusal.reason} ${refusal.value} > ${refusal.maximum}`
    case "InvalidDate":
      return refusal.reason
    case "DateOutOfRange":
      return `year ${refusal.year}`
    default:
      return refusal._tag
  }
}

/** The instant as the platform's own `Date` writes it, which shares nothing with the code under test. */
const answer = (input: unknown): string => {
  const read = readInstant(input)
  return read.ok ? new Date(read.value).toISOString() : inWords(read.refusal)
}

// Inputs: the string cases of `date-time` in the JSON-Schema-Test-Suite (draft2020-12, MIT licence, its authors), answers
// ours. "stricter" marks what the suite accepts and this reader refuses: leap seconds, and more than milliseconds.
const suite: ReadonlyArray<readonly [string, string, "stricter"?]> = [
  ["1963-06-19T08:30:06.283185Z", "TooPrecise", "stricter"],
  ["1963-06-19T08:30:06Z", "1963-06-19T08:30:06.000Z"],
  ["1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870Z"],
  ["1990-12-31T15:59:50.123-08:00", "1990-12-31T23:59:50.123Z"],
  ["1998-12-31T23:59:60Z", "leap-second 60 > 59", "stricter"],
  ["1998-12-31T15:59:60.123-08:00", "leap-second 60 > 59", "stricter"],
  ["1998-12-31T23:59:61Z", "second 61 > 59"],
  ["1998-12-31T23:58:60Z", "leap-second 60 > 59"],
  ["1998-12-31T22:59:60Z", "leap-second 60 > 59"],
  ["1990-02-31T15:59:59.123-08:00", "day"],
  ["1990-12-31T15:59:59-24:00", "offset-hour 24 > 23"],
  ["1963-06-19T08:30:06.28123+01:00Z", "InvalidInstant"],
  ["1990-12-31T24:00:00Z", "hour 24 > 23"],
  ["1990-12-31T15:60:00Z", "minute 60 > 59"],
  ["1990-12-31T10:00:00+10:60", "offset-minute 60 > 59"],
  ["06/19/1963 08:30:06 PST", "InvalidInstant"],
  ["1963-06-19t08:30:06.283185z", "TooPrecise", "stricter"],
  ["2013-350T01:01:01", "InvalidInstant"],
  ["1963-6-19T08:30:06.283185Z", "InvalidInstant"],
  ["1963-06-1T08:30:06.283185Z", "InvalidInstant"],
  ["1963-06-1৪T00:00:00Z", "InvalidInstant"],
  ["1963-06-11T0৪:00:00Z", "InvalidInstant"],
  ["+11963-06-19T08:30:06.283185Z", "InvalidInstant"],
  ["1985-04-12T23:20:50+01", "InvalidInstant"],
  ["2016-12-31T24:59:60+01:00", "hour 24 > 23"],
  ["1985-04-12T00:59:59.999999999999999Z", "TooPrecise", "stricter"],
  ["1985-04-12T23:20:50Z\n", "InvalidInstant"],
]

// Inputs: the string cases of `time` in the same suite, each put behind "2026-11-23T". All of its six valid leap seconds
// are refused here, and so is its fraction of six digits.
const times: ReadonlyArray<readonly [string, string, "stricter"?]> = [
  ["08:30:06Z", "2026-11-23T08:30:06.000Z"],
  ["008:030:006Z", "InvalidInstant"],
  ["8:3:6Z", "InvalidInstant"],
  ["8:0030:6Z", "InvalidInstant"],
  ["23:59:60Z", "leap-second 60 > 59", "stricter"],
  ["22:59:60Z", "leap-second 60 > 59"],
  ["23:58:60Z", "leap-second 60 > 59"],
  ["23:59:60+00:00", "leap-second 60 > 59", "stricter"],
  ["22:59:60+00:00", "leap-second 60 > 59"],
  ["23:58:60+00:00", "leap-second 60 > 59"],
  ["01:29:60+01:30", "leap-second 60 > 59", "stricter"],
  ["23:29:60+23:30", "leap-second 60 > 59", "stricter"],
  ["23:59:60+01:00", "leap-second 60 > 59"],
  ["23:59:60+00:30", "leap-second 60 > 59"],
  ["15:59:60-08:00", "leap-second 60 > 59", "stricter"],
  ["00:29:60-23:30", "leap-second 60 > 59", "stricter"],
  ["23:59:60-01:00", "leap-second 60 > 59"],
  ["23:59:60-00:30", "leap-second 60 > 59"],
  ["23:20:50.52Z", "2026-11-23T23:20:50.520Z"],
  ["08:30:06.283185Z", "TooPrecise", "stricter"],
  ["08:30:06+00:20", "2026-11-23T08:10:06.000Z"],
  ["08:30:06-08:00", "2026-11-23T16:30:06.000Z"],
  ["12:34:56-00:00", "2026-11-23T12:34:56.000Z"],
  ["08:30:06-8:000", "InvalidInstant"],
  ["08:30:06z", "2026-11-23T08:30:06.000Z"],
  ["24:00:00Z", "hour 24 > 23"],
  ["00:60:00Z", "minute 60 > 59"],
  ["00:00:61Z", "second 61 > 59"],
  ["01:02:03+24:00", "offset-hour 24 > 23"],
  ["01:02:03+00:60", "offset-minute 60 > 59"],
  ["01:02:03Z+00:30", "InvalidInstant"],
  ["08:30:06 PST", "InvalidInstant"],
  ["01:01:01,1111", "InvalidInstant"],
  ["12:00:00", "MissingOffset"],
  ["12:00:00.52", "MissingOffset"],
  ["1২:00:00Z", "InvalidInstant"],
  ["08:30:06#00:20", "InvalidInstant"],
  ["ab:cd:ef", "InvalidInstant"],
  ["2020-11-28T23:55:45Z", "InvalidInstant"],
]

const ours: ReadonlyArray<readonly [unknown, string]> = [
  ["2026-11-23T10:00:00", "MissingOffset"],
  ["2026-11-23T24:00:00Z", "hour 24 > 23"],
  ["2026-11-23T23:00:00+08:00", "2026-11-23T15:00:00.000Z"],
  ["2026-11-24T00:00:00+08:00", "2026-11-23T16:00:00.000Z"],
  ["2026-01-01T07:59:59.999+08:00", "2025-12-31T23:59:59.999Z"],
  ["2026-01-01T08:00:00+08:00", "2026-01-01T00:00:00.000Z"],
  ["2026-11-23T23:59:59.9Z", "2026-11-23T23:59:59.900Z"],
  ["2026-11-23T23:59:59.999Z", "2026-11-23T23:59:59.999Z"],
  ["2026-11-23T23:59:59.999000Z", "2026-11-23T23:59:59.999Z"],
  ["2026-11-23T23:59:59.9991Z", "TooPrecise"],
  ["2026-11-23T23:59:59.Z", "InvalidInstant"],
  ["2026-11-23T10:00Z", "InvalidInstant"],
  ["2026-11-23 10:00:00Z", "InvalidInstant"],
  ["2026-11-23", "InvalidInstant"],
  ["2026-02-30T00:00:00Z", "day"],
  ["2026-13-01T00:00:00Z", "month"],
  ["0000-12-31T23:59:59Z", "year 0"],
  ["10000-01-01T00:00:00Z", "year 10000"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["0001-01-01T00:00:00+00:01", "year 0"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ["9999-12-31T23:59:59-00:01", "year 10000"],
  [`2026-11-23T10:00:00.${"0".repeat(100)}Z`, "InvalidInstant"],
  [0, "a number"],
  [null, "a null"],
  [new Date(0), "a instance"],
]

describe("TIME-1 to TIME-4: an instant is an RFC 3339 date-time with an offset, to the millisecond", () => {
  test.each(suite)("the JSON-Schema-Test-Suite's %j is answered: %s", (text, expected) => {
    expect(answer(text)).toBe(expected)
  })

  test.each(times)("the suite's time %j, behind a date, is answered: %s", (time, expected) => {
    expect(answer(`2026-11-23T${time}`)).toBe(expected)
  })

  test.each(ours)("%j is answered: %s", (input, expected) => {
    expect(answer(input)).toBe(expected)
  })

  test("this reader differs from the suite over leap seconds and precision, and over nothing else", () => {
    const stricter = [...suite, ...times].filter(([, , mark]) => mark === "stricter").map(([, expected]) => expected)
    expect(stricter.filter((expected) => expected === "TooPrecise")).toHaveLength(4)
    expect(stricter.filter((expected) => expected.startsWith("leap-second"))).toHaveLength(8)
    expect(stricter).toHaveLength(12)
  })

  test("TIME-1: what is no date-time is answered with the way to write one", () => {
    expect(readInstant("yesterday")).toEqual({
      ok: false,
      refusal: { _tag: "InvalidInstant", rule: "TIME-1", text: "yesterday", expected: "YYYY-MM-DDThh:mm:ss+hh:mm" },
    })
    expect(readInstant(5)).toMatchObject({ refusal: { _tag: "WrongType", expected: ["string"], got: "number" } })
  })

  test("TIME-4: zeros may be cut off from a text of at most 64 characters", () => {
    const long = (zeros: number): string => `2026-11-23T10:00:00.${"0".repeat(zeros)}Z`
    expect(long(43)).toHaveLength(64)
    expect(readInstant(long(43)).ok).toBe(true)
    expect(readInstant(long(44)).ok).toBe(false)
  })

  test("TIME-2: a leap second is refused with the last second that would do", () => {
    expect(readInstant("2016-12-31T23:59:60Z")).toEqual({
      ok: false,
      refusal: {
        _tag: "InvalidTime",
        rule: "TIME-2",
        text: "2016-12-31T23:59:60Z",
        reason: "leap-second",
        value: 60,
        maximum: 59,
      },
    })
  })

  test("TIME-3: without an offset it is no instant, in whatever zone the machine stands", () => {
    expect(readInstant("2026-11-23T10:00:00")).toEqual({
      ok: false,
      refusal: { _tag: "MissingOffset", rule: "TIME-3", text: "2026-11-23T10:00:00", expected: "Z or +hh:mm" },
    })
  })

  test("TIME-4: nothing is rounded: a ten-thousandth of a second is refused", () => {
    expect(readInstant("2026-11-23T10:00:00.0001Z")).toEqual({
      ok: false,
      refusal: { _tag: "TooPrecise", rule: "TIME-4", text: "2026-11-23T10:00:00.0001Z", decimals: 3 },
    })
  })
})

describe("TIME-1: an instant is written in UTC with three decimals", () => {
  test.each([
    [0, "1970-01-01T00:00:00.000Z"],
    [-1, "1969-12-31T23:59:59.999Z"],
    [59_999, "1970-01-01T00:00:59.999Z"],
    [60_000, "1970-01-01T00:01:00.000Z"],
    [86_399_999, "1970-01-01T23:59:59.999Z"],
    [86_400_000, "1970-01-02T00:00:00.000Z"],
    [1_795_399_230_045, "2026-11-23T02:00:30.045Z"],
    [firstInstant, "0001-01-01T00:00:00.000Z"],
    [firstInstant - 1, "0001-01-01T00:00:00.000Z"],
    [lastInstant, "9999-12-31T23:59:59.999Z"],
    [lastInstant + 1, "9999-12-31T23:59:59.999Z"],
    [Number.NaN, "0001-01-01T00:00:00.000Z"],
  ])("%d is %s", (instant, text) => {
    expect(formatInstant(instant)).toBe(text)
  })
})
