import type { Actor, Checked, Located, NonEmpty } from "@jinlin/core/kernel"
import { type CivilDate, readCivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { resolvePolicy } from "../charter/charter.ts"
import { commandOf, readCommand } from "./cells.ts"
import { columns, readCsv, readJson, textOfBytes } from "./files.ts"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { JournalRow, RawRow, SortedRows } from "./row.ts"

const fieldName = (path: Located["path"]): string | null => (path.length === 0 ? null : path.join("."))

const minuteOf = (cell: unknown): number | JournalRefusal => {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(String(cell)) ?? []
  return hour === undefined || minute === undefined
    ? { _tag: "InvalidTimeOfDay", rule: "JOURNAL-3", got: String(cell) }
    : Number(hour) * 60 + Number(minute)
}

const actorOf = ({ cells }: RawRow, community: string): Actor => {
  const text = (name: string) => (cells.has(name) ? String(cells.get(name)) : undefined)
  const post = text("actor") ?? ""
  const within = text("actorUnit") ?? community
  return {
    _tag: "Post",
    post,
    within,
    person: text("actorPerson") ?? `${within}.${post}`,
    onBehalfOf: text("onBehalfOf"),
  }
}

/** A policy is named, and the charter says what it stands for. Rule JOURNAL-4. */
const withPolicy = (fields: unknown, cells: RawRow["cells"], charter: Charter): unknown | JournalRefusal => {
  const name = cells.get("policy")
  if (typeof name !== "string" || typeof fields !== "object") return fields
  const chosen = Object.hasOwn(charter.policies, name) ? charter.policies[name] : undefined
  if (chosen === undefined)
    return {
      _tag: "UnknownPolicy",
      rule: "JOURNAL-4",
      policy: name,
      known: Object.keys(charter.policies),
    } satisfies JournalRefusal
  return { ...fields, policy: resolvePolicy(chosen) }
}

const isUnknownPolicy = (value: unknown): value is JournalRefusal =>
  typeof value === "object" && value !== null && "_tag" in value && value._tag === "UnknownPolicy"

/** One row of a file as a row of the journal, or everything that is wrong with it. */
const readRow = (raw: RawRow, charter: Charter): Checked<JournalRow, NonEmpty<RefusedRow>> => {
  const { cells, line } = raw
  const tag = cells.get("command")
  const command = typeof tag === "string" ? tag : null
  const refused = (field: string | null, refusal: RefusedRow["refusal"]): RefusedRow => ({
    line,
    field,
    command,
    refusal,
  })
  const on = readCivilDate(cells.get("date"))
  const minute = minuteOf(cells.get("time") ?? "09:00")
  const rest = [...cells].filter(([name]) => !columns.some((column) => column === name))
  const fields = withPolicy(commandOf(tag, rest), cells, charter)
  const read = isUnknownPolicy(fields) ? undefined : readCommand(fields)
  const [first, ...others] = [
    ...(on.ok ? [] : [refused("date", on.refusal)]),
    ...(typeof minute === "number" ? [] : [refused("time", minute)]),
    ...(isUnknownPolicy(fields) ? [refused("policy", fields)] : []),
    ...(read === undefined || read.ok
      ? []
      : read.refusal.map(({ path, refusal }) => refused(fieldName(path), refusal))),
  ]
  if (first !== undefined) return { ok: false, refusal: [first, ...others] }
  if (!on.ok || typeof minute !== "number" || read?.ok !== true)
    throw new Error("[jinlin] [journal] a row without refusals was not read")
  const conference = String(cells.get("conference") ?? charter.community)
  const actor = actorOf(raw, charter.community)
  return { ok: true, value: { line, on: on.value, minuteOfDay: minute, conference, actor, command: read.value } }
}

const momentText = (on: CivilDate, minuteOfDay: number): string =>
  `${on} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`

/** Rows that lie before the row above them are refused: nothing is sorted behind anybody's back. Rule JOURNAL-3. */
const inOrder = (rows: ReadonlyArray<JournalRow>): SortedRows<JournalRow> => {
  const kept: Array<JournalRow> = []
  const refused: Array<RefusedRow> = []
  let latest = ""
  for (const row of rows) {
    const now = momentText(row.on, row.minuteOfDay)
    if (now < latest) {
      const refusal = { _tag: "ClockWentBack", rule: "JOURNAL-3", on: now, after: latest } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else {
      latest = now
      kept.push(row)
    }
  }
  return { rows: kept, refused }
}

/** A journal as its file holds it: the bytes of a CSV, or of a JSON array. */
export interface JournalFile {
  readonly format: "csv" | "json"
  readonly content: Uint8Array | string
}

/** Reads a journal: the rows that can be read, and every fault of those that cannot, with line and field. */
export const readJournal = (file: JournalFile, charter: Charter): SortedRows<JournalRow> => {
  const text = typeof file.content === "string" ? file.content : textOfBytes(file.content)
  if (typeof text !== "string") {
    const refusal = { _tag: "NotUtf8", rule: "JOURNAL-1", offset: text.offset } as const
    return { rows: [], refused: [{ line: 1, field: null, command: null, refusal }] }
  }
  const raw = file.format === "csv" ? readCsv(text) : readJson(text)
  const read = raw.rows.map((row) => readRow(row, charter))
  const ordered = inOrder(read.flatMap((row) => (row.ok ? [row.value] : [])))
  const refused = [...raw.refused, ...read.flatMap((row) => (row.ok ? [] : row.refusal)), ...ordered.refused]
  return { rows: ordered.rows, refused: refused.sort((left, right) => left.line - right.line) }
}
