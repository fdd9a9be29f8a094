import { readFileSync } from "node:fs"
import { type Charter, type JournalFile, readCharter } from "../src/index.ts"
import { inLines, matterCharter, matterRows } from "./matter-journals.ts"
import { csv, smallCharter, smallJournal } from "./small-story.ts"

const lakeFile = (name: string): string =>
  readFileSync(new URL(`../../../examples/east-lake/${name}`, import.meta.url), "utf8")

const charterOf = (input: unknown): Charter => {
  const read = readCharter(input)
  if (read.ok) return read.value
  throw new Error(`the charter of a test has faults: ${JSON.stringify(read.refusal)}`)
}

const linesOf = (journal: string): ReadonlyArray<string> => journal.trimEnd().split("\n")

/** How many lines the small journal has, the first one included. */
export const smallLines = linesOf(smallJournal()).length

/** The small journal without rows of these lines; all others stay on their lines. */
export const smallWithout = (leftOut: ReadonlySet<number>): string =>
  linesOf(smallJournal())
    .map((line, index) => (index > 0 && leftOut.has(index + 1) ? "# left out" : line))
    .join("\n")

/** The small journal as far as a line, this one included. */
export const smallUpTo = (line: number): string => linesOf(smallJournal()).slice(0, line).join("\n")

/** The small journal with another cell on one line. */
export const smallWith = (line: number, from: string, to: string): string =>
  linesOf(smallJournal())
    .map((row, index) => (index + 1 === line ? row.replace(from, to) : row))
    .join("\n")

/** Two conferences in one journal, each row of the one followed by the same row of the other at the same time. */
const smallTwice = (): string => {
  const [header = "", ...rows] = linesOf(smallJournal())
  return [`${header},conference`, ...rows.flatMap((row) => [`${row},`, `${row},aspens`])].join("\n")
}

/** A founding, a rota and a unit that joins: the rota follows by itself. */
const joining = (): string =>
  [
    "date,command,actor,actorUnit,actorPerson,policy,level,convenor,units,startsOn,unit,kind,capacity,delegate",
    "2026-01-01,OpenRota,convenor,,,chair,,,school|clinic,2026-01-01,,,,",
    "2026-01-01,FoundConference,superior,district,,conference,community,p-1,,,,,,",
    "2026-01-02,AdmitUnit,convenor,district,p-1,,,,,,park,enterprise,member,p-2",
  ].join("\n")

/** A journal with all that it is told by. */
export interface Telling {
  readonly charter: Charter
  readonly file: JournalFile
  readonly partial?: boolean
  readonly deepestReaction?: number
}

const small = smallCharter()
const { until: _, ...open } = small

/** Journals of every kind that a store is told in tests. */
export const journals: ReadonlyArray<readonly [string, Telling]> = [
  [
    "East Lake's year",
    { charter: charterOf(JSON.parse(lakeFile("charter.json"))), file: csv(lakeFile("journal.csv")) },
  ],
  ["the small story", { charter: small, file: csv(smallJournal()) }],
  ["a story without a last day", { charter: open, file: csv(smallJournal()) }],
  ["two conferences at once", { charter: small, file: csv(smallTwice()) }],
  ["a story with rows that are refused", { charter: small, file: csv(smallWithout(new Set([5, 9]))), partial: true }],
  ["a unit that joins", { charter: small, file: csv(joining()) }],
  ["reactions that are left to a person", { charter: small, file: csv(smallJournal()), deepestReaction: 0 }],
  ["matters with all that falls due in them", { charter: matterCharter(), file: inLines(matterRows()) }],
  ["a zone that changes its clocks", { charter: { ...small, zone: "America/New_York" }, file: csv(smallJournal()) }],
]
