import { accept, type Checked, refuse } from "./checked.ts"
import { type DateOutOfRange, dateOutOfRange, type InvalidDate, readCivilDate } from "./civil-date-reading.ts"
import { civilDateOf, dayNumber, yearOf } from "./day-arithmetic.ts"
import { excerptOf, type WrongType, wrongType } from "./wrong-type.ts"

/** Milliseconds in a day without leap seconds, as every instant here is counted. */
const millisecondsPerDay = 86_400_000

/** 0001-01-01T00:00:00.000Z. */
export const firstInstant = -62_135_596_800_000

/** 9999-12-31T23:59:59.999Z. */
export const lastInstant = 253_402_300_799_999

/** The text is not written as RFC 3339 writes a date-time. Rule TIME-1. */
export interface InvalidInstant {
  readonly _tag: "InvalidInstant"
  readonly rule: "TIME-1"
  readonly text: string
  readonly expected: "YYYY-MM-DDThh:mm:ss+hh:mm"
}

/** A time of day that no clock shows. Rule TIME-2. */
export interface InvalidTime {
  readonly _tag: "InvalidTime"
  readonly rule: "TIME-2"
  readonly text: string
  /** `leap-second` is :60, which Unix time cannot hold; 24:00 is an `hour`: write 00:00 of the next day. */
  readonly reason: "hour" | "minute" | "second" | "leap-second" | "offset-hour" | "offset-minute"
  /** What was written. */
  readonly value: number
  /** The highest value that would do. */
  readonly maximum: number
}

/** No offset from UTC, so that it names no instant. Never read in the zone of the machine. Rule TIME-3. */
export interface MissingOffset {
  readonly _tag: "MissingOffset"
  readonly rule: "TIME-3"
  readonly text: string
  readonly expected: "Z or +hh:mm"
}

/** Finer than a millisecond, and not by zeros alone: rounding would invent an instant. Rule TIME-4. */
export interface TooPrecise {
  readonly _tag: "TooPrecise"
  readonly rule: "TIME-4"
  readonly text: string
  /** How many decimals a second may have. */
  readonly decimals: 3
}

/** Why something is no instant. */
export type InstantRefusal =
  | WrongType
  | InvalidInstant
  | InvalidDate
  | DateOutOfRange
  | InvalidTime
  | MissingOffset
  | TooPrecise

const clockTime = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:([Zz])|([+-])(\d\d):(\d\d))?$/
const longestText = 64

const misshapen = (text: string): InvalidInstant => ({
  _tag: "InvalidInstant",
  rule: "TIME-1",
  text: excerptOf(text),
  expected: "YYYY-MM-DDThh:mm:ss+hh:mm",
})

/** The first field of a clock that is higher than a clock goes. */
const firstTooHigh = (
  text: string,
  fields: ReadonlyArray<readonly [InvalidTime["reason"], number, number]>,
): InvalidTime | undefined => {
  const found = fields.find(([, value, maximum]) => value > maximum)
  if (found === undefined) return undefined
  const [reason, value, maximum] = found
  const named = reason === "second" && value === 60 ? "leap-second" : reason
  return { _tag: "InvalidTime", rule: "TIME-2", text: excerptOf(text), reason: named, value, maximum }
}

/** Milliseconds from a fraction of a second, or undefined if it is finer than that. */
const millisecondsOf = (fraction: string): number | undefined =>
  /[1-9]/.test(fraction.slice(3)) ? undefined : Number(fraction.slice(0, 3).padEnd(3, "0"))

/** Milliseconds since midnight UTC of the day that stands before the `T`; the offset may lead out of that day. */
const readClock = (text: string, clock: string): Checked<number, InstantRefusal> => {
  const match = clockTime.exec(clock)
  if (match === null) return refuse(misshapen(text))
  const [, hour = "", minute = "", second = "", fraction = "", utc, sign, offsetHour = "", offsetMinute = ""] = match
  const tooHigh = firstTooHigh(text, [
    ["hour", Number(hour), 23],
    ["minute", Number(minute), 59],
    ["second", Number(second), 59],
    ["offset-hour", Number(offsetHour), 23],
    ["offset-minute", Number(offsetMinute), 59],
  ])
  if (tooHigh !== undefined) return refuse(tooHigh)
  if (utc === undefined && sign === undefined)
    return refuse({ _tag: "MissingOffset", rule: "TIME-3", text: excerptOf(text), expected: "Z or +hh:mm" })
  const milliseconds = millisecondsOf(fraction)
  if (milliseconds === undefined)
    return refuse({ _tag: "TooPrecise", rule: "TIME-4", text: excerptOf(text), decimals: 3 })
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === "-" ? -1 : 1)
  const minutes = Number(hour) * 60 + Number(minute) - offset
  return accept((minutes * 60 + Number(second)) * 1000 + milliseconds)
}

/**
 * Reads an RFC 3339 date-time as milliseconds since 1970-01-01T00:00:00Z, a safe integer. Rules TIME-1 to TIME-4.
 * Stricter than RFC 3339 in three ways: leap seconds are refused (Unix time has no place for them), so is anything
 * finer than a millisecond, and so is an instant whose UTC date lies outside the years 0001 to 9999.
 * `-00:00` (offset unknown, instant known) is accepted, as are `t` and `z`.
 */
export const readInstant = (text: unknown): Checked<number, InstantRefusal> => {
  if (typeof text !== "string") return refuse(wrongType(text, "string"))
  const at = text.length > longestText ? -1 : text.search(/[Tt]/)
  if (at < 0) return refuse(misshapen(text))
  const date = readCivilDate(text.slice(0, at))
  if (!date.ok)
    return refuse(
      date.refusal._tag === "InvalidDate" && date.refusal.reason === "shape" ? misshapen(text) : date.refusal,
    )
  const clock = readClock(text, text.slice(at + 1))
  if (!clock.ok) return clock
  const instant = dayNumber(date.value) * millisecondsPerDay + clock.value
  if (instant < firstInstant) return refuse(dateOutOfRange(0))
  return instant > lastInstant ? refuse(dateOutOfRange(yearOf(date.value) + 1)) : accept(instant)
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0")

/**
 * An instant as RFC 3339 text in UTC with three decimals, such as `2026-11-23T02:00:00.000Z`: what `readInstant` reads
 * back. Needs no clock, zone or `Date`. Beyond the years 0001 to 9999 it gives the first or the last instant.
 */
export const formatInstant = (instant: number): string => {
  const within = instant > firstInstant ? (instant < lastInstant ? Math.floor(instant) : lastInstant) : firstInstant
  const day = Math.floor(within / millisecondsPerDay)
  const rest = within - day * millisecondsPerDay
  const minutes = Math.floor(rest / 60_000)
  const clock = `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`
  const seconds = `${padded(Math.floor(rest / 1000) % 60, 2)}.${padded(rest % 1000, 3)}`
  return `${civilDateOf(day)}T${clock}:${seconds}Z`
}
