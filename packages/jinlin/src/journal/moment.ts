import type { Moment } from "@jinlin/core/kernel"
import { type CivilDate, dayNumber } from "@jinlin/core/kernel/arithmetic"

const fields = ["year", "month", "day", "hour", "minute", "second"] as const

/** A format is dear to make, and one for each zone is enough. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  })
  formats.set(zone, format)
  return format
}

/** How many minutes the wall clock of a zone is ahead of UTC at an instant. */
const offsetAt = (zone: string, instant: number): number => {
  const format = formatOf(zone)
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map((field) => parts.get(field))
  return (Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000
}

/**
 * The moment at which the wall clocks of a zone show a civil date and minute. The offset is asked for twice, so that the
 * day of a clock change is right too; a wall time that a change skips is read with the offset after it.
 */
export const momentIn = (zone: string, civilDate: CivilDate, minuteOfDay: number): Moment => {
  const wall = dayNumber(civilDate) * 86_400_000 + minuteOfDay * 60_000
  const guess = wall - offsetAt(zone, wall) * 60_000
  return { instant: wall - offsetAt(zone, guess) * 60_000, zone, civilDate, minuteOfDay }
}
