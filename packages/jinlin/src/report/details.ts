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

/** The findings that an event carries: a quorum, a majority. */
export const findingsIn = (event: Entry["event"]): ReadonlyArray<Finding> => {
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
    event._tag === "AttendanceRecorded" && event.by === "alternate" ? [event.unit] : [],
  )
  return units.length === 0 ? [] : [voice.say("report.by-alternate", { units: [...new Set(units)] })]
}

const explained = (bunch: Bunch, voice: Voice): ReadonlyArray<string> => {
  const { entries, first } = bunch
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
      return findingsIn(event).map(voice.finding)
  }
}

/** What explains a line: why a unit sits in a term, what was counted for a quorum; without what the sentence says already. */
export const detailsOf = (bunch: Bunch, sentence: string, voice: Voice): ReadonlyArray<string> =>
  explained(bunch, voice).filter((detail) => !sentence.includes(detail.replace(/[.。]$/u, "")))
