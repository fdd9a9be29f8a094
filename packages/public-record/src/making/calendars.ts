import type { CalendarData } from "@jinlin/core/kernel"
import { yearOf } from "@jinlin/core/kernel/arithmetic"
import type { PublicDisclosure, PublicPeriod } from "../model/disclosure.ts"

/** The years that a period reads, and one before where none of them is published: a calendar has at least one year. */
const yearsFor = ({ years }: CalendarData, periods: ReadonlyArray<PublicPeriod>): CalendarData["years"] => {
  const first = Math.min(...periods.map(({ from }) => yearOf(from)))
  const last = Math.max(...periods.map(({ lastDay }) => yearOf(lastDay)))
  const read = years.filter(({ year }) => year >= first && year <= last)
  return read.length > 0 ? read : years.toSorted((one, other) => one.year - other.year).slice(-1)
}

/** Of each calendar by which a period was counted, the years that it reads. One that is not at hand is left out. */
export const calendarsFor = (
  disclosures: ReadonlyArray<PublicDisclosure>,
  calendars: ReadonlyArray<CalendarData>,
): ReadonlyArray<CalendarData> =>
  calendars.flatMap((calendar) => {
    const { id, version } = calendar
    const counted = disclosures.flatMap(({ period }) => period ?? [])
    const periods = counted.filter((period) => period.calendar.id === id && period.calendar.version === version)
    return periods.length === 0 ? [] : [{ id, version, years: yearsFor(calendar, periods) }]
  })
