import type { ChairBoard } from "../chair-board.ts"
import type { MatterRow } from "../matter-board.ts"
import { type MeetingRow, wasHeld } from "../meeting-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup } from "./markup.ts"

/** What a summary counts, over every conference of a story. */
export interface Summed {
  readonly meetings: ReadonlyArray<MeetingRow>
  readonly boards: ReadonlyArray<ChairBoard>
  readonly matters: ReadonlyArray<MatterRow>
  /** Member units of each conference at the end. */
  readonly units: number
  readonly events: number
  readonly tasks: number
}

type Figure = readonly [name: string, figure: number, aside: string]

const decidedOf = (matters: ReadonlyArray<MatterRow>, voice: Voice): Figure => {
  const decided = matters.filter(({ state }) => state.status === "decided")
  return ["matters", decided.length, voice.say("report.summary.matters-opened", { count: matters.length })]
}

/** The figures at the head of a report. */
export const summarySection = ({ boards, events, matters, meetings, tasks, units }: Summed, voice: Voice): Markup => {
  const resolutions = meetings.flatMap((meeting) => meeting.resolutions)
  const adopted = resolutions.filter(({ result }) => result === "adopted")
  const served = boards.reduce((sum, { serving }) => sum + serving, 0)
  const ahead = boards.reduce(
    (sum, { serving, terms }) => sum + terms.filter(({ ordinal }) => ordinal > serving).length,
    0,
  )
  const figures: ReadonlyArray<Figure> = [
    ["meetings", meetings.filter(wasHeld).length, voice.say("report.summary.meetings-set", { count: meetings.length })],
    [
      "adopted",
      adopted.length,
      voice.say("report.summary.done", { count: adopted.filter(({ closedOn }) => closedOn !== null).length }),
    ],
    ["lost", resolutions.length - adopted.length, ""],
    ...(matters.length === 0 ? [] : [decidedOf(matters, voice)]),
    ["terms", served, voice.say("report.summary.terms-ahead", { count: ahead })],
    ["units", units, ""],
    ["events", events, tasks === 0 ? "" : voice.say("report.summary.tasks", { count: tasks })],
  ]
  return markup`<dl class="figures">${figures.map(
    ([name, figure, aside]) =>
      markup`<div><dt>${voice.say(`report.summary.${name}`)}</dt><dd>${figure}${aside === "" ? null : markup`<span class="aside">${aside}</span>`}</dd></div>`,
  )}</dl>`
}
