import type { Finding } from "@jinlin/core/kernel"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { stackingTable } from "./table.ts"

interface Weighed {
  readonly count: number
  readonly of: number
  readonly needed: number
}

/** What was counted against what, where a finding counts at all. */
const weighedIn = ({ facts: { count, needed, of } }: Finding): Weighed | undefined =>
  typeof count === "number" && typeof of === "number" && typeof needed === "number" ? { count, of, needed } : undefined

/** So wide a picture is drawn, whatever is counted. */
const wide = 1000

/** What there is against what is needed, as a bar with a line; in words for whoever does not see it. */
const bar = ({ count, needed, of }: Weighed, said: string, { id, title }: { id: string; title: string }): Markup => {
  const most = Math.max(of, needed, 1)
  const at = (value: number): number => Math.round((value / most) * wide)
  return markup`<div class="quorum"><svg viewBox="0 0 ${wide} 10" preserveAspectRatio="none" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${said}</desc><rect class="whole" x="0" y="1" width="${at(of)}" height="8" vector-effect="non-scaling-stroke"/><rect class="present" x="0" y="1" width="${at(count)}" height="8"/><line class="needed" x1="${at(needed)}" x2="${at(needed)}" y1="0" y2="10" vector-effect="non-scaling-stroke"/></svg></div>`
}

const article = ({ citation }: Finding, voice: Voice): string =>
  citation === undefined ? "–" : voice.say("report.matters.law", { ...citation, article: citation.article ?? null })

const row = (finding: Finding, voice: Voice, id: string): ReadonlyArray<Part> => {
  const { facts, flippedBy, holds, rule, shortBy } = finding
  const weighed = weighedIn(finding)
  const measure = facts["measure"] === "area" ? "area" : "heads"
  const asked = voice.say("report.matters.asked", { rule, measure })
  const amount = (value: number): string => voice.say("report.matters.amount", { measure, value })
  const result = holds
    ? voice.say("report.matters.met")
    : voice.say("report.matters.short", { by: shortBy === undefined ? "–" : amount(shortBy) })
  return [
    [asked, weighed === undefined ? null : bar(weighed, voice.finding(finding), { id, title: asked })],
    weighed === undefined
      ? "–"
      : markup`${amount(weighed.count)}<br><span class="note">${voice.say("report.matters.of", { base: facts["base"] ?? "", amount: amount(weighed.of) })}</span>`,
    weighed === undefined
      ? "–"
      : markup`${amount(weighed.needed)}<br><span class="note">${voice.say("report.matters.share", { comparison: facts["comparison"] ?? "", share: facts["share"] ?? "" })}</span>`,
    markup`<span class="mark${holds ? " strong" : " warn"}">${result}</span>${flippedBy === undefined || !holds ? null : markup`<br><span class="note">${voice.say("report.matters.margin", { by: amount(flippedBy) })}</span>`}`,
    article(finding, voice),
  ]
}

/** Every threshold of a sitting: what it asks, what was counted, what was needed, how near it was, and the article. */
export const findingsTable = (findings: ReadonlyArray<Finding>, voice: Voice, id: string): Part => {
  if (findings.length === 0) return null
  const columns = (["asked", "counted", "needed", "result", "law"] as const).map((column) => ({
    name: voice.say(`report.matters.column.${column}`),
  }))
  return stackingTable(
    columns,
    findings.map((finding, index) => row(finding, voice, `${id}-${index}`)),
  )
}
