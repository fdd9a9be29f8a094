import type { Checked, Located, MissingField, NonEmpty } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { commandOf } from "./cells.ts"
import {
  isForConference,
  readCoGovernanceCommand,
  readConferenceCommand,
  readCovenantCommand,
  readDisclosureCommand,
  readMatterCommand,
  type StreamColumn,
} from "./commands.ts"
import { type Documents, withDocuments } from "./documents.ts"
import { columns } from "./files.ts"
import { columnIn, type Fault, text } from "./frame.ts"
import type { Lawbook } from "./law.ts"
import { withPlan, withPolicy } from "./named.ts"
import type { Asked, RawRow } from "./row.ts"

/** The column of a field: the name of the command stands in a column of its own. */
const fieldName = ([first, ...rest]: Located["path"]): string | null =>
  first === undefined ? null : [first === "_tag" ? "command" : first, ...rest].join(".")

/** All by which cells are read: the charter with its packs, and the documents of the journal. */
export interface Book {
  readonly lawbook: Lawbook
  readonly documents: Documents
}

/** A command with the stream that it is asked of. */
type ReadAsked = Checked<Asked, NonEmpty<Fault>>

const faultsOf = ([first, ...others]: NonEmpty<Located>): NonEmpty<Fault> => {
  const fault = ({ path, refusal }: Located): Fault => ({ field: fieldName(path), refusal })
  return [fault(first), ...others.map(fault)]
}

/** A command of a stream that is none of a conference. */
const readFor = (column: StreamColumn, subject: string, fields: unknown): Checked<Asked, NonEmpty<Located>> => {
  switch (column) {
    case "matter": {
      const read = readMatterCommand(fields)
      return read.ok ? { ok: true, value: { process: "deliberation", subject, command: read.value } } : read
    }
    case "coGovernance": {
      const read = readCoGovernanceCommand(fields)
      return read.ok ? { ok: true, value: { process: "co-governance", subject, command: read.value } } : read
    }
    case "covenant": {
      const read = readCovenantCommand(fields)
      return read.ok ? { ok: true, value: { process: "covenant", subject, command: read.value } } : read
    }
    case "disclosure": {
      const read = readDisclosureCommand(fields)
      return read.ok ? { ok: true, value: { process: "disclosure", subject, command: read.value } } : read
    }
  }
}

/** A command of a conference or its rota. */
const readForConference = (subject: string, fields: unknown): Checked<Asked, NonEmpty<Located>> => {
  const read = readConferenceCommand(fields)
  if (!read.ok) return read
  const { value: command } = read
  return isForConference(command)
    ? { ok: true, value: { process: "joint-conference", subject, command } }
    : { ok: true, value: { process: "rotating-chair", subject, command } }
}

/** Whether a cell is a field of the command, and neither of the frame nor the one that names the stream: `matter` may be either. */
const isField = (name: string, column: StreamColumn | undefined): boolean => {
  const isOfStream = name === (column ?? "conference") || (column === "matter" && name === "conference")
  return !isOfStream && !columns.some((one) => one === name)
}

/** A row is asked of the stream that it names: of a conference or its rota where it names none of its own. Rule JOURNAL-12. */
export const askedIn = (raw: RawRow, book: Book, on: CivilDate | undefined): ReadAsked => {
  const { documents, lawbook } = book
  const { charter } = lawbook
  const tag = raw.cells.get("command")
  const column = columnIn(raw)
  const subject = column === undefined ? (text(raw, "conference") ?? charter.community) : text(raw, column)
  if (column !== undefined && subject === undefined) {
    const refusal: MissingField = { _tag: "MissingField", rule: "READ-2", field: column }
    return { ok: false, refusal: [{ field: column, refusal }] }
  }
  const cells = new Map([...raw.cells].filter(([name]) => isField(name, column)))
  const written = withDocuments(tag, cells, documents)
  if (!written.ok) return { ok: false, refusal: [written.refusal] }
  const fields = commandOf(tag, written.value)
  const named =
    column === "matter" && on !== undefined
      ? withPlan(fields, raw.cells, { lawbook, on })
      : withPolicy(fields, raw.cells, charter)
  if (!named.ok) return { ok: false, refusal: [named.refusal] }
  const read =
    column === undefined
      ? readForConference(subject ?? charter.community, named.value)
      : readFor(column, subject ?? "", named.value)
  return read.ok ? read : { ok: false, refusal: faultsOf(read.refusal) }
}
