import type { FairnessReport, FairnessRow } from "@jinlin/core/rotating-chair"
import { fairnessColumns, fairnessName } from "../fairness.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup } from "./markup.ts"

/** Turns as blocks in a row, so that they can be counted: those it had are filled, those that are published are outlined. */
const chart = (row: FairnessRow, { id, most, voice }: { id: string; most: number; voice: Voice }): Markup => {
  const { published, turns } = row
  const blocks = Array.from({ length: turns + published }, (_, index) => {
    const look = index < turns ? "had" : "coming"
    return markup`<rect class="${look}" x="${index * 10 + 1}" y="1" width="8" height="8" vector-effect="non-scaling-stroke"/>`
  })
  const description = voice.say("report.turns.chart", { unit: row.unit, turns, published })
  return markup`<svg viewBox="0 0 ${most * 10} 10" preserveAspectRatio="none" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${voice.say("report.turns.chart-title", { unit: row.unit })}</title><desc id="${id}-desc">${description}</desc>${blocks}</svg>`
}

/** A chart is never drawn wider than so many turns need, so that one turn is not a bar across the page. */
const fewestBlocks = 6

/** How the turns were shared out: a row for each unit in the order of the seats, never in the order of the counts. */
export const turnsSection = (report: FairnessReport, voice: Voice, id: string): Markup => {
  const most = Math.max(fewestBlocks, ...report.rows.map(({ published, turns }) => turns + published))
  const head = fairnessColumns.map(
    (column) => markup`<th scope="col" class="number">${voice.say(`report.fairness.${column}`)}</th>`,
  )
  const rows = report.rows.map(
    (row, index) => markup`
<tr><th scope="row">${fairnessName(row, voice)}</th><td class="chart">${chart(row, { id: `${id}-${index}`, most, voice })}</td>${fairnessColumns.map((column) => markup`<td class="number">${row[column]}</td>`)}</tr>`,
  )
  return markup`
<div class="scroll" role="region" tabindex="0" aria-label="${voice.say("report.section.turns")}">
<table class="turns"><thead><tr><th scope="col">${voice.say("report.fairness.unit")}</th><th scope="col">${voice.say("report.turns.column")}</th>${head}</tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="note">${voice.say("report.fairness.note", { spread: report.spread })}</p>`
}
