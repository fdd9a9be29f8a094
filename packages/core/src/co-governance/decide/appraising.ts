import { object, unless } from "../../kernel/decider.ts"
import { maySkipAppraisal, onBothSides, unknownAppraisers } from "../rules/index.ts"
import {
  type CoGovernanceDecision,
  type Command,
  mustStandAt,
  type Objection,
  quiet,
  type Standing,
} from "./standing.ts"

/** Whoever appraises is none of those who are appraised, neither as a body nor through anybody who takes part (COGOVERNANCE-17). */
const sidesMustBeApart = (command: Command<"RecordAppraisal">, { around }: Standing): ReadonlyArray<Objection> => {
  const memberships = around.memberships ?? []
  const unknown = unknownAppraisers(command, memberships)
  const { appraisers, bodies } = onBothSides(command, memberships)
  return [
    unknown.length === 0 ? undefined : { _tag: "AppraisersUnknown", rule: "COGOVERNANCE-17", appraisers: unknown },
    bodies.length === 0 ? undefined : { _tag: "AppraiserAmongAppraised", rule: "COGOVERNANCE-17", bodies, appraisers },
  ]
}

/** What an appraisal came to is taken over once the result is reported (COGOVERNANCE-16). */
export const record = (command: Command<"RecordAppraisal">, standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const stage = mustStandAt(state, "implemented")
  if (stage !== undefined) return object(stage)
  const { _tag, ...taken } = command
  const { by, which } = taken
  const known = state.appraisals[which]
  if (known?._tag === "Appraised") {
    if (known.appraisal === taken.appraisal && known.result === taken.result) return quiet
    return object({ _tag: "AppraisalAlreadyRecorded", rule: "COGOVERNANCE-16", which, appraisal: known.appraisal })
  }
  const allowed = state.policy.appraisers
  const mayAppraise: Objection = allowed.includes(by)
    ? undefined
    : { _tag: "AppraiserNotOfCharter", rule: "COGOVERNANCE-16", by, allowed }
  return unless([mayAppraise, ...sidesMustBeApart(command, standing)], () => [
    { _tag: "AppraisalRecorded", ...taken, on },
  ])
}

/** An appraisal is left out with a reason, where the charter lets it; it may still be recorded later (COGOVERNANCE-16). */
export const skip = (
  { reason, which }: Command<"SkipAppraisal">,
  { matter: state, today: on }: Standing,
): CoGovernanceDecision => {
  const stage = mustStandAt(state, "implemented")
  if (stage !== undefined) return object(stage)
  const known = state.appraisals[which]
  if (known?._tag === "Skipped") return quiet
  if (known !== null)
    return object({ _tag: "AppraisalAlreadyRecorded", rule: "COGOVERNANCE-16", which, appraisal: known.appraisal })
  const duty: Objection = maySkipAppraisal(state.policy, which)
    ? undefined
    : { _tag: "AppraisalIsRequired", rule: "COGOVERNANCE-16", which }
  return unless([duty], () => [{ _tag: "AppraisalSkipped", which, reason, on }])
}
