import type { CoGovernanceRow } from "../public-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { pair } from "./sittings.ts"

type Card = CoGovernanceRow["card"]

const ends: ReadonlyArray<Card["status"]> = ["rejected", "withdrawn", "revoked"]

const look = ({ status }: Card): string => (status === "closed" ? " strong" : ends.includes(status) ? " warn" : "")

/** One of the two deliberations, appraisals or disclosures: what it is called, what it is about, how far it is. */
interface Stage {
  readonly title: string
  readonly about: string
  readonly standing: "done" | "next" | "ahead" | "stopped"
  readonly said: string
}

const standings = {
  waiting: "ahead",
  running: "next",
  decided: "done",
  rejected: "stopped",
  withdrawn: "stopped",
  skipped: "done",
  again: "next",
  none: "ahead",
  linked: "done",
  "to-correct": "next",
  recorded: "done",
} as const

const deliberation = (which: "self-governance" | "joint", { deliberations }: Card, voice: Voice): Stage => {
  const { matter, on, state } = deliberations[which]
  return {
    title: voice.say("report.co-governance.deliberation", { which }),
    about: matter === null ? "" : voice.names(matter),
    standing: standings[state],
    said: voice.say("report.co-governance.state", { state, on }),
  }
}

const disclosed = (what: "decision" | "result", { disclosures }: Card, voice: Voice): Stage => {
  const { disclosure, from, state } = disclosures[what]
  return {
    title: voice.say("report.co-governance.disclosure", { what }),
    about: disclosure === null ? "" : voice.names(disclosure),
    standing: standings[state],
    said: voice.say("report.co-governance.state", { state, on: from }),
  }
}

const appraised = (which: "internal-bodies" | "co-building-units", { appraisals }: Card, voice: Voice): Stage => {
  const { appraised: units, because, by, state } = appraisals[which]
  const told = because ?? (by === null ? "" : voice.say("report.co-governance.appraised", { by, units }))
  return {
    title: voice.say("report.co-governance.appraisal", { which }),
    about: told,
    standing: standings[state],
    said: voice.say("report.co-governance.state", { state, on: null }),
  }
}

const stages = (card: Card, voice: Voice): Markup => {
  const all = [
    deliberation("self-governance", card, voice),
    deliberation("joint", card, voice),
    disclosed("decision", card, voice),
    disclosed("result", card, voice),
    appraised("internal-bodies", card, voice),
    appraised("co-building-units", card, voice),
  ]
  return markup`<ol class="steps">${all.map(
    ({ about, said, standing, title }) =>
      markup`<li class="${standing}"><strong>${title}</strong><span>${about}</span><em>${said}</em></li>`,
  )}</ol>`
}

const dated = (term: string, day: string | null | undefined, voice: Voice): Part =>
  day === null || day === undefined ? null : pair(term, voice.say("report.day", { day }))

const card = ({ card: row, coGovernance }: CoGovernanceRow, voice: Voice, id: string): Markup => {
  const { begunOn, combine, endedOn, openedOn, resolution, result, status, title, touched } = row
  const term = (name: string): string => voice.say(`report.co-governance.term.${name}`)
  const facts: ReadonlyArray<Part> = [
    pair(term("combine"), voice.say("report.co-governance.combine", { combine })),
    touched.length === 0 ? null : pair(term("touched"), voice.say("report.names", { ids: touched })),
    dated(term("opened"), openedOn, voice),
    dated(term("resolved"), resolution?.since, voice),
    dated(term("begun"), begunOn, voice),
    dated(term("implemented"), result?.implementedOn, voice),
    dated(term("ended"), endedOn, voice),
  ]
  return markup`
<section class="matter" id="${id}"><h3>${voice.names(coGovernance)} <span class="mark${look(row)}">${voice.say("report.co-governance.status", { status })}</span></h3>
<p class="lead">${title}</p>
${stages(row, voice)}
<dl class="facts">${facts}</dl></section>`
}

/** Where each matter stands that goes through two deliberations, appraisals and disclosures. It names no people. */
export const coGovernanceSection = (rows: ReadonlyArray<CoGovernanceRow>, voice: Voice, id: string): Markup =>
  markup`${rows.map((row, index) => card(row, voice, `${id}-${index}`))}`
