import type { Actor, Checked, NonEmpty, Refusal } from "@jinlin/core/kernel"
import { readCivilDate, readId } from "@jinlin/core/kernel/arithmetic"
import { columnFor, type StreamColumn, streamColumns } from "./commands.ts"
import type { Timed } from "./order.ts"
import type { JournalRefusal } from "./refusals.ts"
import type { RawRow } from "./row.ts"

const minuteOf = (cell: unknown): number | JournalRefusal => {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(String(cell)) ?? []
  return hour === undefined || minute === undefined
    ? { _tag: "InvalidTimeOfDay", rule: "JOURNAL-3", got: String(cell) }
    : Number(hour) * 60 + Number(minute)
}

/** What stands in a column of a row. */
export const text = ({ cells }: RawRow, name: string): string | undefined =>
  cells.has(name) ? String(cells.get(name)) : undefined

/** Who acts: ids all of them, so that nobody's name or number gets into the log by this way. */
export const actorIn = (raw: RawRow, community: string): Actor => {
  const within = text(raw, "actorUnit") ?? community
  const post = text(raw, "actor") ?? ""
  const person = text(raw, "actorPerson") ?? `${within}.${post}`
  return { _tag: "Post", post, within, person, onBehalfOf: text(raw, "onBehalfOf") }
}

const idColumns = ["actor", "actorUnit", "actorPerson", "onBehalfOf", "conference", ...streamColumns] as const

/** Something that is wrong with one column, or with the row as a whole. */
export interface Fault {
  readonly field: string | null
  readonly refusal: Refusal
}

/** The column that says whose stream is asked: the one that the command needs, or a matter where one is named. Rule JOURNAL-12. */
export const columnIn = (raw: RawRow): StreamColumn | undefined =>
  columnFor(raw.cells.get("command")) ?? (raw.cells.has("matter") ? "matter" : undefined)

/** What is wrong with the columns that hold ids, and with those that exclude each other. Rules ID-1, JOURNAL-12. */
const idFaults = (raw: RawRow): ReadonlyArray<Fault> => {
  const { cells } = raw
  const faults = idColumns.flatMap((field): ReadonlyArray<Fault> => {
    const read = cells.has(field) ? readId(cells.get(field)) : undefined
    return read === undefined || read.ok ? [] : [{ field, refusal: read.refusal }]
  })
  const [conference, matter] = [text(raw, "conference"), text(raw, "matter")]
  if (columnIn(raw) !== "matter" || conference === undefined || matter === undefined) return faults
  const twoStreams = { _tag: "TwoStreams", rule: "JOURNAL-12", conference, matter } as const
  return [...faults, { field: "matter", refusal: twoStreams }]
}

/** The columns that every row has: when, and who. Rules JOURNAL-3, JOURNAL-6. */
export const frameIn = ({ cells, line }: RawRow): Checked<Omit<Timed, "command">, NonEmpty<Fault>> => {
  const on = readCivilDate(cells.get("date"))
  const minute = minuteOf(cells.get("time") ?? "09:00")
  const day: ReadonlyArray<Fault> = on.ok ? [] : [{ field: "date", refusal: on.refusal }]
  const time: ReadonlyArray<Fault> = typeof minute === "number" ? [] : [{ field: "time", refusal: minute }]
  const [first, ...others] = [...day, ...time, ...idFaults({ cells, line })]
  if (first !== undefined) return { ok: false, refusal: [first, ...others] }
  if (!on.ok || typeof minute !== "number") throw new Error("[jinlin] [journal] a row without refusals was not read")
  return { ok: true, value: { line, on: on.value, minuteOfDay: minute } }
}
