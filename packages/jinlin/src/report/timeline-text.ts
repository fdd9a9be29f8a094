import { type CivilDate, dayOfMonth, monthOf, weekday, yearOf } from "@jinlin/core/kernel/arithmetic"
import type { Language, Reader } from "@jinlin/messages"
import type { Story } from "../journal/story.ts"
import { type Paint, paintFor } from "./paint.ts"
import { isOneSource, sentenceIn, type TimelineLine, timeline } from "./timeline.ts"
import { type Voice, voiceFor } from "./voice.ts"
import { padded, widthOf, wrapped } from "./width.ts"

/** How a text is laid out for a terminal. */
export interface Layout {
  /** Columns of the terminal. Below 40 it is set as for 40. */
  readonly width: number
  /** Whether the terminal shows bold and dim text. */
  readonly colours: boolean
}

/** A minute of the day as a wall clock shows it. */
export const clockTime = (minuteOfDay: number): string => {
  const hour = Math.floor(minuteOfDay / 60)
  return `${String(hour).padStart(2, "0")}:${String(minuteOfDay - hour * 60).padStart(2, "0")}`
}

/** The name of the month of a day, with its year. */
export const monthHeading = (day: CivilDate, voice: Voice): string =>
  voice.say("report.month-of-year", { year: yearOf(day), month: voice.say(`report.month.${monthOf(day)}`) })

/** A day within its month, with its weekday. */
export const dayLabel = (day: CivilDate, voice: Voice): string =>
  voice.say("report.day-of-week", { day: dayOfMonth(day), weekday: voice.say(`report.weekday.${weekday(day)}`) })

interface Columns {
  readonly voice: Voice
  readonly paint: Paint
  readonly day: number
  readonly process: number
  /** What is left for sentences. */
  readonly text: number
  /** The one conference whose name need not be said. */
  readonly home: string
}

const gap = "  "

const columnsFor = (lines: ReadonlyArray<TimelineLine>, { layout, voice, home }: Setting): Columns => {
  const day = Math.max(0, ...lines.map((line) => widthOf(dayLabel(line.day, voice))))
  const process = Math.max(0, ...lines.map((line) => widthOf(voice.say(`report.process.${line.process}`))))
  const text = Math.max(40, layout.width) - day - process - 5 - gap.length * 3
  return { voice, paint: paintFor(layout.colours), day, process, text, home }
}

interface Setting {
  readonly layout: Layout
  readonly voice: Voice
  readonly home: string
}

/** What stands before a sentence: the day where it is a new one, the time where it is another. */
const leadOf = (line: TimelineLine, before: TimelineLine | undefined, { day, process, voice }: Columns): string => {
  const isNewDay = before?.day !== line.day
  const isNewTime = isNewDay || before.minuteOfDay !== line.minuteOfDay
  return [
    padded(isNewDay ? dayLabel(line.day, voice) : "", day, "start"),
    padded(isNewTime ? clockTime(line.minuteOfDay) : "", 5),
    padded(voice.say(`report.process.${line.process}`), process),
  ].join(gap)
}

interface Around {
  readonly before: TimelineLine | undefined
  readonly after: TimelineLine | undefined
}

/** The source of a line stands to the right: at the end of its last row where there is room, else beneath it. */
const withSource = (rows: ReadonlyArray<string>, source: string, { paint, text }: Columns): ReadonlyArray<string> => {
  const last = rows.at(-1) ?? ""
  const room = text - widthOf(last) - gap.length
  const right = (part: string, width: number): string => paint.faint(padded(part, width, "start"))
  return widthOf(source) <= room
    ? [...rows.slice(0, -1), `${last}${gap}${right(source, room)}`]
    : [...rows, ...wrapped(source, text).map((part) => right(part, text))]
}

const rowsOf = (line: TimelineLine, { after, before }: Around, columns: Columns): ReadonlyArray<string> => {
  const { paint, text, voice } = columns
  const lead = leadOf(line, before, columns)
  const indent = " ".repeat(widthOf(lead) + gap.length)
  const sentence = wrapped(sentenceIn(line, columns.home, voice), text)
  const details = line.details.flatMap((detail) =>
    wrapped(detail, text - 2).map((part, index) => `${index === 0 ? "· " : "  "}${part}`),
  )
  const told = [...sentence, ...details]
  const rows = isOneSource(line, after) ? told : withSource(told, voice.say("report.source", { ...line }), columns)
  const [first = "", ...others] = rows
  return [
    `${paint.faint(lead)}${gap}${line.kind === "happened" ? first : paint.strong(first)}`,
    ...others.map((part) => indent + part),
  ]
}

const monthRows = (month: ReadonlyArray<TimelineLine>, columns: Columns): ReadonlyArray<string> =>
  month.flatMap((line, index) => rowsOf(line, { before: month[index - 1], after: month[index + 1] }, columns))

/**
 * A story as readable plain text for one reader: a heading for each month, then day, time, process and sentence in columns,
 * with what explains it beneath. East Asian characters count as two columns.
 */
export const timelineText = (story: Story, reader: Language | Reader, layout: Layout): string => {
  const voice = voiceFor(story.charter, reader)
  const lines = timeline(story, reader)
  const columns = columnsFor(lines, { layout, voice, home: story.charter.community })
  const months = Map.groupBy(lines, ({ day }) => day.slice(0, 7))
  const blocks = [...months.values()].map((month) => {
    const heading = month[0] === undefined ? "" : monthHeading(month[0].day, voice)
    return [columns.paint.strong(heading), "─".repeat(widthOf(heading)), ...monthRows(month, columns)].join("\n")
  })
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`
}
