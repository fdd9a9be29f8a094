import { CoGovernanceCommand } from "@jinlin/core/co-governance"
import { CovenantCommand } from "@jinlin/core/covenant"
import { DeliberationCommand } from "@jinlin/core/deliberation"
import { DisclosureCommand } from "@jinlin/core/disclosure"
import { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Checked, NonEmpty } from "@jinlin/core/kernel"
import { decodeStrictly, type Located, type Path, readJson } from "@jinlin/core/kernel"
import { readWholeNumber } from "@jinlin/core/kernel/arithmetic"
import { RotaCommand } from "@jinlin/core/rotating-chair"
import * as Schema from "effect/Schema"
import { at, isJson, put, same, wants } from "./cells.ts"

const flags: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
])

/** What a text in a cell stands for, where the command wants something else there. */
const meant = (cell: string, refusal: Located["refusal"]): unknown => {
  const isNested = wants(refusal, "array") || wants(refusal, "object")
  const json = isNested && isJson(cell) ? readJson(cell) : undefined
  if (json?.ok === true) return json.value
  if (json?.ok === false) return cell
  if (wants(refusal, "array")) return cell.split("|").map((item) => item.trim())
  if (wants(refusal, "object")) return { _tag: cell }
  if (wants(refusal, "boolean")) return flags.get(cell) ?? cell
  const number = wants(refusal, "number") ? readWholeNumber(cell) : undefined
  return number?.ok === true ? Number(number.value) : cell
}

/**
 * A cell is text. Where the command wants a whole number it is read as one, where it wants a list as a list with `|` between or
 * as JSON, where it wants one of several cases as the name of the case, and what is left empty is null or an empty list where
 * the command takes that. Nothing else is guessed. Rule JOURNAL-13.
 */
const mended = (command: unknown, { path, refusal }: Located): unknown => {
  if (refusal._tag === "MissingField") return put(command, path, null)
  const cell = at(command, path)
  if (cell === null && wants(refusal, "array")) return put(command, path, [])
  return typeof cell === "string" ? put(command, path, meant(cell, refusal)) : command
}

const missing = (path: Path): Located => ({
  path,
  refusal: { _tag: "MissingField", rule: "READ-2", field: String(path.at(-1) ?? "") } as Located["refusal"],
})

/** Mending one field brings the next to light; no command is nested deeper than this. */
const rounds = 4

type Read<Command> = Checked<Command, NonEmpty<Located>>

const readerOf =
  <Command>(decode: (fields: unknown) => Read<Command>) =>
  (fields: unknown): Read<Command> => {
    let command = fields
    let emptied: ReadonlyArray<Path> = []
    let read = decode(command)
    for (let round = 0; round < rounds && !read.ok; round += 1) {
      const empty = read.refusal.filter(({ refusal }) => refusal._tag === "MissingField").map(({ path }) => path)
      emptied = [...emptied, ...empty]
      command = read.refusal.reduce(mended, command)
      read = decode(command)
    }
    if (read.ok) return read
    const [first, ...others] = read.refusal.map((located): Located => {
      if (emptied.some((path) => same(path, located.path))) return missing(located.path)
      const cell = at(command, located.path)
      const json = isJson(cell) ? readJson(cell) : undefined
      return json?.ok === false ? { path: located.path, refusal: json.refusal as Located["refusal"] } : located
    })
    return first === undefined ? read : { ok: false, refusal: [first, ...others] }
  }

const AnyOfConference = Schema.Union([...ConferenceCommand.members, ...RotaCommand.members])

/** A command of a conference or its rota, from its fields; everything that is wrong with it otherwise. */
export const readConferenceCommand = readerOf<ConferenceCommand | RotaCommand>(decodeStrictly(AnyOfConference))

/** A command of a deliberation, from its fields; everything that is wrong with it otherwise. */
export const readMatterCommand = readerOf<DeliberationCommand>(decodeStrictly(DeliberationCommand))

/** A command of a matter with two deliberations. */
export const readCoGovernanceCommand = readerOf<CoGovernanceCommand>(decodeStrictly(CoGovernanceCommand))

/** A command of a covenant. */
export const readCovenantCommand = readerOf<CovenantCommand>(decodeStrictly(CovenantCommand))

/** A command of a disclosure. */
export const readDisclosureCommand = readerOf<DisclosureCommand>(decodeStrictly(DisclosureCommand))

interface Tagged {
  readonly fields: { readonly _tag: { readonly schema: { readonly literal: string } } }
}

const tagsOf = (members: ReadonlyArray<Tagged>): ReadonlySet<string> =>
  new Set(members.map((member) => member.fields._tag.schema.literal))

const conferenceTags = tagsOf(ConferenceCommand.members)

/** Whether a command is the conference's, and not its rota's. */
export const isForConference = (command: ConferenceCommand | RotaCommand): command is ConferenceCommand =>
  conferenceTags.has(command._tag)

/** The columns that say of which stream a row asks something, beside `conference`. */
export const streamColumns = ["coGovernance", "covenant", "disclosure", "matter"] as const
export type StreamColumn = (typeof streamColumns)[number]

const tagsByColumn: ReadonlyArray<readonly [StreamColumn, ReadonlySet<string>]> = [
  ["coGovernance", tagsOf(CoGovernanceCommand.members)],
  ["covenant", tagsOf(CovenantCommand.members)],
  ["disclosure", tagsOf(DisclosureCommand.members)],
  ["matter", tagsOf(DeliberationCommand.members)],
]

/** The column without which nothing of this name can be asked; undefined: a conference can be, or there is no such command. */
export const columnFor = (tag: unknown): StreamColumn | undefined =>
  typeof tag !== "string" || conferenceTags.has(tag) ? undefined : tagsByColumn.find(([, tags]) => tags.has(tag))?.[0]
