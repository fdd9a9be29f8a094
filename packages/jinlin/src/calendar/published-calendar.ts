import type { CalendarData, CalendarYear } from "@jinlin/core/kernel"
import { type CalendarUnavailable, done, type PublishedYear, type WorkCalendar } from "@jinlin/sdk"

/** A work calendar from published data, such as that of `@jinlin/rule-packs`. It knows the years that were published, and no others. */
export const publishedCalendar = ({ id, version, years }: CalendarData): WorkCalendar => {
  const known = new Map<number, PublishedYear>(years.map((year) => [year.year, year]))
  return { name: id, version, year: async (year) => done(known.get(year) ?? null) }
}

/**
 * The data of a calendar for these years, as the kernel counts with it. It ends before the first year that is not published,
 * so that nothing beyond is guessed; undefined: not even the first one is. Whether its days are dates is for `workCalendar`
 * of the kernel to say.
 */
export const calendarData = async (
  calendar: WorkCalendar,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<
  | { readonly ok: true; readonly value: CalendarData | undefined }
  | { readonly ok: false; readonly failure: CalendarUnavailable }
> => {
  const years: Array<CalendarYear> = []
  for (let year = from; year <= until; year += 1) {
    const asked = await calendar.year(year)
    if (!asked.ok) return asked
    if (asked.value === null) break
    years.push(yearOf(asked.value))
  }
  return { ok: true, value: years.length === 0 ? undefined : { id: calendar.name, version: calendar.version, years } }
}

const yearOf = ({ off, source, work, year }: PublishedYear): CalendarYear =>
  ({ year, off, work, source }) as CalendarYear
