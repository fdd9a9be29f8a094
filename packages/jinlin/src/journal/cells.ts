import { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Checked, NonEmpty } from "@jinlin/core/kernel"
import { decodeStrictly, digestOf, type Located, type Path } from "@jinlin/core/kernel"
import { readWholeNumber } from "@jinlin/core/kernel/arithmetic"
import { RotaCommand } from "@jinlin/core/rotating-chair"
import * as Schema from "effect/Schema"
import type { JournalCommand } from "./row.ts"

const AnyCommand = Schema.Union([...ConferenceCommand.members, ...RotaCommand.members])
const decode = decodeStrictly(AnyCommand)

type Json = { [name: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

/** A field of a command, by its path; undefined where there is none. */
const at = (value: unknown, path: Path): unknown => {
  let found = value
  for (const step of path)
    found = isObject(found) ? found[step] : Array.isArray(found) ? found[Number(step)] : undefined
  return found
}

/** The command with another value at a path. */
const put = (value: unknown, [step, ...rest]: Path, next: unknown): unknown => {
  if (step === undefined) return next
  if (Array.isArray(value)) return value.map((item, index) => (index === Number(step) ? put(item, rest, next) : item))
  return { ...(isObject(value) ? value : {}), [step]: put(isObject(value) ? value[step] : undefined, rest, next) }
}

/** Cells as a command: `votes.for` is the field `for` of `votes`; `text:…` stands for the digest of what follows. */
export const commandOf = (tag: unknown, cells: Iterable<readonly [string, unknown]>): unknown => {
  let command: unknown = { _tag: tag }
  for (const [name, cell] of cells) {
    const text = typeof cell === "string" && cell.startsWith("text:") ? digestOf(cell.slice(5).trim()) : undefined
    command = put(command, name.split("."), text?.ok === true ? text.value : cell)
  }
  return command
}

const wants = (refusal: Located["refusal"], kind: string): boolean =>
  refusal._tag === "WrongType" &&
  "expected" in refusal &&
  Array.isArray(refusal.expected) &&
  refusal.expected.includes(kind)

const same = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index])

/**
 * A cell is text. Where the command wants a whole number it is read as one, where it wants a list as a list with `|`
 * between, and what is left empty is null or an empty list where the command takes that. Nothing else is guessed.
 */
const mended = (command: unknown, { path, refusal }: Located): unknown => {
  if (refusal._tag === "MissingField") return put(command, path, null)
  const cell = at(command, path)
  if (cell === null && wants(refusal, "array")) return put(command, path, [])
  if (typeof cell !== "string") return command
  if (wants(refusal, "array"))
    return put(
      command,
      path,
      cell.split("|").map((item) => item.trim()),
    )
  const number = wants(refusal, "number") ? readWholeNumber(cell) : undefined
  return number?.ok === true ? put(command, path, Number(number.value)) : command
}

const missing = (path: Path): Located => ({
  path,
  refusal: { _tag: "MissingField", rule: "READ-2", field: String(path.at(-1) ?? "") } as Located["refusal"],
})

/** Mending one field brings the next to light; no command is nested deeper than this. */
const rounds = 4

/** A command of any process that a journal may hold, from its fields; everything that is wrong with it otherwise. */
export const readCommand = (fields: unknown): Checked<JournalCommand, NonEmpty<Located>> => {
  let command = fields
  let emptied: ReadonlyArray<Path> = []
  let read = decode(command)
  for (let round = 0; round < rounds && !read.ok; round += 1) {
    emptied = [
      ...emptied,
      ...read.refusal.filter(({ refusal }) => refusal._tag === "MissingField").map(({ path }) => path),
    ]
    command = read.refusal.reduce(mended, command)
    read = decode(command)
  }
  if (read.ok) return read
  const [first, ...others] = read.refusal.map((located) =>
    emptied.some((path) => same(path, located.path)) ? missing(located.path) : located,
  )
  return first === undefined ? read : { ok: false, refusal: [first, ...others] }
}
