import { accept, type Checked, refuse } from "./checked.ts"
import { civilDateOf, dayNumber } from "./day-arithmetic.ts"
import type { Moment } from "./moment.ts"
import { excerptOf, type WrongType, wrongType } from "./wrong-type.ts"

/** No name of a zone in the IANA database, as far as a look at its shape can tell. Rule TIME-5. */
export interface UnknownZone {
  readonly _tag: "UnknownZone"
  readonly rule: "TIME-5"
  readonly zone: string
  /** The zone that was probably meant; absent where nothing suggests one. */
  readonly hint?: "Asia/Shanghai"
}

/** `Area/Place` or `Area/Region/Place`, and the one name without an area that everybody may use. */
const ianaShape = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/

/** What people write when they mean the time of China, none of which the IANA database has as a place. */
const meansChina =
  /^(?:Asia\/(?:Beijing|Peking|Shenzhen|Guangzhou|Tianjin|Chengdu|Wuhan|Nanjing|Hangzhou)|CST|PRC|China|Beijing|Shanghai|China Standard Time|(?:UTC|GMT)?\+0?8(?::?00)?)$/i

/**
 * Reads the name of a time zone by its shape alone, since the core has no zone data: an IANA name such as
 * `Asia/Shanghai`, or `UTC`. Offsets and abbreviations are refused: they stand for no place, and `CST` stands for several.
 * Whether the database of the machine knows the name is for the shell to find out.
 */
export const readZone = (text: unknown): Checked<string, WrongType | UnknownZone> => {
  if (typeof text !== "string") return refuse(wrongType(text, "string"))
  const unknown = { _tag: "UnknownZone", rule: "TIME-5", zone: excerptOf(text) } as const
  if (text.length > 64) return refuse(unknown)
  if (meansChina.test(text)) return refuse({ ...unknown, hint: "Asia/Shanghai" })
  return ianaShape.test(text) ? accept(text) : refuse(unknown)
}

const millisecondsPerMinute = 60_000
const minutesPerDay = 1440

/** How many minutes the wall clock of a moment is ahead of UTC; negative if it is behind. */
export const offsetOf = (moment: Moment): number =>
  dayNumber(moment.civilDate) * minutesPerDay + moment.minuteOfDay - Math.floor(moment.instant / millisecondsPerMinute)

/** A moment in a zone whose offset at that instant is known, such as 480 minutes for `Asia/Shanghai`. */
export const momentAt = (instant: number, zone: string, offsetMinutes: number): Moment => {
  const minutes = Math.floor(instant / millisecondsPerMinute) + offsetMinutes
  const day = Math.floor(minutes / minutesPerDay)
  return { instant, zone, civilDate: civilDateOf(day), minuteOfDay: minutes - day * minutesPerDay }
}
