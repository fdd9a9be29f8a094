import type { CovenantRow } from "../public-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { pair } from "./sittings.ts"
import { stackingTable } from "./table.ts"

type Version = CovenantRow["card"]["versions"][number]

const note = (text: string): Markup => markup`<br><span class="note">${text}</span>`

const filing = ({ fileBy, filedOn, lateDays, version }: Version, { receipts }: CovenantRow, voice: Voice): Part => {
  const receipt = receipts.get(version)
  if (filedOn === null || receipt === undefined)
    return fileBy === null ? voice.say("report.covenants.no-filing") : voice.say("report.covenants.file-by", { fileBy })
  return [
    voice.say("report.covenants.filed", { filedOn, with: receipt.with, receipt: receipt.receipt }),
    lateDays === 0 ? null : note(voice.say("report.covenants.late", { lateDays })),
  ]
}

const inForce = ({ from, overtaken, until }: Version, voice: Voice): string =>
  overtaken ? voice.say("report.covenants.overtaken") : voice.say("report.covenants.in-force", { from, until })

const versions = (row: CovenantRow, voice: Voice): Markup => {
  const columns = (["version", "decided", "force", "filing", "orders"] as const).map((column) => ({
    name: voice.say(`report.covenants.column.${column}`),
  }))
  return stackingTable(
    columns,
    row.card.versions.map((version) => [
      voice.say("report.covenants.version", { version: version.version }),
      voice.say("report.covenants.decided", { on: version.decidedOn, matter: version.matter }),
      inForce(version, voice),
      filing(version, row, voice),
      version.orders.length === 0 ? "–" : voice.say("report.names", { ids: version.orders }),
    ]),
  )
}

const comments = ({ comments: all }: CovenantRow, voice: Voice): Part => {
  if (all.length === 0) return null
  const columns = (["comment", "clause", "received", "disposition"] as const).map((column) => ({
    name: voice.say(`report.covenants.column.${column}`),
  }))
  const rows = all.map(({ clause, comment, disposition, reason, receivedOn }) => [
    voice.names(comment),
    clause === null ? voice.say("report.covenants.whole") : voice.names(clause),
    voice.say("report.day", { day: receivedOn }),
    disposition === null
      ? voice.say("report.covenants.not-disposed")
      : [voice.say("report.covenants.disposition", { disposition }), note(reason ?? "")],
  ])
  return markup`<h4>${voice.say("report.covenants.comments")}</h4>${stackingTable(columns, rows)}`
}

const draftFacts = ({ card: { draft, repealedFrom } }: CovenantRow, voice: Voice): Part => {
  const facts: ReadonlyArray<Part> = [
    draft === null
      ? null
      : pair(voice.say("report.covenants.draft"), voice.say("report.covenants.draft-stands", { ...draft })),
    repealedFrom === null
      ? null
      : pair(voice.say("report.covenants.repealed"), voice.say("report.day", { day: repealedFrom })),
  ]
  return facts.every((fact) => fact === null) ? null : markup`<dl class="facts">${facts}</dl>`
}

const card = (row: CovenantRow, voice: Voice, id: string): Markup => {
  const { kind, title } = row.card
  return markup`
<section class="matter" id="${id}"><h3>${voice.names(row.covenant)}</h3>
<p class="lead">${voice.say("report.covenants.kind", { kind, title })}</p>
${draftFacts(row, voice)}${row.card.versions.length === 0 ? null : versions(row, voice)}${comments(row, voice)}</section>`
}

/** Each covenant with its versions, when they held and where they were filed, and what became of each comment. It names no people. */
export const covenantsSection = (rows: ReadonlyArray<CovenantRow>, voice: Voice, id: string): Markup =>
  markup`${rows.map((row, index) => card(row, voice, `${id}-${index}`))}`
