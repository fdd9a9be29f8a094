import type * as Schema from "effect/Schema"
import { readCivilDate } from "./civil-date-reading.ts"
import type { CivilDate as Day } from "./day-arithmetic.ts"
import { schemaOf } from "./reading.ts"

/**
 * A civil date in commands, events and packs: text, JSON Schema `format: date`, read by `readCivilDate` and refused
 * with its reason. Effect's own `DateFromString` is no substitute: it takes 30 February for 2 March.
 */
export const CivilDate: Schema.Codec<Day> = schemaOf(readCivilDate, {
  identifier: "CivilDate",
  description: "a civil date as RFC 3339 writes a full date, such as 2026-02-28; years 0001 to 9999",
  jsonSchema: { type: "string", format: "date" },
})

export type CivilDate = Day
