import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { CoGovernanceEvent } from "../events.ts"

/** One day on which something happened to a matter. It names matters, bodies, units and documents, and no people. */
export interface CoGovernanceEntry {
  readonly on: CivilDate
  readonly what: CoGovernanceEvent["_tag"]
  /** Which deliberation, disclosure or appraisal; null: the whole matter. */
  readonly of: string | null
  /** The digest of the document that it is about. */
  readonly document: string | null
  /** The matter, disclosure or appraisal that it is about. */
  readonly about: string | null
  /** The reason that was given. */
  readonly because: string | null
}

const documentOf = (event: CoGovernanceEvent): string | null => {
  if ("text" in event) return event.text
  if ("report" in event) return event.report
  if ("proves" in event) return event.proves
  if ("result" in event) return event.result
  if (event._tag === "OutcomeRecorded" && event.outcome._tag === "Decided") return event.outcome.text
  return null
}

const aboutOf = (event: CoGovernanceEvent): string | null => {
  if ("matter" in event) return event.matter
  if ("disclosure" in event) return event.disclosure
  if ("appraisal" in event) return event.appraisal
  return event._tag === "ResolutionRevoked" ? event.by : null
}

const ofWhich = (event: CoGovernanceEvent): string | null => {
  if ("which" in event) return event.which
  return "what" in event ? event.what : null
}

/** What happened to a matter, in order. */
export const coGovernanceTimeline: Projection<ReadonlyArray<CoGovernanceEntry>, CoGovernanceEvent> = {
  initial: [],
  evolve: (entries, event) => [
    ...entries,
    {
      on: event.on,
      what: event._tag,
      of: ofWhich(event),
      document: documentOf(event),
      about: aboutOf(event),
      because: "reason" in event ? event.reason : null,
    },
  ],
}
