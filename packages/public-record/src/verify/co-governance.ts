import { type CoGovernance, type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import { combined, disclosable, jointIsRequired, maySkipAppraisal } from "@jinlin/core/co-governance/rules"
import type { PublicCoGovernance, PublicCoGovernanceEvent } from "../model/histories.ts"
import type { PublicRecord } from "../model/record.ts"
import { type Check, type CheckName, checkOf, notChecked, type Unchecked } from "./check.ts"

type Parts = PublicRecord["parts"]
type Of<Tag extends PublicCoGovernanceEvent["_tag"]> = Extract<PublicCoGovernanceEvent, { readonly _tag: Tag }>

/** Folding needs people where the record has none; whoever stands here is read by no rule that is asked. */
const nobody = "nobody"

const restored = (event: PublicCoGovernanceEvent): CoGovernanceEvent => {
  if (event._tag === "CoGovernanceOpened") return { ...event, proposer: { person: nobody, within: nobody } }
  return event._tag === "AppraisalRecorded" ? { ...event, appraisers: [nobody] } : event
}

/** An outcome that was taken over is what the deliberation of the record came to (COGOVERNANCE-5). */
const isOutcome = ({ deliberations }: Parts, { matter, outcome }: Of<"OutcomeRecorded">): boolean => {
  const known = deliberations.find(({ content }) => content.matter === matter)?.content
  if (known === undefined) return true
  const status = { Decided: "decided", Rejected: "rejected", Withdrawn: "withdrawn" }[outcome._tag]
  if (known.status !== status || known.endedOn !== outcome.on) return false
  const last = known.sittings.findLast(({ result }) => result === "passed")
  return outcome._tag !== "Decided" || (outcome.text === known.text && outcome.set === last?.rules.set)
}

/** The deliberations that were needed had decided this one text, the last of them on that day (COGOVERNANCE-6). */
const isResolved = (state: CoGovernance, { since, text }: Of<"MatterResolved">): boolean => {
  const found = combined(state)
  return found._tag === "Agreed" && found.text === text && found.since === since
}

/** It proves what was to be disclosed, is the disclosure that it says, and takes the place of the one before as its correction (COGOVERNANCE-14, 15). */
const isLink = (
  { coGovernance: two, disclosures }: Parts,
  state: CoGovernance,
  event: Of<"DisclosureLinked">,
): boolean => {
  const { disclosure, from, instead, proves, what } = event
  const subject = disclosable(state, what)
  const linked = state.disclosures[what]
  if (subject?.document !== proves || from < subject.earliest || instead !== (linked?.disclosure ?? null)) return false
  const known = disclosures.find(({ content }) => content.disclosure === disclosure)?.content
  if (known === undefined) return true
  const first = known.postings.map(({ on }) => on).toSorted()[0]
  return known.what === what && known.document === proves && first === from && known.matter === two?.content.matter
}

/** The disclosure that is linked was over by that day (COGOVERNANCE-12). */
const wasOver = ({ disclosures }: Parts, id: string | undefined, on: string): boolean => {
  const known = disclosures.find(({ content }) => content.disclosure === id)?.content
  if (id === undefined) return false
  if (known === undefined) return true
  const { completedOn, period } = known
  return completedOn !== null && completedOn <= on && period !== null && period.end.date <= on
}

/** Both disclosures were over, and both appraisals recorded or skipped (COGOVERNANCE-18). */
const isClosed = (
  parts: Parts,
  { appraisals, disclosures: { decision, result } }: CoGovernance,
  on: string,
): boolean => {
  const areTold = [decision, result].every(
    (link) => link !== null && !link.lapsed && wasOver(parts, link.disclosure, on),
  )
  return areTold && appraisals["internal-bodies"] !== null && appraisals["co-building-units"] !== null
}

const isBegun = (
  parts: Parts,
  { disclosures: { decision }, policy }: CoGovernance,
  { disclosure, on }: Of<"ImplementationBegun">,
): boolean => {
  const isLinked = decision?.disclosure === disclosure && !decision.lapsed && decision.from <= on
  return isLinked && (policy?.beginsWhen !== "completed" || wasOver(parts, disclosure, on))
}

/** Who appraised may appraise, and is not among the appraised (COGOVERNANCE-16, COGOVERNANCE-17). */
const isAppraisal = ({ policy }: CoGovernance, { appraised, by }: Of<"AppraisalRecorded">): boolean =>
  policy?.appraisers.includes(by) === true && !appraised.includes(by)

/** What is asked of an event where it stands; nothing: it needs nothing but its place. */
const askedOf = (
  parts: Parts,
  state: CoGovernance,
  event: PublicCoGovernanceEvent,
): readonly [CheckName, boolean] | undefined => {
  switch (event._tag) {
    case "OutcomeRecorded":
      return [
        "co-governance-outcomes",
        state.deliberations[event.which].matter === event.matter && isOutcome(parts, event),
      ]
    case "JointSkipped":
      return ["co-governance-resolution", !jointIsRequired(state)]
    case "MatterResolved":
      return ["co-governance-resolution", isResolved(state, event)]
    case "ImplementationBegun":
      return ["co-governance-disclosures", isBegun(parts, state, event)]
    case "DisclosureLinked":
      return ["co-governance-disclosures", isLink(parts, state, event)]
    case "AppraisalRecorded":
      return ["co-governance-appraisals", isAppraisal(state, event)]
    case "AppraisalSkipped":
      return ["co-governance-appraisals", state.policy !== null && maySkipAppraisal(state.policy, event.which)]
    case "CoGovernanceClosed":
      return ["co-governance-closing", isClosed(parts, state, event.on)]
    default:
      return undefined
  }
}

/** A matter with two deliberations taken event by event: outcomes, resolution, disclosures, appraisals, end. Rule RECORD-13. */
export const coGovernanceHolds = (parts: Parts, known: PublicCoGovernance): ReadonlyArray<Check> => {
  const part = "coGovernance"
  const checks: Array<Check> = []
  let state = coGovernance.initial
  let day = ""
  for (const [index, event] of known.history.entries()) {
    const facts = { entry: index + 1, event: event._tag }
    const asked = askedOf(parts, state, event)
    if (asked !== undefined) checks.push(checkOf({ check: asked[0], part }, asked[1], facts))
    const isFirst = index === 0
    if (event.on < day || isFirst !== (event._tag === "CoGovernanceOpened"))
      checks.push(checkOf({ check: "days", part }, false, facts))
    day = event.on
    state = coGovernance.evolve(state, restored(event))
  }
  return [...checks, checkOf({ check: "ending", part }, state.status === known.status, { status: known.status })]
}

/** Deliberations and disclosures that it names and the record does not have. */
export const coGovernanceNotChecked = ({
  coGovernance: two,
  deliberations,
  disclosures,
}: Parts): ReadonlyArray<Unchecked> => {
  if (two === null) return []
  const matters = new Set(deliberations.map(({ content }) => content.matter))
  const notices = new Set(disclosures.map(({ content }) => content.disclosure))
  return two.content.history.flatMap((event) => {
    if (event._tag === "OutcomeRecorded" && !matters.has(event.matter))
      return [notChecked("deliberation-missing", "coGovernance", { matter: event.matter })]
    if (event._tag === "DisclosureLinked" && !notices.has(event.disclosure))
      return [notChecked("disclosure-missing", "coGovernance", { disclosure: event.disclosure })]
    return []
  })
}
