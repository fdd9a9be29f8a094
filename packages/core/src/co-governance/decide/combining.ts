import { object, unless } from "../../kernel/decider.ts"
import type { DeliberationFact } from "../circumstances.ts"
import type { CoGovernanceEvent } from "../events.ts"
import { evolve } from "../evolve.ts"
import type { Outcome } from "../model.ts"
import { combined, fallsByTouch, jointIsRequired, newlyTouched, resolvedStages } from "../rules/index.ts"
import { type CoGovernanceDecision, type Command, factOf, mustStandAt, quiet, type Standing } from "./standing.ts"

/** What a matter of deliberation came to, as far as it is said; nothing while it runs. */
const outcomeOf = ({ endedOn: on, set, status, text }: DeliberationFact): Outcome | undefined => {
  if (on === null) return undefined
  if (status === "rejected") return { _tag: "Rejected", on }
  if (status === "withdrawn") return { _tag: "Withdrawn", on }
  return status === "decided" && text !== null && set !== null ? { _tag: "Decided", text, set, on } : undefined
}

/** What follows from an event for the matter: it is resolved, or the texts differ (COGOVERNANCE-6). */
const withItsConsequence = (
  event: CoGovernanceEvent,
  { matter, today: on }: Standing,
): ReadonlyArray<CoGovernanceEvent> => {
  const now = combined(evolve(matter, event))
  if (now._tag === "Agreed") return [event, { _tag: "MatterResolved", text: now.text, since: now.since, on }]
  if (now._tag !== "Differing") return [event]
  const { joint, selfGovernance } = now
  return [event, { _tag: "TextsFoundDifferent", selfGovernance, joint, on }]
}

/** The outcome of a deliberation is taken over as it is; the one that comes last may resolve the matter (COGOVERNANCE-5). */
export const record = ({ which }: Command<"RecordOutcome">, standing: Standing): CoGovernanceDecision => {
  const { around, matter: state, today: on } = standing
  const { matter, outcome: known } = state.deliberations[which]
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  if (matter === null) return object({ _tag: "DeliberationNotAttached", rule: "COGOVERNANCE-5", which })
  if (known !== null) return quiet
  const fact = factOf(around, matter)
  if (fact === undefined) return object({ _tag: "DeliberationUnknown", rule: "COGOVERNANCE-3", matter })
  const outcome = outcomeOf(fact)
  if (outcome === undefined) return object({ _tag: "DeliberationStillRuns", rule: "COGOVERNANCE-5", which, matter })
  return unless([], () => withItsConsequence({ _tag: "OutcomeRecorded", which, matter, outcome, on }, standing))
}

/** The joint deliberation is left out, where it is for touched units alone and none is (COGOVERNANCE-7). */
export const skipJoint = ({ reason }: Command<"SkipJoint">, standing: Standing): CoGovernanceDecision => {
  const { around, matter: state, today: on } = standing
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  const { combine, touched } = state
  if (jointIsRequired(state)) return object({ _tag: "JointIsRequired", rule: "COGOVERNANCE-7", combine, touched })
  if (state.skip !== null) return quiet
  const body = around.actor._tag === "Post" ? around.actor.within : "system"
  return unless([], () => withItsConsequence({ _tag: "JointSkipped", body, reason, on }, standing))
}

/** Units are touched after all: a skip falls, and with it a resolution that stands on it (COGOVERNANCE-8). */
export const declareTouched = (
  { reason, units: said }: Command<"DeclareTouchedUnits">,
  { matter: state, today: on }: Standing,
): CoGovernanceDecision => {
  const stage = mustStandAt(state, "deliberating", ...resolvedStages)
  if (stage !== undefined) return object(stage)
  const units = newlyTouched(state, said)
  if (units.length === 0) return quiet
  const declared: CoGovernanceEvent = { _tag: "TouchedUnitsDeclared", units, reason, on }
  const falls = fallsByTouch(state)
  if (falls === "resolution" && state.resolution !== null) {
    const { text } = state.resolution
    return unless([], () => [declared, { _tag: "ResolutionReopened", text, units, on }])
  }
  return unless([], () => (falls === "skip" ? [declared, { _tag: "SkipLapsed", units, on }] : [declared]))
}
