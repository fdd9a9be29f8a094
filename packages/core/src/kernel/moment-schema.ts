import * as Schema from "effect/Schema"
import { accept, type Checked, refuse } from "./checked.ts"
import { CivilDate } from "./civil-date.ts"
import type { NonEmpty } from "./decider.ts"
import { firstInstant, lastInstant } from "./instant.ts"
import type { Moment as MomentInTime } from "./moment.ts"
import { decodeStrictly, refusing, schemaOf } from "./reading.ts"
import type { Located, OutOfBounds } from "./reading-refusals.ts"
import { type WrongType, wrongType } from "./wrong-type.ts"
import { offsetOf, readZone } from "./zone.ts"

/** The wall clock and the instant of a moment lie further apart than any zone ever did. Rule TIME-6. */
export interface ClockMismatch {
  readonly _tag: "ClockMismatch"
  readonly rule: "TIME-6"
  /** How far the wall clock is ahead of UTC by what was sent. */
  readonly offsetMinutes: number
  /** How far it may be, either way. */
  readonly limitMinutes: number
}

const wholeNumberBetween =
  (least: number, most: number) =>
  (input: unknown): Checked<number, WrongType | OutOfBounds> => {
    if (typeof input !== "number") return refuse(wrongType(input, "number"))
    if (Number.isSafeInteger(input) && input >= least && input <= most) return accept(input)
    return refuse({ _tag: "OutOfBounds", rule: "READ-5", expected: `a whole number from ${least} to ${most}` })
  }

/** Milliseconds since 1970-01-01T00:00:00Z as events store them: a whole number within the years 0001 to 9999. */
export const Instant: Schema.Codec<number> = schemaOf(wholeNumberBetween(firstInstant, lastInstant), {
  identifier: "Instant",
  description: "milliseconds since 1970-01-01T00:00:00Z, years 0001 to 9999",
  jsonSchema: { type: "integer", minimum: firstInstant, maximum: lastInstant },
})

/** A minute of the day: 0 for 00:00 to 1439 for 23:59. */
export const MinuteOfDay: Schema.Codec<number> = schemaOf(wholeNumberBetween(0, 1439), {
  identifier: "MinuteOfDay",
  description: "a minute of the day, 0 for 00:00 to 1439 for 23:59",
  jsonSchema: { type: "integer", minimum: 0, maximum: 1439 },
})

/** The name of a time zone, by its shape. */
export const Zone: Schema.Codec<string> = schemaOf(readZone, {
  identifier: "Zone",
  description: "an IANA time zone name such as Asia/Shanghai",
  jsonSchema: { type: "string", maxLength: 64 },
})

/** 15 h 56 min is the largest offset that the IANA database records (Manila before 1844). */
const widestOffset = 960

const clockMustMatch = (moment: MomentInTime): ClockMismatch | undefined => {
  const offsetMinutes = offsetOf(moment)
  if (offsetMinutes <= widestOffset && offsetMinutes >= -widestOffset) return undefined
  return { _tag: "ClockMismatch", rule: "TIME-6", offsetMinutes, limitMinutes: widestOffset }
}

/** A moment as events store it: an instant, and the wall clock of a zone that can belong to it. */
export const Moment: Schema.Codec<MomentInTime> = Schema.Struct({
  instant: Instant,
  zone: Zone,
  civilDate: CivilDate,
  minuteOfDay: MinuteOfDay,
}).check(refusing(clockMustMatch))

export type Moment = MomentInTime

/** Reads a moment that came from outside: its four fields, and that its wall clock can belong to its instant. */
export const readMoment: (input: unknown) => Checked<MomentInTime, NonEmpty<Located>> = decodeStrictly(Moment)
