import { coGovernanceTimeline } from "@jinlin/core/co-governance"
import { timeline as covenantTimeline } from "@jinlin/core/covenant"
import {
  type Audience,
  type DeliberationEvent,
  seesNames,
  timeline as shownToEverybody,
  withholdsChoices,
} from "@jinlin/core/deliberation"
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

/**
 * The outcomes of which an audience is not told how many chose what: secret votes of few, for whoever does not serve the body. Rule
 * DELIBERATION-30.
 */
export const withheldIn = (entries: ReadonlyArray<Entry>, shown: ReportFor): ReadonlySet<DeliberationEvent> => {
  const modes = new Map<string, Extract<DeliberationEvent, { readonly _tag: "BallotOpened" }>["ballot"]["mode"]>()
  const withheld = new Set<DeliberationEvent>()
  for (const entry of namesPeople(shown) ? [] : entries) {
    if (entry.process !== "deliberation") continue
    const { event, matter } = entry
    if (event._tag === "BallotOpened") modes.set(`${matter} ${event.round}`, event.ballot.mode)
    if (!("judgement" in event)) continue
    const mode = modes.get(`${matter} ${event.round}`) ?? null
    if (withholdsChoices(mode, event.judgement.tally)) withheld.add(event)
  }
  return withheld
}
