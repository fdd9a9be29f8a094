import type { Actor, Checked, Located, NonEmpty } from "@jinlin/core/kernel"
import { type CivilDate, daysBetween, readCivilDate, readId } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { resolvePolicy } from "../charter/charter.ts"
import { commandOf, readCommand } from "./cells.ts"
import { columns, readCsv, readJson, textOfBytes } from "./files.ts"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { JournalRow, RawRow, SortedRows } from "./row.ts"

/** The column of a field: the name of the command stands in a column of its own. */
const fieldName = ([first, ...rest]: Located["path"]): string | null =>
  first === undefined ? null : [first === "_tag" ? "command" : first, ...rest].join(".")

const minuteOf = (cell: unknown): number | JournalRefusal => {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(String(cell)) ?? []
  return hour === undefined || minute === undefined
    ? { _tag: "InvalidTimeOfDay", rule: "JOURNAL-3", got: String(cell) }
    : Number(hour) * 60 + Number(minute)
}

const text = ({ cells }: RawRow, name: string): string | undefined =>
  cells.has(name) ? String(cells.get(name)) : undefined

/** Who acts, and in which conference: ids all of them, so that nobody's name or number gets into the log by this way. */
const whoIn = (raw: RawRow, community: string): { readonly actor: Actor; readonly conference: string } => {
  const within = text(raw, "actorUnit") ?? community
  const post = text(raw, "actor") ?? ""
  const person = text(raw, "actorPerson") ?? `${within}.${post}`
  const actor: Actor = { _tag: "Post", post, within, person, onBehalfOf: text(raw, "onBehalfOf") }
  return { actor, conference: text(raw, "conference") ?? community }
}

const idColumns = ["actor", "actorUnit", "actorPerson", "onBehalfOf", "conference"] as const

/** What is wrong with the columns that hold ids. Rule ID-1. */
const idFaults = ({
  cells,
}: RawRow): ReadonlyArray<{ readonly field: string; readonly refusal: RefusedRow["refusal"] }> =>
  idColumns.flatMap((field) => {
    const read = cells.has(field) ? readId(cells.get(field)) : undefined
    return read === undefined || read.ok ? [] : [{ field, refusal: read.refusal }]
  })

/** Whose policy a command takes; of any other command the name of a policy is read, and the command is refused. */
const policyOf: ReadonlyMap<unknown, string> = new Map([
  ["FoundConference", "joint-conference"],
  ["AdoptPolicy", "joint-conference"],
  ["OpenRota", "rotating-chair"],
  ["AdoptRotaPolicy", "rotating-chair"],
])

/** A policy is named, and the charter says what it stands for. Rule JOURNAL-4. */
const withPolicy = (fields: unknown, cells: RawRow["cells"], charter: Charter): unknown | JournalRefusal => {
  const name = cells.get("policy")
  if (typeof name !== "string" || typeof fields !== "object") return fields
  const chosen = Object.hasOwn(charter.policies, name) ? charter.policies[name] : undefined
  const process = policyOf.get(cells.get("command")) ?? chosen?.process
  if (chosen === undefined || chosen.process !== process) {
    const known = Object.keys(charter.policies).filter(
      (other) => process === undefined || charter.policies[other]?.process === process,
    )
    return { _tag: "UnknownPolicy", rule: "JOURNAL-4", policy: name, known } satisfies JournalRefusal
  }
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
    ...idFaults(raw).map(({ field, refusal }) => refused(field, refusal)),
    ...(isUnknownPolicy(fields) ? [refused("policy", fields)] : []),
    ...(read === undefined || read.ok
      ? []
      : read.refusal.map(({ path, refusal }) => refused(fieldName(path), refusal))),
  ]
  if (first !== undefined) return { ok: false, refusal: [first, ...others] }
  if (!on.ok || typeof minute !== "number" || read?.ok !== true)
    throw new Error("[jinlin] [journal] a row without refusals was not read")
  const { actor, conference } = whoIn(raw, charter.community)
  return { ok: true, value: { line, on: on.value, minuteOfDay: minute, conference, actor, command: read.value } }
}

const momentText = (on: CivilDate, minuteOfDay: number): string =>
  `${on} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`

/** Ten years between two rows are a slip of the pen: whatever would fall due in them happens by itself, day after day. */
const longestGapDays = 3653

/** Rows that lie before the row above them, or years after it, are refused: nothing is sorted behind anybody's back. Rule JOURNAL-3. */
const inOrder = (rows: ReadonlyArray<JournalRow>): SortedRows<JournalRow> => {
  const kept: Array<JournalRow> = []
  const refused: Array<RefusedRow> = []
  let latest = ""
  let day = rows[0]?.on
  for (const row of rows) {
    const now = momentText(row.on, row.minuteOfDay)
    if (day !== undefined && daysBetween(day, row.on) > longestGapDays) {
      const refusal = {
        _tag: "ClockJumped",
        rule: "JOURNAL-3",
        on: row.on,
        after: day,
        limitDays: longestGapDays,
      } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else if (now < latest) {
      const refusal = { _tag: "ClockWentBack", rule: "JOURNAL-3", on: now, after: latest } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else {
      latest = now
      day = row.on
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
