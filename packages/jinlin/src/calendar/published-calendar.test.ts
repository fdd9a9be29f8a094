import { workCalendar } from "@jinlin/core/kernel/arithmetic"
import { failed, type WorkCalendar } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import { calendarData, publishedCalendar } from "./published-calendar.ts"

const source = { title: "an arrangement", published: "2025-11-04" } as const
const data = {
  id: "test.calendar",
  version: "2",
  years: [
    { year: 2025, off: ["2025-10-01"], work: ["2025-09-28"], source },
    { year: 2026, off: ["2026-01-01"], work: ["2026-01-04"], source },
  ],
} as const

describe("PORT-3 a calendar gives the years that are published, and guesses none", () => {
  it("PORT-3 gives a published year with its days, and null for one that is not", async () => {
    const calendar = publishedCalendar(data)
    expect(await calendar.year(2026)).toEqual({ ok: true, value: data.years[1] })
    expect(await calendar.year(2027)).toEqual({ ok: true, value: null })
  })

  it("PORT-3 what is read through the port counts as the data itself does, and ends where the published years end", async () => {
    const read = await calendarData(publishedCalendar(data), { from: 2025, until: 2030 })
    expect(read).toEqual({ ok: true, value: data })
    const counting = read.ok && read.value !== undefined ? workCalendar(read.value) : undefined
    expect(counting).toMatchObject({ ok: true })
    expect(await calendarData(publishedCalendar(data), { from: 2027, until: 2030 })).toEqual({
      ok: true,
      value: undefined,
    })
  })

  it("PORT-3 one that does not answer is a failure, and no year without holidays", async () => {
    const away: WorkCalendar = {
      ...publishedCalendar(data),
      year: async () => failed({ _tag: "CalendarUnavailable", rule: "PORT-3", detail: "away" }),
    }
    expect(await calendarData(away, { from: 2025, until: 2026 })).toMatchObject({
      failure: { _tag: "CalendarUnavailable" },
    })
  })
})
