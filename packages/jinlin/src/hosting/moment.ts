import type { Moment } from "@jinlin/core/kernel"
import { type CivilDate, dayNumber, momentAt as momentWith } from "@jinlin/core/kernel/arithmetic"

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

const minute = 60_000
const day = 86_400_000
/** Clocks are changed on quarters of an hour everywhere: inside one an offset holds. */
const quarter = 15 * minute

/** The offset of the quarter of an hour that was asked for last, for each zone. */
const latest = new Map<string, { readonly quarter: number; readonly offset: number }>()

const readOffset = (zone: string, instant: number): number => {
  const format = formatOf(zone)
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minutes = 0, second = 0] = fields.map((field) =>
    parts.get(field),
  )
  const wall = Date.UTC(year, month - 1, dayOfMonth, hour, minutes, second)
  return (wall - Math.floor(instant / 1000) * 1000) / minute
}

/** How many minutes the wall clock of a zone is ahead of UTC at an instant. */
const offsetAt = (zone: string, instant: number): number => {
  const asked = Math.floor(instant / quarter)
  const known = latest.get(zone)
  if (known?.quarter === asked) return known.offset
  const offset = readOffset(zone, instant)
  latest.set(zone, { quarter: asked, offset })
  return offset
}

/**
 * The moment at which the wall clocks of a zone show a civil date and minute. The offset is asked for twice, so that the
 * day of a clock change is right too; a wall time that a change skips is read with the offset after it.
 */
export const momentIn = (zone: string, civilDate: CivilDate, minuteOfDay: number): Moment => {
  const wall = dayNumber(civilDate) * day + minuteOfDay * minute
  const guess = wall - offsetAt(zone, wall) * minute
  return { instant: wall - offsetAt(zone, guess) * minute, zone, civilDate, minuteOfDay }
}

/** What the wall clocks of a zone show at an instant. */
export const momentAt = (zone: string, instant: number): Moment => momentWith(instant, zone, offsetAt(zone, instant))
