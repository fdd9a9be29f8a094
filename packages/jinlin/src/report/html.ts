import { membersOf } from "@jinlin/core/joint-conference"
import type { Language, Reader } from "@jinlin/messages"
import type { Story } from "../journal/story.ts"
import { namesPeople, type ReportFor } from "./audience.ts"
import { type ChairBoard, chairBoard } from "./chair-board.ts"
import { fairnessOf } from "./fairness.ts"
import { calendarSection } from "./html/calendar.ts"
import { coGovernanceSection } from "./html/co-governance.ts"
import { covenantsSection } from "./html/covenants.ts"
import { disclosuresSection } from "./html/disclosures.ts"
import { type Markup, markup } from "./html/markup.ts"
import { mattersSection } from "./html/matters.ts"
import { meetingsSection, resolutionsSection } from "./html/meetings.ts"
import { noticesSection } from "./html/notices.ts"
import { refusedSection } from "./html/refused.ts"
import { rulesSection } from "./html/rules.ts"
import { style } from "./html/style.ts"
import { summarySection } from "./html/summary.ts"
import { termsSection } from "./html/terms.ts"
import { timelineSection } from "./html/timeline.ts"
import { turnsSection } from "./html/turns.ts"
import { type MatterRow, mattersOf } from "./matter-board.ts"
import { type MeetingRow, meetingsOf } from "./meeting-board.ts"
import { type Period, periodOf } from "./period.ts"
import { coGovernancesOf, covenantsOf, disclosuresOf } from "./public-board.ts"
import { timeline } from "./timeline.ts"
import { type Voice, voiceFor } from "./voice.ts"

interface Chapter {
  readonly conference: string
  readonly board: ChairBoard
  readonly meetings: ReadonlyArray<MeetingRow>
}

interface Setting {
  readonly story: Story
  readonly matters: ReadonlyArray<MatterRow>
  readonly period: Period
  readonly voice: Voice
  readonly shown: ReportFor
}

/** One conference: its chair and its meetings. */
const chapter = ({ board, conference, meetings }: Chapter, id: string, { period, story, voice }: Setting): Markup => {
  const turns = fairnessOf(story, conference)
  const chair =
    board.seats.length === 0
      ? markup`<p>${voice.say("report.calendar.empty")}</p>`
      : markup`
<h3>${voice.say("report.section.calendar")}</h3>${calendarSection({ board, period, voice, units: turns.rows.map(({ unit }) => unit) })}
<h3>${voice.say("report.section.terms")}</h3>${termsSection(board, voice)}
<h3>${voice.say("report.section.turns")}</h3>${turnsSection(turns, voice, `${id}-turns`)}`
  return markup`
<section id="${id}"><h2>${voice.say("report.section.conference", { conference })}</h2>${chair}
<h3>${voice.say("report.section.meetings")}</h3>${meetingsSection(meetings, voice, `${id}-meeting`)}
<h3>${voice.say("report.section.resolutions")}</h3>${resolutionsSection(meetings, { today: period.until, voice })}
</section>`
}

interface Section {
  readonly id: string
  readonly title: string
  readonly body: Markup
}

type SectionId =
  | "matters"
  | "co-governance"
  | "disclosures"
  | "covenants"
  | "timeline"
  | "notices"
  | "refused"
  | "reading"

/** What everybody may see of matters with two deliberations, of what was published, and of covenants. */
const publicParts = ({ story, voice }: Setting): ReadonlyArray<readonly [SectionId, Markup]> => {
  const [together, published, covenants] = [coGovernancesOf(story), disclosuresOf(story), covenantsOf(story)]
  return [
    ...(together.length === 0 ? [] : [["co-governance", coGovernanceSection(together, voice, "together")] as const]),
    ...(published.length === 0 ? [] : [["disclosures", disclosuresSection(published, voice)] as const]),
    ...(covenants.length === 0 ? [] : [["covenants", covenantsSection(covenants, voice, "covenant")] as const]),
  ]
}

const sectionsOf = (chapters: ReadonlyArray<Chapter>, setting: Setting): ReadonlyArray<Section> => {
  const { matters, shown, story, voice } = setting
  const lines = timeline(story, { language: voice.language, names: voice.names }, shown)
  const ofOffice = namesPeople(shown)
  const part = (id: SectionId, body: Markup): Section => {
    const title = voice.say(`report.section.${id}`)
    return { id, title, body: markup`<section id="${id}"><h2>${title}</h2>${body}</section>` }
  }
  return [
    ...chapters.map((each, index) => {
      const id = `conference-${index + 1}`
      const title = voice.say("report.section.conference", { conference: each.conference })
      return { id, title, body: chapter(each, id, setting) }
    }),
    ...(matters.length === 0 ? [] : [part("matters", mattersSection(matters, setting, "matter"))]),
    ...publicParts(setting).map(([id, body]) => part(id, body)),
    part("timeline", timelineSection(lines, { home: story.charter.community, voice })),
    ...(ofOffice ? [part("notices", noticesSection(story.notices, voice))] : []),
    ...(story.refused.length === 0 || !ofOffice ? [] : [part("refused", refusedSection(story.refused, voice))]),
    part(
      "reading",
      rulesSection(
        lines.flatMap(({ rules }) => rules),
        voice,
      ),
    ),
  ]
}

const page = (title: string, body: Markup, voice: Voice): string =>
  markup`<!doctype html>
<html lang="${voice.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>${body}</body>
</html>
`.toString()

/**
 * A story as one HTML file for one reader: it needs no network, no script and no font of its own, and is made to be read on a
 * screen, on a telephone and on paper. Everything that comes from data is escaped. The same story gives the same file. It says for
 * whom it is made: those who serve the bodies unless another audience is named. Rule REPORT-1.
 */
export const htmlReport = (story: Story, reader: Language | Reader, shown: ReportFor = {}): string => {
  const voice = voiceFor(story.charter, reader)
  const { community } = story.charter
  const period = periodOf(story)
  const title = voice.say("report.title", { community })
  if (period === undefined)
    return page(title, markup`<main><h1>${title}</h1><p>${voice.say("report.nothing")}</p></main>`, voice)
  const chapters = [...story.standings.keys()].map((conference) => ({
    conference,
    board: chairBoard(story, conference),
    meetings: meetingsOf(story, conference),
  }))
  const matters = mattersOf(story)
  const sections = sectionsOf(chapters, { story, matters, period, voice, shown })
  const summed = {
    boards: chapters.map(({ board }) => board),
    meetings: chapters.flatMap(({ meetings }) => meetings),
    matters,
    units: new Set([...story.standings.values()].flatMap(({ conference }) => membersOf(conference.units))).size,
    events: story.entries.length,
    tasks: story.tasks.length,
  }
  const links = sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>`)
  return page(
    title,
    markup`
<header><h1>${title}</h1><p class="lead">${voice.say("report.period", { ...period })}</p>
${matters.length === 0 ? null : markup`<p class="note">${voice.say(namesPeople(shown) ? "report.for.staff" : "report.for.public")}</p>`}
${summarySection(summed, voice)}
<nav aria-label="${voice.say("report.contents")}"><ul>${links}</ul></nav></header>
<main>${sections.map(({ body }) => body)}</main>`,
    voice,
  )
}
