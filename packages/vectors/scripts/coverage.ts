import { kernelFiles, type ProcessVectors } from "./files.ts"
import type { Case, Told } from "./scenarios/scenario.ts"
import { type Process, schemaOfProcess } from "./schemas/processes.ts"

/** How many of all there are, and which ones are not there. */
interface Covered {
  readonly all: number
  readonly missing: ReadonlyArray<string>
}

/** What the cases of one process cover. */
interface Coverage {
  readonly process: Process
  readonly decisions: number
  readonly authority: number
  readonly states: number
  readonly commands: Covered
  readonly events: Covered
  readonly refusals: Covered
  readonly granted: Covered
  readonly forbidden: Covered
}

const tagOf = (value: unknown): string => (value as { readonly _tag: string })._tag

const allTags = (process: Process, kind: "commands" | "events" | "refusals"): ReadonlyArray<string> => {
  const { oneOf = [] } = schemaOfProcess(process, kind) as { readonly oneOf?: ReadonlyArray<{ readonly $ref: string }> }
  return oneOf.map(({ $ref }) => $ref.replace("#/$defs/", ""))
}

const covered = (all: ReadonlyArray<string>, found: Iterable<string>): Covered => {
  const known = new Set(found)
  return { all: all.length, missing: all.filter((tag) => !known.has(tag)) }
}

const listIn = ({ expect }: Case, name: string): ReadonlyArray<unknown> => {
  const list = (expect as { readonly [name: string]: unknown })[name]
  return Array.isArray(list) ? list : []
}

/** Counts what the cases of a process cover: tags of commands that are asked, of events and refusals that are expected. */
const coverageOf = ({ authority, process, scripts, walks }: ProcessVectors): Coverage => {
  const told: ReadonlyArray<Told> = [...scripts, ...walks]
  const cases = told.flatMap((scenario) => scenario.cases)
  const commands = allTags(process, "commands")
  const allowed = authority.filter(({ expect }) => Object.hasOwn(expect as object, "grounds"))
  const denied = authority.filter((each) => !allowed.includes(each))
  const commandOf = (each: Case) => tagOf(each["command"])
  return {
    process,
    decisions: cases.length,
    authority: authority.length,
    states: told.length,
    commands: covered(commands, cases.map(commandOf)),
    events: covered(
      allTags(process, "events"),
      cases.flatMap((each) => listIn(each, "events").map(tagOf)),
    ),
    refusals: covered(
      allTags(process, "refusals"),
      cases.flatMap((each) => listIn(each, "refusals").map(tagOf)),
    ),
    granted: covered(commands, allowed.map(commandOf)),
    forbidden: covered(commands, denied.map(commandOf)),
  }
}

const share = ({ all, missing }: Covered): string => {
  const count = `${all - missing.length} of ${all}`
  return missing.length === 0 ? count : `${count}; not ${missing.join(", ")}`
}

/** The table of the README. */
export const coverageTable = (told: ReadonlyArray<ProcessVectors>): string => {
  const rows = told
    .map(coverageOf)
    .map((row) => [
      `\`${row.process}\``,
      `${row.decisions} decisions, ${row.authority} about authority, ${row.states} states`,
      share(row.commands),
      share(row.events),
      share(row.refusals),
      `${share(row.granted)} / ${share(row.forbidden)}`,
    ])
  const kernel = kernelFiles.map(({ cases, name }) => `${name} ${cases.length}`).join(", ")
  const count = kernelFiles.reduce((sum, { cases }) => sum + cases.length, 0)
  return [
    "| process | cases | commands | events | refusals | commands somebody may / may not ask |",
    "|---|---|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    `\`kernel\`: ${count} cases (${kernel}).`,
  ].join("\n")
}

const [begin, end] = ["<!-- coverage: written by scripts/generate.ts -->", "<!-- end of coverage -->"]

/** The README with its table brought up to date. Throws where it has no place for it. */
export const withCoverage = (readme: string, table: string): string => {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no lines ${begin} and ${end}.`)
  return `${readme.slice(0, from + begin.length)}\n${table}\n${readme.slice(to)}`
}
