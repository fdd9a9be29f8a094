import type { MatterRow } from "../matter-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { pair, type Setting, sittingCard } from "./sittings.ts"
import { stackingTable } from "./table.ts"

/** How a matter stands, as its mark shows it. */
const look = ({ state }: MatterRow): string =>
  state.status === "decided" ? " strong" : state.status === "rejected" || state.status === "withdrawn" ? " warn" : ""

const status = (row: MatterRow, voice: Voice): Markup =>
  markup`<span class="mark${look(row)}">${voice.say(`report.matters.status.${row.state.status}`)}</span>`

/** The steps in their order, each with how it stands; said in words as well as shown. */
const steps = ({ steps: all }: MatterRow, voice: Voice): Markup =>
  markup`<ol class="steps">${all.map(
    ({ body, standing, step }) =>
      markup`<li class="${standing}"><strong>${voice.say("report.matters.step", { step })}</strong><span>${voice.names(body)}</span><em>${voice.say(`report.matters.standing.${standing}`)}</em></li>`,
  )}</ol>`

const card = (row: MatterRow, setting: Setting, id: string): Markup => {
  const { voice } = setting
  const { endedOn, opened, sittings, state } = row
  const { about } = opened
  const facts: ReadonlyArray<Part> = [
    about === null ? null : pair(voice.say("report.matters.about"), voice.say("report.matters.about-name", { about })),
    pair(voice.say("report.matters.list"), voice.say("report.matters.list-name", { list: opened.plan.list })),
    pair(
      voice.say("report.matters.opened"),
      voice.say("report.matters.opened-by", { on: opened.on, body: opened.proposer.within }),
    ),
    state.revision > 1
      ? pair(voice.say("report.matters.text"), voice.say("report.matters.revision", { revision: state.revision }))
      : null,
    endedOn === null ? null : pair(voice.say("report.matters.ended"), voice.say("report.day", { day: endedOn })),
  ]
  return markup`
<section class="matter" id="${id}"><h3>${voice.names(row.matter)} ${status(row, voice)}</h3>
<p class="lead">${opened.title}</p>
${steps(row, voice)}
<dl class="facts">${facts}</dl>
${sittings.map((sitting, index) => sittingCard(sitting, setting, `${id}-${index}`))}</section>`
}

/** The matters at a glance: what became of each, and in how many sittings. */
const overview = (rows: ReadonlyArray<MatterRow>, voice: Voice, id: string): Markup => {
  const columns = (["matter", "opened", "status", "sittings", "ended"] as const).map((column) => ({
    name: voice.say(`report.matters.column.${column}`),
    isNumber: column === "sittings",
  }))
  const day = (on: string): Markup => markup`<span class="day">${voice.say("report.day", { day: on })}</span>`
  return stackingTable(
    columns,
    rows.map((row, index) => [
      markup`<a href="#${id}-${index}">${voice.names(row.matter)}</a><br><span class="note">${row.opened.title}</span>`,
      day(row.opened.on),
      status(row, voice),
      row.sittings.length,
      row.endedOn === null ? "–" : day(row.endedOn),
    ]),
  )
}

/** Every matter with its steps, and each sitting on it with what explains its outcome. */
export const mattersSection = (rows: ReadonlyArray<MatterRow>, setting: Setting, id: string): Markup =>
  markup`${overview(rows, setting.voice, id)}${rows.map((row, index) => card(row, setting, `${id}-${index}`))}`
