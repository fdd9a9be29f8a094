import * as Schema from "effect/Schema"
import type { CalendarData as Data } from "./calendar-year.ts"
import { CivilDate } from "./civil-date.ts"

const CalendarSource = Schema.Struct({
  title: Schema.String,
  number: Schema.optionalKey(Schema.String),
  url: Schema.optionalKey(Schema.String),
  published: CivilDate,
  certainty: Schema.optionalKey(Schema.Literals(["official", "reprint", "excerpt", "from-memory"])),
})

const CalendarYear = Schema.Struct({
  year: Schema.Int,
  off: Schema.Array(CivilDate),
  work: Schema.Array(CivilDate),
  source: CalendarSource,
})

/** The data of a work calendar in a file: its shape. Whether the days agree with each other is for `workCalendar` to say. */
export const CalendarData: Schema.Codec<Data> = Schema.Struct({
  id: Schema.String,
  version: Schema.String,
  years: Schema.Array(CalendarYear),
})

export type CalendarData = Data
