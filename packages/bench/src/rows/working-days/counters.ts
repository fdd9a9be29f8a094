import { createRequire } from "node:module"
import { addDays, type CivilDate, workCalendar } from "@jinlin/core/kernel/arithmetic"
import { chinaWorkCalendar } from "@jinlin/rule-packs/calendars"
import chineseDays from "chinese-days"
import { nextWorkday } from "chinese-workday"

/** The `count`-th working day after a day, both as ISO text. Undefined: it is not known. */
export type Counter = (date: CivilDate, count: number) => string | undefined

const compiled = workCalendar(chinaWorkCalendar)
if (!compiled.ok) throw new Error(`[bench] the calendar was refused: ${compiled.refusal._tag}`)
const calendar = compiled.value

/** Our calendar over the data of our rule pack. */
export const byCalendar: Counter = (date, count) => {
  const found = calendar.addWorkingDays(date, count)
  return found.ok ? found.value : undefined
}

export const byChineseDays: Counter = (date, count) => chineseDays.findWorkday(count, date)

/** chinese-workday knows the next working day only, and gives null where it lies more than a week ahead. */
export const byChineseWorkday: Counter = (date, count) => {
  let day: string | null = date
  for (let counted = 0; counted < count && day !== null; counted += 1) day = nextWorkday(day)
  return day ?? undefined
}

interface HolidayCalendar {
  readonly isWorkday: (region: "CN", date: string) => Promise<boolean>
}

const load = createRequire(import.meta.url)
const HolidayCalendar: new (options: { readonly dataLoader: (path: string) => Promise<unknown> }) => HolidayCalendar =
  load("holiday-calendar")
const holidays = new HolidayCalendar({ dataLoader: async (path) => load(`holiday-calendar/data/${path}`) })

/** holiday-calendar answers for one day, with a promise; its data is read from the package and not from its server. */
export const byHolidayCalendar = async (date: CivilDate, count: number): Promise<string | undefined> => {
  let day = date
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1)
    if (await holidays.isWorkday("CN", day)) counted += 1
  }
  return day
}

const oneDay = 86_400_000
const startsAt = Date.UTC(2024, 0, 1)
const days = (Date.UTC(2027, 0, 1) - startsAt) / oneDay

/** The days before each month since January 2024. */
const monthStarts = Int32Array.from({ length: 36 }, (_, month) => (Date.UTC(2024, month, 1) - startsAt) / oneDay)

/** How many working days lie up to and including each day, and all working days as text. */
const rank = new Int32Array(days)
const select: Array<string> = []
for (let day = 0; day < days; day += 1) {
  const date = new Date(startsAt + day * oneDay)
  const text = date.toISOString().slice(0, 10)
  const listed = chinaWorkCalendar.years.find(({ year }) => year === date.getUTCFullYear())
  const isOff = listed?.off.some((other) => other === text) ?? false
  const isWorked = listed?.work.some((other) => other === text) ?? false
  if (isWorked || (!isOff && date.getUTCDay() % 6 !== 0)) select.push(text)
  rank[day] = select.length
}

const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

/** A table of ranks and a table of texts, and nothing else. */
export const byTables: Counter = (date, count) => {
  const month = (twoDigits(date, 2) - 24) * 12 + twoDigits(date, 5) - 1
  const day = (monthStarts[month] as number) + twoDigits(date, 8) - 1
  return select[(rank[day] as number) + count - 1]
}
