import { type CoGovernance, type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import type { PublicCoGovernance, PublicCoGovernanceEvent } from "../model/histories.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, type CheckName, checkOf, neededIf, notChecked, type Unchecked } from "./check.ts"
import { coGovernanceAsked, nobody } from "./co-governance-asked.ts"
import { replayed } from "./replaying.ts"

type Parts = PublicRecord["parts"]
type Tag = CoGovernanceEvent["_tag"]

/** Deciding needs people where the record has none; whoever stands here is read by no rule that is asked. */
const restored = (event: PublicCoGovernanceEvent): CoGovernanceEvent => {
  if (event._tag === "CoGovernanceOpened") return { ...event, proposer: { person: nobody, within: nobody } }
  return event._tag === "AppraisalRecorded" ? { ...event, appraisers: [nobody] } : event
}

const checks: { readonly [Named in Tag]: CheckName } = {
  CoGovernanceOpened: "co-governance-course",
  DeliberationAttached: "co-governance-course",
  DeliberationDetached: "co-governance-course",
  OutcomeRecorded: "co-governance-outcomes",
  TextsFoundDifferent: "co-governance-resolution",
  TouchedUnitsDeclared: "co-governance-course",
  JointSkipped: "co-governance-resolution",
  SkipLapsed: "co-governance-resolution",
  ResolutionReopened: "co-governance-resolution",
  ReturnedToDeliberation: "co-governance-course",
  MatterResolved: "co-governance-resolution",
  CoGovernanceRejected: "co-governance-course",
  CoGovernanceWithdrawn: "co-governance-course",
  ImplementationBegun: "co-governance-disclosures",
  ResultReported: "co-governance-course",
  DisclosureLinked: "co-governance-disclosures",
  AppraisalRecorded: "co-governance-appraisals",
  AppraisalSkipped: "co-governance-appraisals",
  CoGovernanceClosed: "co-governance-closing",
  ResolutionRevoked: "co-governance-resolution",
}

const replay = (parts: Parts, { history }: PublicCoGovernance) =>
  replayed({
    ...{ part: "coGovernance", decider: coGovernance, history: history.map(restored), first: "CoGovernanceOpened" },
    askedFor: (state: CoGovernance, event: CoGovernanceEvent) => coGovernanceAsked(parts, state, event),
    checkFor: (tag: Tag) => checks[tag],
  })

/** A matter with two deliberations taken event by event, each as its decider decides it. Rule RECORD-13. */
export const coGovernanceHolds = (parts: Parts, known: PublicCoGovernance): ReadonlyArray<Check> => {
  const { checks: looked, state } = replay(parts, known)
  const { status } = known
  return [...looked, checkOf({ check: "ending", part: "coGovernance" }, state.status === status, { status })]
}

/** The deliberations and disclosures on which it rests as it ended: what was decided, where it was told, and what revoked it. */
const restingOn = (parts: Parts, known: PublicCoGovernance): ReadonlySet<string> => {
  const { deliberations, disclosures, resolution, status } = replay(parts, known).state
  const two = Object.values(deliberations).flatMap(({ matter, outcome }) => (outcome === null ? [] : (matter ?? [])))
  const links = Object.values(disclosures).flatMap((link) => (link === null ? [] : link.disclosure))
  const begun = known.history.findLast((event) => event._tag === "ImplementationBegun")
  const revoked = known.history.findLast((event) => event._tag === "ResolutionRevoked")
  return new Set([
    ...(resolution === null && status !== "rejected" ? [] : two.map((matter) => `matter ${matter}`)),
    ...links.map((link) => `disclosure ${link}`),
    ...(begun === undefined || resolution === null ? [] : [`disclosure ${begun.disclosure}`]),
    ...(revoked === undefined ? [] : [`matter ${revoked.by}`]),
  ])
}

/** The deliberations that it names, each once. */
const mattersIn = ({ history }: PublicCoGovernance): ReadonlyArray<string> => [
  ...new Set(
    history.flatMap((event) => {
      if (event._tag === "ResolutionRevoked") return [event.by]
      return event._tag === "DeliberationAttached" || event._tag === "OutcomeRecorded" ? [event.matter] : []
    }),
  ),
]

const disclosuresIn = ({ history }: PublicCoGovernance): ReadonlyArray<string> => [
  ...new Set(history.flatMap((event) => (event._tag === "DisclosureLinked" ? [event.disclosure] : []))),
]

/** Deliberations and disclosures that it names and the record does not have; some of them its end rests on. */
export const coGovernanceNotChecked = (parts: Parts): ReadonlyArray<Unchecked> => {
  const { coGovernance: two, deliberations, disclosures } = parts
  if (two === null) return []
  const part = "coGovernance"
  const resting = restingOn(parts, two.content)
  const matters = new Set(deliberations.map(({ content }) => content.matter))
  const notices = new Set(disclosures.map(({ content }) => content.disclosure))
  return [
    ...mattersIn(two.content)
      .filter((matter) => !matters.has(matter))
      .map((matter) => neededIf(resting.has(`matter ${matter}`), notChecked("deliberation-missing", part, { matter }))),
    ...disclosuresIn(two.content)
      .filter((disclosure) => !notices.has(disclosure))
      .map((disclosure) =>
        neededIf(resting.has(`disclosure ${disclosure}`), notChecked("disclosure-missing", part, { disclosure })),
      ),
  ]
}
