import { addDays, type CivilDate, daysBetween } from "@jinlin/core/kernel/arithmetic"
import type { Contender, Part } from "../../measuring/contender.ts"
import { draws } from "../draws.ts"
import type { Preparation } from "../row.ts"
import { byCalendar, byChineseDays, byChineseWorkday, byHolidayCalendar, byTables, type Counter } from "./counters.ts"

interface Question {
  readonly date: CivilDate
  readonly count: number
}

const draw = draws(20260101)
const firstDay: CivilDate = "2024-01-01"
const lastDay: CivilDate = "2026-11-10"

/** Any day of the published years, and 1 to 30 working days: no answer lies beyond 2026. */
const questions: ReadonlyArray<Question> = Array.from({ length: 1024 }, () => ({
  date: addDays(firstDay, draw(daysBetween(firstDay, lastDay) + 1)),
  count: 1 + draw(30),
}))

const asContender = (name: string, part: Part, counter: Counter): Contender => ({
  name,
  part,
  run: (times) => {
    let sum = 0
    for (let time = 0; time < times; time += 1) {
      const { count, date } = questions[time & 1023] as Question
      sum += counter(date, count)?.charCodeAt(9) ?? 0
    }
    return sum
  },
})

const promised: Contender = {
  name: "holiday-calendar (day by day)",
  part: "peer",
  run: async (times) => {
    let sum = 0
    for (let time = 0; time < times; time += 1) {
      const { count, date } = questions[time & 1023] as Question
      sum += (await byHolidayCalendar(date, count))?.charCodeAt(9) ?? 0
    }
    return sum
  },
}

const peers: ReadonlyArray<readonly [string, (date: CivilDate, count: number) => Promise<string | undefined>]> = [
  ["chinese-days", async (date, count) => byChineseDays(date, count)],
  ["chinese-workday", async (date, count) => byChineseWorkday(date, count)],
  ["holiday-calendar", byHolidayCalendar],
]

/** How often a peer gives our answer, another, or none. */
const comparison = async ([name, answer]: (typeof peers)[number]): Promise<string> => {
  let [same, none] = [0, 0]
  const others: Array<string> = []
  for (const { count, date } of questions) {
    const [ours, theirs] = [byCalendar(date, count), await answer(date, count)]
    if (theirs === ours) same += 1
    else if (theirs === undefined) none += 1
    else others.push(`${date} + ${count}: ${theirs}, ours ${ours}`)
  }
  const example = others.length > 0 ? ` (such as ${others[0]})` : ""
  return `${name}: of ${questions.length} questions within 2024–2026 ${same} answered as we do, ${others.length} otherwise${example}, ${none} not at all`
}

/** What everybody says where no arrangement is published yet: five working days after 30 December 2026. */
const beyond = async ([name, answer]: (typeof peers)[number]): Promise<string> => {
  try {
    return `${name} says ${(await answer("2026-12-30", 5)) ?? "nothing"}`
  } catch {
    return `${name} fails`
  }
}

/** The n-th working day after a day, date text in and date text out. */
export const workingDayRows: Preparation = async () => {
  for (const { count, date } of questions)
    if (byCalendar(date, count) !== byTables(date, count))
      throw new Error(`[bench] ${date} + ${count} working days: our calendar and the bare tables differ`)
  if (byCalendar("2026-12-30", 5) !== undefined) throw new Error("[bench] our calendar answers for 2027")
  const unpublished = await Promise.all(peers.map(beyond))
  return [
    {
      _tag: "Timed",
      id: "working-days",
      title: "add 1 to 30 working days, ISO text in and out, 2024–2026",
      contenders: [
        asContender("jinlin workCalendar", "ours", byCalendar),
        asContender("chinese-days", "peer", byChineseDays),
        asContender("chinese-workday (day by day)", "peer", byChineseWorkday),
        promised,
        asContender("rank and select tables", "floor", byTables),
      ],
      target: { _tag: "Nanoseconds", atMost: 100 },
      notes: [
        ...(await Promise.all(peers.map(comparison))),
        `5 working days after 2026-12-30, with 2027 not arranged yet: jinlin refuses (CalendarYearUnpublished), ${unpublished.join(", ")}`,
      ],
    },
  ]
}
