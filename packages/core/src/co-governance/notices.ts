import type { Notice, Recipient } from "../kernel/notice.ts"
import type { CoGovernanceEvent } from "./events.ts"

/** Whoever proposes in the body in which the matter was opened. */
const proposer: ReadonlyArray<Recipient> = [{ _tag: "Post", post: "proposer" }]

/** Whoever publishes for the committee. */
const discloser: ReadonlyArray<Recipient> = [{ _tag: "Post", post: "discloser" }]

const appraiser: ReadonlyArray<Recipient> = [{ _tag: "Post", post: "appraiser" }]

const convenor: ReadonlyArray<Recipient> = [{ _tag: "Post", post: "convenor" }]

const everyUnit: ReadonlyArray<Recipient> = [{ _tag: "AllUnits" }]

const units = (touched: ReadonlyArray<string>): ReadonlyArray<Recipient> =>
  touched.map((unit) => ({ _tag: "Unit", unit }))

const tell = (template: string, to: ReadonlyArray<Recipient>, data: Notice["data"]): ReadonlyArray<Notice> =>
  to.length === 0 ? [] : [{ template, to, data }]

/** Who must be told of an event. It names posts and units, and no people. */
export const notices = (event: CoGovernanceEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "CoGovernanceOpened":
      return tell("matter-touches-unit", units(event.touched), { title: event.title, on: event.on })
    case "TouchedUnitsDeclared":
      return tell("unit-declared-touched", units(event.units), { reason: event.reason, on: event.on })
    case "OutcomeRecorded":
      return tell("outcome-recorded", proposer, { which: event.which, outcome: event.outcome._tag, on: event.on })
    case "TextsFoundDifferent":
      return tell("texts-found-different", [...proposer, ...convenor], { on: event.on })
    case "JointSkipped":
      return tell("joint-skipped", [...everyUnit, ...proposer], { reason: event.reason, on: event.on })
    case "SkipLapsed":
      return tell("skip-lapsed", [...proposer, ...convenor], { on: event.on })
    case "ResolutionReopened":
      return tell("resolution-reopened", [...proposer, ...convenor, ...discloser], { on: event.on })
    case "ReturnedToDeliberation":
      return tell("returned-to-deliberation", [...proposer, ...convenor], { which: event.which, reason: event.reason })
    case "MatterResolved":
      return tell("decision-to-disclose", [...discloser, ...proposer], { since: event.since })
    case "ResultReported":
      return tell("result-to-disclose", [...discloser, ...appraiser], { implementedOn: event.implementedOn })
    case "CoGovernanceRejected":
      return tell("co-governance-rejected", proposer, { which: event.which, on: event.on })
    case "ResolutionRevoked":
      return tell("resolution-revoked", [...proposer, ...discloser], {
        revokedOn: event.revokedOn,
        begun: event.begun ? "yes" : "no",
      })
    case "CoGovernanceClosed":
      return tell("co-governance-closed", proposer, { on: event.on })
    default:
      return []
  }
}
