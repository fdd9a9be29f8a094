import { object, unless } from "../../kernel/decider.ts"
import type { Which } from "../model.ts"
import {
  deliberations,
  isLostForGood,
  lapsingBy,
  mayReturn,
  newStartsLeft,
  rejectedTimes,
  stillRunning,
} from "../rules/index.ts"
import { type CoGovernanceDecision, type Command, mustStandAt, type Objection, type Standing } from "./standing.ts"

/** Nothing goes again once a body has rejected it as often as it may be asked (COGOVERNANCE-10). */
const startsMustBeLeft = ({ matter }: Standing): ReadonlyArray<Objection> =>
  deliberations
    .filter((which) => isLostForGood(matter, which))
    .map((which) => ({
      _tag: "NoNewStartLeft",
      rule: "COGOVERNANCE-10",
      which,
      rejected: rejectedTimes(matter, which),
      newStarts: matter.policy.newStarts,
    }))

/** A deliberation goes again, as a new matter (COGOVERNANCE-9). */
export const giveBack = (
  { reason, which }: Command<"ReturnToDeliberation">,
  standing: Standing,
): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  if (!mayReturn(state, which)) {
    const outcome = state.deliberations[which].outcome?._tag ?? null
    return object({ _tag: "NoReasonToReturn", rule: "COGOVERNANCE-9", which, outcome })
  }
  return unless(startsMustBeLeft(standing), () => [
    { _tag: "ReturnedToDeliberation", which, lapsed: lapsingBy(state, which), reason, on },
  ])
}

/** While a new start is left, the matter does not fall by itself, nor by anybody's word after it was once resolved (COGOVERNANCE-10). */
const mustBeLostForGood = (which: Which, { around, matter }: Standing): Objection => {
  const left = newStartsLeft(matter, which)
  const maySayso = around.actor._tag === "Post" && matter.reopened === 0
  return left === 0 || maySayso ? undefined : { _tag: "NewStartsLeft", rule: "COGOVERNANCE-10", which, left }
}

/** What falls by itself waits for the other deliberation; a person need not (COGOVERNANCE-10). */
const nothingMustRun = ({ around, matter: state }: Standing): Objection => {
  const which = stillRunning(state)
  const matter = which === undefined ? null : state.deliberations[which].matter
  if (which === undefined || matter === null || around.actor._tag === "Post") return undefined
  return { _tag: "DeliberationStillRuns", rule: "COGOVERNANCE-5", which, matter }
}

/** The matter falls, because a deliberation that it needs was rejected. */
export const reject = ({ reason, which }: Command<"RejectCoGovernance">, standing: Standing): CoGovernanceDecision => {
  const { matter: state, today: on } = standing
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  if (state.deliberations[which].outcome?._tag !== "Rejected")
    return object({ _tag: "NothingIsLost", rule: "COGOVERNANCE-10", which })
  return unless([mustBeLostForGood(which, standing), nothingMustRun(standing)], () => [
    { _tag: "CoGovernanceRejected", which, reason, on },
  ])
}

/** Whoever opened the matter takes it back, as long as it was never resolved (COGOVERNANCE-19). */
export const withdraw = (
  { reason }: Command<"WithdrawCoGovernance">,
  { matter: state, today: on }: Standing,
): CoGovernanceDecision => {
  const stage = mustStandAt(state, "deliberating")
  if (stage !== undefined) return object(stage)
  const { reopened } = state
  return unless([reopened === 0 ? undefined : { _tag: "WasResolvedBefore", rule: "COGOVERNANCE-19", reopened }], () => [
    { _tag: "CoGovernanceWithdrawn", reason, on },
  ])
}
