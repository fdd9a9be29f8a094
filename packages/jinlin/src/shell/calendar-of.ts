import type { CalendarData } from "@jinlin/core/kernel"
import { type Answer, type CalendarUnavailable, done, failed, type WorkCalendar } from "@jinlin/sdk"
import { calendarData } from "../calendar/published-calendar.ts"
import type { Years } from "../hosting/hosted.ts"
import { kindOf } from "../workers/contained.ts"

/** The work calendar of some years, as far as they are published; undefined: nobody knows any of it. */
export type CalendarOf = (years: Years) => Promise<Answer<CalendarData | undefined, CalendarUnavailable>>

/** Where no calendar was given. */
export const noCalendar: CalendarOf = async () => done(undefined)

/** So many years before the first are looked at for the last that was published. */
const yearsBack = 10

const unavailable = (thrown: unknown): Answer<never, CalendarUnavailable> =>
  failed({ _tag: "CalendarUnavailable", rule: "PORT-3", detail: kindOf(thrown) })

/** A calendar as commands need it. Where their first year is not published, the last one before it is given: what is beyond it is provisional. */
export const calendarFrom = (calendar: WorkCalendar | undefined): CalendarOf => {
  if (calendar === undefined) return noCalendar
  return async ({ from, until }) => {
    try {
      for (let first = from; first >= from - yearsBack; first -= 1) {
        const data = await calendarData(calendar, { from: first, until })
        if (!data.ok || data.value !== undefined) return data
      }
      return done(undefined)
    } catch (thrown) {
      return unavailable(thrown)
    }
  }
}
