import type { CalendarData, CalendarYear } from "../src/kernel/calendar-year.ts"
import { type WorkCalendar, workCalendar } from "../src/kernel/work-calendar.ts"

const source = { title: "an example for tests", published: "2024-11-12" } as const

const year2025: CalendarYear = {
  year: 2025,
  off: [
    "2025-01-01",
    "2025-10-01",
    "2025-10-02",
    "2025-10-03",
    "2025-10-04",
    "2025-10-05",
    "2025-10-06",
    "2025-10-07",
    "2025-10-08",
  ],
  work: ["2025-09-28", "2025-10-11"],
  source,
}

const year2026: CalendarYear = {
  year: 2026,
  off: [
    "2026-01-01",
    "2026-01-02",
    "2026-01-03",
    "2026-02-15",
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-02-21",
    "2026-02-22",
    "2026-02-23",
  ],
  work: ["2026-01-04", "2026-02-14", "2026-02-28"],
  source,
}

/**
 * For tests alone: two years with three holidays as they were, and none of the others. In 2026 Spring Festival runs from
 * Sunday 15 to Monday 23 February; Saturdays 14 and 28 February are worked for it.
 */
export const exampleData: CalendarData = { id: "example", version: "1", years: [year2026, year2025] }

const compiled = workCalendar(exampleData)
if (!compiled.ok) throw new Error(compiled.refusal._tag)

/** The calendar of `exampleData`. */
export const exampleCalendar: WorkCalendar = compiled.value

/** Whether a day of the example is worked, found with the platform's `Date` and nothing of what is tested. */
export const isWorkedInExample = (date: string): boolean => {
  const years = exampleData.years as ReadonlyArray<{
    readonly off: ReadonlyArray<string>
    readonly work: ReadonlyArray<string>
  }>
  if (years.some(({ off }) => off.includes(date))) return false
  if (years.some(({ work }) => work.includes(date))) return true
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return day >= 1 && day <= 5
}
