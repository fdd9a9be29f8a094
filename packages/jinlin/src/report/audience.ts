import { type Audience, seesNames, timeline as shownToEverybody } from "@jinlin/core/deliberation"
import type { Entry } from "../journal/story.ts"

/** For whom a report is made. */
export interface ReportFor {
  /** Those who serve the bodies unless it is given; `public` and `parties` see of matters what DELIBERATION-24 shows them. */
  readonly audience?: Audience | undefined
}

/** Whether a report names who was recused and why, for whom somebody typed, and what else a body keeps to itself. */
export const namesPeople = ({ audience = "staff" }: ReportFor): boolean => seesNames(audience)

/** Whether an audience is told of an event at all. Of a matter everybody sees what its public timeline has. */
export const isToldTo = (entry: Entry, shown: ReportFor): boolean =>
  entry.process !== "deliberation" || namesPeople(shown) || shownToEverybody.evolve([], entry.event).length > 0
