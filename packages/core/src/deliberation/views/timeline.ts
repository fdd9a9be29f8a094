import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { BallotMode } from "../../kernel/decision-rules.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DeliberationEvent } from "../events.ts"
import { withholdsChoices, withoutChoices } from "./withheld.ts"

/** One day on which something happened to a matter that everybody may see. It names no people and no voters. */
export interface TimelineEntry {
  readonly on: CivilDate
  readonly what: DeliberationEvent["_tag"]
  readonly round: number | null
  readonly step: string | null
  /** How votes are cast in the ballot that was opened; null: none was. */
  readonly mode: BallotMode | null
  /** The reason that was given. */
  readonly because: string | null
  /** What explains an outcome, and that the law had changed; of a secret vote of few nothing that reads a choice. */
  readonly findings: ReadonlyArray<Finding>
}

const entry = (event: DeliberationEvent, on: CivilDate, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  on,
  what: event._tag,
  round: "round" in event ? event.round : null,
  step: "step" in event ? event.step : null,
  mode: null,
  because: null,
  findings: [],
  ...more,
})

type Decided = Extract<DeliberationEvent, { readonly judgement: unknown }>

/** How votes were cast in the sitting that decided. */
const modeOf = (entries: ReadonlyArray<TimelineEntry>, { round }: Decided): BallotMode | null =>
  entries.findLast((one) => one.what === "BallotOpened" && one.round === round)?.mode ?? null

const decided = (event: Decided, mode: BallotMode | null): TimelineEntry => {
  const { findings, tally } = event.judgement
  const told = withholdsChoices(mode, tally) ? withoutChoices(findings) : findings
  return entry(event, event.on, { findings: event.lawChange === null ? told : [...told, event.lawChange] })
}

/** What everybody may see of an event; null: it is of the body alone, such as its roll. */
const entryOf = (event: DeliberationEvent, before: ReadonlyArray<TimelineEntry>): TimelineEntry | null => {
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
      return entry(event, event.ballot.openedOn, { mode: event.ballot.mode })
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
    case "MatterReturned":
      return decided(event, modeOf(before, event))
    default:
      return null
  }
}

/** What happened to a matter, in order, with what explains each outcome. */
export const timeline: Projection<ReadonlyArray<TimelineEntry>, DeliberationEvent> = {
  initial: [],
  evolve: (entries, event) => {
    const next = entryOf(event, entries)
    return next === null ? entries : [...entries, next]
  },
}
