import { object, unless } from "../../kernel/decider.ts"
import type { CoGovernanceCircumstances } from "../circumstances.ts"
import type { CoGovernance } from "../model.ts"
import type { Combine } from "../policy.ts"
import { newlyTouched } from "../rules/index.ts"
import type { CoGovernanceDecision, Command } from "./standing.ts"

/** Somebody opens a matter: how its deliberations combine is one of the ways of the charter, and stays (COGOVERNANCE-2). */
export const open = (
  { combine, title, touched }: Command<"OpenCoGovernance">,
  state: CoGovernance,
  { actor, now: { civilDate: on }, policy }: CoGovernanceCircumstances,
): CoGovernanceDecision => {
  const { status } = state
  if (status !== "unopened") return object({ _tag: "CoGovernanceAlreadyOpened", rule: "COGOVERNANCE-1", status })
  if (actor._tag === "System")
    return object({ _tag: "CoGovernanceOpenerMissing", rule: "COGOVERNANCE-1", allowed: ["proposer"] })
  const allowed: ReadonlyArray<Combine> = policy?.combines ?? []
  if (policy === null || policy === undefined || !allowed.includes(combine))
    return object({ _tag: "CombineNotOfCharter", rule: "COGOVERNANCE-2", combine, allowed, on })
  const proposer = { person: actor.person, within: actor.within }
  const units = newlyTouched(state, touched)
  return unless([], () => [{ _tag: "CoGovernanceOpened", title, combine, touched: units, policy, proposer, on }])
}
