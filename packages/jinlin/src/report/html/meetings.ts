import type { ResolutionEntry } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { MeetingRow } from "../meeting-board.ts"
import type { Voice } from "../voice.ts"
import { type Markup, markup, type Part } from "./markup.ts"
import { stackingTable } from "./table.ts"

const line = (term: string, description: Part): Markup => markup`<dt>${term}</dt><dd>${description}</dd>`

const factsOf = ({ quorum }: MeetingRow): { count: number; of: number; needed: number } | undefined => {
  const { count, needed, of } = quorum?.facts ?? {}
  return typeof count === "number" && typeof of === "number" && typeof needed === "number"
    ? { count, of, needed }
    : undefined
}

const chart = (row: MeetingRow, voice: Voice, id: string): Part => {
  const facts = factsOf(row)
  if (facts === undefined) return null
  const { count, needed, of } = facts
  const description = voice.say("report.meetings.chart", { count, of, needed })
  return markup`<div class="quorum"><svg viewBox="0 0 ${Math.max(of, needed, 1) * 10} 10" preserveAspectRatio="none" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${voice.say("report.meetings.chart-title", { meeting: row.meeting })}</title><desc id="${id}-desc">${description}</desc><rect class="whole" x="0" y="1" width="${of * 10}" height="8" vector-effect="non-scaling-stroke"/><rect class="present" x="0" y="1" width="${count * 10}" height="8"/><line class="needed" x1="${needed * 10}" x2="${needed * 10}" y1="0" y2="10" vector-effect="non-scaling-stroke"/></svg></div>`
}

const attendance = (row: MeetingRow, voice: Voice, id: string): Part => {
  const { absent, present, quorum } = row
  if (quorum === null) return null
  return [
    line(voice.say("report.meetings.quorum"), [voice.finding(quorum), chart(row, voice, id)]),
    present.length === 0
      ? null
      : line(voice.say("report.meetings.present"), voice.say("report.names", { ids: present })),
    absent.length === 0 ? null : line(voice.say("report.meetings.absent"), voice.say("report.names", { ids: absent })),
  ]
}

const agenda = ({ agenda: items }: MeetingRow, voice: Voice): Part =>
  items.length === 0
    ? null
    : line(
        voice.say("report.meetings.agenda"),
        markup`<ol>${items.map(({ proposedBy, title }) => markup`<li>${voice.say("report.meetings.item", { title, unit: proposedBy })}</li>`)}</ol>`,
      )

/** What the item was about, as the agenda has it. */
const titleOf = ({ agenda: items }: Pick<MeetingRow, "agenda">, { item }: ResolutionEntry): string | undefined =>
  items.find((known) => known.item === item)?.title

const titled = (title: string | undefined, voice: Voice): ReadonlyArray<string> =>
  title === undefined ? [] : [voice.say("report.resolutions.item", { title })]

const resolved = (entry: ResolutionEntry, row: MeetingRow, voice: Voice): Markup => {
  const { majority, presided, recused, resolution, result } = entry
  const presider = presided._tag === "Convenor" ? null : presided.unit
  const facts = [
    voice.finding(majority),
    voice.say(`report.resolutions.presided.${presided._tag}`, { unit: presider }),
    ...(recused.length === 0 ? [] : [voice.say("report.resolutions.recused", { units: recused })]),
  ]
  return markup`<li><span class="mark${result === "adopted" ? " strong" : ""}">${voice.say(`report.resolutions.${result}`)}</span> ${voice.names(resolution)}<br><span class="note">${voice.sentences([...titled(titleOf(row, entry), voice), ...facts])}</span></li>`
}

/** One meeting, whole: it is never parted by the end of a page. */
const card = (row: MeetingRow, voice: Voice, id: string): Markup => {
  const { because, chairUnit, continues, meeting, minutesOn, noticedOn, resolutions, status } = row
  const chair = chairUnit === null ? voice.say("report.meetings.convenor") : voice.names(chairUnit)
  const reason =
    because === null
      ? null
      : line(voice.say(`report.meetings.${status === "adjourned" ? "put-off" : "reason"}`), voice.names(because))
  return markup`
<article class="meeting" aria-labelledby="${id}"><h4 id="${id}">${voice.names(meeting)} <span class="mark${status === "cancelled" || status === "adjourned" || status === "inquorate" ? " warn" : ""}">${voice.say(`report.meetings.status.${status}`)}</span></h4>
<p class="lead">${voice.say("report.meetings.when", { ...row })}</p>
<dl>${line(voice.say("report.meetings.chair"), chair)}
${continues === null ? null : line(voice.say("report.meetings.continues"), voice.names(continues))}
${noticedOn === null ? null : line(voice.say("report.meetings.noticed"), voice.say("report.day", { day: noticedOn }))}
${attendance(row, voice, `${id}-quorum`)}
${agenda(row, voice)}
${resolutions.length === 0 ? null : line(voice.say("report.meetings.resolutions"), markup`<ul>${resolutions.map((entry) => resolved(entry, row, voice))}</ul>`)}
${minutesOn === null ? null : line(voice.say("report.meetings.minutes"), voice.say("report.day", { day: minutesOn }))}
${reason}</dl></article>`
}

/** Every meeting that was set, with who came against how many had to. */
export const meetingsSection = (meetings: ReadonlyArray<MeetingRow>, voice: Voice, id: string): Markup =>
  meetings.length === 0
    ? markup`<p>${voice.say("report.meetings.none")}</p>`
    : markup`${meetings.map((row, index) => card(row, voice, `${id}-${index}`))}`

const done = ({ closedOn, dueOn, result }: ResolutionEntry, today: CivilDate, voice: Voice): Markup => {
  if (result === "lost") return markup`–`
  if (closedOn !== null)
    return markup`<span class="day">${voice.say("report.resolutions.done", { on: closedOn })}</span>`
  const isLate = dueOn < today
  return markup`<span class="mark${isLate ? " warn" : ""}">${voice.say(isLate ? "report.resolutions.overdue" : "report.resolutions.open")}</span>`
}

const row = (entry: ResolutionEntry, title: string | undefined, { today, voice }: Around): ReadonlyArray<Part> => {
  const { dueOn, meeting, on, resolution, responsibleUnit, result } = entry
  const isAdopted = result === "adopted"
  const day = (date: CivilDate): Markup => markup`<span class="day">${voice.say("report.day", { day: date })}</span>`
  return [
    markup`${voice.names(resolution)}${title === undefined ? null : markup`<br><span class="note">${title}</span>`}`,
    markup`${voice.names(meeting)}<br><span class="note">${day(on)}</span>`,
    markup`<span class="mark${isAdopted ? " strong" : ""}">${voice.say(`report.resolutions.${result}`)}</span>`,
    isAdopted ? voice.names(responsibleUnit) : "–",
    isAdopted ? day(dueOn) : "–",
    done(entry, today, voice),
  ]
}

interface Around {
  readonly today: CivilDate
  readonly voice: Voice
}

/** What was put to the vote: the result, who answers for it, by when, and whether it is done. */
export const resolutionsSection = (meetings: ReadonlyArray<MeetingRow>, around: Around): Markup => {
  const { voice } = around
  const rows = meetings.flatMap((meeting) =>
    meeting.resolutions.map((entry) => row(entry, titleOf(meeting, entry), around)),
  )
  if (rows.length === 0) return markup`<p>${voice.say("report.resolutions.none")}</p>`
  const columns = (["resolution", "meeting", "result", "responsible", "due", "done"] as const).map((column) => ({
    name: voice.say(`report.column.${column}`),
  }))
  return stackingTable(columns, rows)
}
