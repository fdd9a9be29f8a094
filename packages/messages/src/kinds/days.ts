import { type CivilDay, dayBefore, readCivilDay } from "../civil-day.ts"
import type { Style } from "../style.ts"
import { asText, type Kind, kind, listOf } from "./kind.ts"

/** 0 is `00:00`, 1439 is `23:59`, and 1440, where a day ends, is `24:00`. */
const timeOf = (minute: unknown): string | undefined => {
  if (typeof minute !== "number" || !Number.isInteger(minute) || minute < 0 || minute > 1440) return undefined
  const hours = (minute - (minute % 60)) / 60
  return `${String(hours).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`
}

/** A `Moment` of the kernel (`civilDate`, `minuteOfDay`) or a time on the wall clock (`date`, `minute`). */
const momentOf = (style: Style, raw: unknown): string | undefined => {
  if (typeof raw !== "object" || raw === null) return undefined
  const { civilDate, date, minute, minuteOfDay }: Readonly<Record<string, unknown>> = { ...raw }
  const day = readCivilDay(civilDate ?? date)
  const time = timeOf(minuteOfDay ?? minute)
  return day === undefined || time === undefined ? undefined : style.moment(style.day(day), time)
}

const unchanged = (day: CivilDay): CivilDay => day

/**
 * `:day` and `:days` write civil dates; `:lastDay` the day before one, for the end of a half-open period;
 * `:time` a minute of the day; `:moment` a day with a minute of it. No time zone is asked: none is needed.
 */
export const dayKinds = (style: Style): Readonly<Record<"day" | "lastDay" | "days" | "time" | "moment", Kind>> => {
  const written = (raw: unknown, shift: (day: CivilDay) => CivilDay): string | undefined => {
    const day = readCivilDay(raw)
    return day === undefined ? undefined : style.day(shift(day))
  }
  return {
    day: kind("a civil date such as 2026-11-23", (raw) => asText(written(raw, unchanged))),
    lastDay: kind("the civil date that ends a half-open period", (raw) => asText(written(raw, dayBefore))),
    days: kind(
      "a list of civil dates",
      listOf(style, (raw) => written(raw, unchanged)),
    ),
    time: kind("a minute of the day, 0 to 1440", (raw) => asText(timeOf(raw))),
    moment: kind("a moment: civilDate with minuteOfDay, or date with minute", (raw) => asText(momentOf(style, raw))),
  }
}
