import { coGovernanceTimeline } from "@jinlin/core/co-governance"
import { timeline as covenantTimeline } from "@jinlin/core/covenant"
import { type Audience, seesNames, timeline as shownToEverybody } from "@jinlin/core/deliberation"
import { timeline as disclosureTimeline } from "@jinlin/core/disclosure"
import type { Entry } from "../journal/story.ts"

/** For whom a report is made. */
export interface ReportFor {
  /** Those who serve the bodies unless it is given; `public` and `parties` see of matters what DELIBERATION-24 shows them. */
  readonly audience?: Audience | undefined
}

/** Whether a report names who was recused and why, for whom somebody typed, and what else a body keeps to itself. */
export const namesPeople = ({ audience = "staff" }: ReportFor): boolean => seesNames(audience)

/** Whether the public timeline of a process has an event: what it does not have, nobody else is told. */
const isShownToEverybody = (entry: Entry): boolean => {
  switch (entry.process) {
    case "joint-conference":
    case "rotating-chair":
      return true
    case "deliberation":
      return shownToEverybody.evolve([], entry.event).length > 0
    case "co-governance":
      return coGovernanceTimeline.evolve([], entry.event).length > 0
    case "covenant":
      return covenantTimeline.evolve([], entry.event).length > 0
    case "disclosure":
      return disclosureTimeline.evolve([], entry.event).length > 0
  }
}

/** Whether an audience is told of an event at all: those who serve the bodies of all, everybody else of what the public timelines have. */
export const isToldTo = (entry: Entry, shown: ReportFor): boolean => namesPeople(shown) || isShownToEverybody(entry)
