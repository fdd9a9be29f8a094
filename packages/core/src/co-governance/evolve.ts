import type { CoGovernanceEvent } from "./events.ts"
import { type CoGovernance, type Deliberation, empty, type Link, type PastDeliberation, type Which } from "./model.ts"

type Of<Tag extends CoGovernanceEvent["_tag"]> = Extract<CoGovernanceEvent, { readonly _tag: Tag }>

const opened = ({ combine, policy, proposer, title, touched }: Of<"CoGovernanceOpened">): CoGovernance => ({
  ...empty,
  status: "deliberating",
  title,
  proposer,
  policy,
  combine,
  touched,
})

const changed = (
  state: CoGovernance,
  which: Which,
  change: (known: Deliberation) => Partial<Deliberation>,
): CoGovernance => {
  const known = state.deliberations[which]
  return { ...state, deliberations: { ...state.deliberations, [which]: { ...known, ...change(known) } } }
}

/** The matter of a deliberation counts no more; what it came to stays known. */
const lapse = ({ matter, outcome, past }: Deliberation): Deliberation => {
  const over: ReadonlyArray<PastDeliberation> = matter === null ? [] : [{ matter, ended: outcome?._tag ?? "Detached" }]
  return { matter: null, outcome: null, past: [...past, ...over] }
}

/** What a link proves is not what is to be disclosed any more. */
const lapsed = (link: Link | null): Link | null => link && { ...link, lapsed: true }

/** The resolution falls, and what was built upon it; that it was carried out stays known, and what was posted is on the boards. */
const reopened = (state: CoGovernance): CoGovernance => ({
  ...state,
  status: "deliberating",
  skip: null,
  resolution: null,
  reopened: state.reopened + 1,
  result: null,
  disclosures: { decision: lapsed(state.disclosures.decision), result: lapsed(state.disclosures.result) },
  appraisals: empty.appraisals,
})

/** A matter that has ended stays ended; what was done is told all the same. */
const reported = (state: CoGovernance, { implementedOn, report }: Of<"ResultReported">): CoGovernance => ({
  ...state,
  status: state.status === "implementing" ? "implemented" : state.status,
  result: { report, implementedOn },
  disclosures: { ...state.disclosures, result: lapsed(state.disclosures.result) },
})

const linked = (state: CoGovernance, { disclosure, from, proves, what }: Of<"DisclosureLinked">): CoGovernance => ({
  ...state,
  disclosures: { ...state.disclosures, [what]: { disclosure, proves, from, lapsed: false } },
})

const appraised = (state: CoGovernance, event: Of<"AppraisalRecorded" | "AppraisalSkipped">): CoGovernance => {
  const { _tag, which, ...known } = event
  const record =
    "reason" in known ? ({ _tag: "Skipped", ...known } as const) : ({ _tag: "Appraised", ...known } as const)
  return { ...state, appraisals: { ...state.appraisals, [which]: record } }
}

const ofDeliberations = (
  state: CoGovernance,
  event: Of<"DeliberationAttached" | "DeliberationDetached" | "OutcomeRecorded" | "ReturnedToDeliberation">,
): CoGovernance => {
  switch (event._tag) {
    case "DeliberationAttached":
      return changed(state, event.which, () => ({ matter: event.matter }))
    case "DeliberationDetached":
      return changed(state, event.which, lapse)
    case "OutcomeRecorded":
      return changed(state, event.which, () => ({ outcome: event.outcome }))
    case "ReturnedToDeliberation":
      return event.lapsed.reduce((before, which) => changed(before, which, lapse), state)
  }
}

/** What a matter becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (state: CoGovernance, event: CoGovernanceEvent): CoGovernance => {
  switch (event._tag) {
    case "CoGovernanceOpened":
      return opened(event)
    case "DeliberationAttached":
    case "DeliberationDetached":
    case "OutcomeRecorded":
    case "ReturnedToDeliberation":
      return ofDeliberations(state, event)
    case "TextsFoundDifferent":
      return state
    case "TouchedUnitsDeclared":
      return { ...state, touched: [...state.touched, ...event.units] }
    case "JointSkipped":
      return { ...state, skip: { reason: event.reason, body: event.body, on: event.on } }
    case "SkipLapsed":
      return { ...state, skip: null }
    case "ResolutionReopened":
      return reopened(state)
    case "MatterResolved":
      return { ...state, status: "resolved", resolution: { text: event.text, since: event.since, on: event.on } }
    case "CoGovernanceRejected":
      return { ...state, status: "rejected" }
    case "CoGovernanceWithdrawn":
      return { ...state, status: "withdrawn" }
    case "ImplementationBegun":
      return { ...state, status: "implementing", begunOn: state.begunOn ?? event.on }
    case "ResultReported":
      return reported(state, event)
    case "DisclosureLinked":
      return linked(state, event)
    case "AppraisalRecorded":
    case "AppraisalSkipped":
      return appraised(state, event)
    case "CoGovernanceClosed":
      return { ...state, status: "closed" }
    case "ResolutionRevoked":
      return { ...state, status: "revoked" }
  }
}
