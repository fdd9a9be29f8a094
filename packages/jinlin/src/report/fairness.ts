import { project } from "@jinlin/core/kernel"
import { type FairnessReport, type FairnessRow, fairnessReport, turnHistory } from "@jinlin/core/rotating-chair"
import type { Language, Reader } from "@jinlin/messages"
import type { Story } from "../journal/story.ts"
import { paintFor } from "./paint.ts"
import { chairEventsOf } from "./streams.ts"
import { textTable } from "./text-table.ts"
import type { Layout } from "./timeline-text.ts"
import { type Voice, voiceFor } from "./voice.ts"
import { wrapped } from "./width.ts"

/**
 * How the turns of one rota were shared out, up to the term that serves. The rows stand in the order of the seats, those who
 * left behind them: the order says nothing about anybody, and nobody is ranked.
 */
export const fairnessOf = (story: Story, conference: string): FairnessReport => {
  const report = fairnessReport(project(turnHistory, chairEventsOf(story, conference)))
  const seats = story.standings.get(conference)?.rota.seats ?? []
  const places = new Map(seats.map(({ position, unit }) => [unit, position]))
  const placeOf = ({ unit }: FairnessRow): number => places.get(unit) ?? Number.MAX_SAFE_INTEGER
  return { ...report, rows: report.rows.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

/** What is counted for each unit, in the order of the columns. */
export const fairnessColumns = [
  "turns",
  "published",
  "standIns",
  "skipped",
  "declined",
  "noShows",
  "owed",
  "longestWait",
] as const satisfies ReadonlyArray<keyof FairnessRow>

/** The name of a unit in the table, with a note where it has left. */
export const fairnessName = ({ seated, unit }: FairnessRow, voice: Voice): string =>
  seated ? voice.names(unit) : voice.say("report.fairness.left", { unit })

const tableOf = (report: FairnessReport, voice: Voice): ReadonlyArray<ReadonlyArray<string>> => [
  [voice.say("report.fairness.unit"), ...fairnessColumns.map((column) => voice.say(`report.fairness.${column}`))],
  ...report.rows.map((row) => [fairnessName(row, voice), ...fairnessColumns.map((column) => String(row[column]))]),
]

/** The turns of every rota of a story as text tables for a terminal; empty where no rota was opened. */
export const fairnessText = (story: Story, reader: Language | Reader, layout: Layout): string => {
  const voice = voiceFor(story.charter, reader)
  const paint = paintFor(layout.colours)
  const blocks = [...story.standings.keys()].flatMap((conference) => {
    const report = fairnessOf(story, conference)
    if (report.rows.length === 0) return []
    const { head, rows } = textTable(tableOf(report, voice), layout.width)
    const heading = paint.strong(voice.say("report.fairness.of", { conference }))
    const notes = wrapped(voice.say("report.fairness.note", { spread: report.spread }), layout.width)
    return [[heading, ...head.map(paint.faint), ...rows, ...notes].join("\n")]
  })
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`
}
