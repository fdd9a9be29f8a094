import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DeliberationEvent } from "../events.ts"

/** One day on which something happened to a matter that everybody may see. It names no people and no voters. */
export interface TimelineEntry {
  readonly on: CivilDate
  readonly what: DeliberationEvent["_tag"]
  readonly round: number | null
  readonly step: string | null
  /** The reason that was given. */
  readonly because: string | null
  /** What explains an outcome, and that the law had changed. */
  readonly findings: ReadonlyArray<Finding>
}

const entry = (event: DeliberationEvent, on: CivilDate, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  on,
  what: event._tag,
  round: "round" in event ? event.round : null,
  step: "step" in event ? event.step : null,
  because: null,
  findings: [],
  ...more,
})

/** What everybody may see of an event; null: it is of the body alone, such as its roll. */
const entryOf = (event: DeliberationEvent): TimelineEntry | null => {
  switch (event._tag) {
    case "MatterOpened":
    case "BallotClosed":
    case "MatterDecided":
    case "MatterRejected":
    case "RegisterFiled":
      return entry(event, event.on)
    case "StepCalled":
      return entry(event, event.calledOn, { because: event.urgent })
    case "BallotOpened":
      return entry(event, event.ballot.openedOn)
    case "CallCancelled":
    case "BallotAnnulled":
    case "BallotExtended":
    case "StepRebased":
    case "MatterWithdrawn":
      return entry(event, event.on, { because: event.reason })
    case "OpinionRecorded":
      return entry(event, event.on, {
        because: event.reason,
        findings: event.lawChange === null ? [] : [event.lawChange],
      })
    case "StepPassed":
    case "StepLost":
    case "TextAmended":
    case "MatterReturned": {
      const { findings } = event.judgement
      return entry(event, event.on, { findings: event.lawChange === null ? findings : [...findings, event.lawChange] })
    }
    default:
      return null
  }
}

/** What happened to a matter, in order, with what explains each outcome. */
export const timeline: Projection<ReadonlyArray<TimelineEntry>, DeliberationEvent> = {
  initial: [],
  evolve: (entries, event) => {
    const next = entryOf(event)
    return next === null ? entries : [...entries, next]
  },
}
