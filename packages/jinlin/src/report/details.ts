import { type DeliberationEvent, fewestSecretBallots, withoutChoices } from "@jinlin/core/deliberation"
import type { Finding } from "@jinlin/core/kernel"
import type { Term } from "@jinlin/core/rotating-chair"
import type { Entry } from "../journal/story.ts"
import type { Bunch } from "./bunches.ts"
import type { Voice } from "./voice.ts"

/** Every reason why a unit sits in a term, the latest last (CHAIR-19). */
export const reasonsOf = ({ because }: Pick<Term, "because">, voice: Voice): ReadonlyArray<string> =>
  because.map(voice.reason)

const termLine = (term: Term, voice: Voice): string =>
  voice.sentences([
    voice.say("report.term-line", { ...term, days: voice.say("report.terms.days", term) }),
    ...reasonsOf(term, voice),
  ])

/** The findings that what happened to a matter carries: those of a judgement, and that the law changed after the call. */
const findingsOfMatter = (event: DeliberationEvent): ReadonlyArray<Finding> => {
  const changed = "lawChange" in event && event.lawChange !== null ? [event.lawChange] : []
  return "judgement" in event ? [...event.judgement.findings, ...changed] : changed
}

/** The findings that an event carries: a quorum, a majority. */
export const findingsIn = (entry: Entry): ReadonlyArray<Finding> => {
  if (entry.process === "deliberation") return findingsOfMatter(entry.event)
  const { event } = entry
  switch (event._tag) {
    case "MeetingFoundQuorate":
    case "MeetingFoundInquorate":
      return [event.finding]
    case "ResolutionAdopted":
    case "ResolutionLost":
      return [event.quorum, event.majority]
    default:
      return []
  }
}

const byAlternate = ({ entries }: Bunch, voice: Voice): ReadonlyArray<string> => {
  const units = entries.flatMap(({ event }) =>
    event._tag === "AttendanceRecorded" && "unit" in event && event.by === "alternate" ? [event.unit] : [],
  )
  return units.length === 0 ? [] : [voice.say("report.by-alternate", { units: [...new Set(units)] })]
}

/** What details are made with: in which words, of which outcomes no choice is told, and whether voters may be named. */
interface Detailing {
  readonly voice: Voice
  readonly withheld: ReadonlySet<DeliberationEvent>
  readonly isNamed: boolean
}

/** Of a secret vote of few: that what was counted is not told, and what says nothing of it. */
const withoutCounts = (event: DeliberationEvent, voice: Voice): ReadonlyArray<string> => [
  voice.say("report.withheld.choices", { fewest: fewestSecretBallots }),
  ...("judgement" in event ? withoutChoices(event.judgement.findings).map(voice.finding) : []),
  ...("lawChange" in event && event.lawChange !== null ? [voice.finding(event.lawChange)] : []),
]

/** What explains an outcome of a matter; the verdict itself is the sentence above it, and whose ballot gave way is for the body. */
const ofMatter = (event: DeliberationEvent, { isNamed, voice, withheld }: Detailing): ReadonlyArray<string> => {
  if (withheld.has(event)) return withoutCounts(event, voice)
  return "judgement" in event
    ? voice
        .explanation(event)
        .flatMap(({ role, text }) => (role === "verdict" || (role === "aside" && !isNamed) ? [] : [text]))
    : findingsOfMatter(event).map(voice.finding)
}

const explained = (bunch: Bunch, detailing: Detailing): ReadonlyArray<string> => {
  const { entries, first } = bunch
  const { voice } = detailing
  if (first.process === "deliberation") return ofMatter(first.event, detailing)
  const { event } = first
  switch (event._tag) {
    case "AttendanceRecorded":
      return byAlternate(bunch, voice)
    case "TurnMoved":
      return reasonsOf(event, voice)
    case "TermPublished":
      return entries.length === 1
        ? reasonsOf(event.term, voice)
        : entries.flatMap(({ event: each }) => (each._tag === "TermPublished" ? [termLine(each.term, voice)] : []))
    default:
      return findingsIn(first).map(voice.finding)
  }
}

/** What explains a line: why a unit sits in a term, what was counted for a quorum; without what the sentence says already. */
export const detailsOf = (bunch: Bunch, sentence: string, detailing: Detailing): ReadonlyArray<string> =>
  explained(bunch, detailing).filter((detail) => !sentence.includes(detail.replace(/[.。]$/u, "")))
