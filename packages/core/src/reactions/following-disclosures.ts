import type { CoGovernance, CoGovernanceCommand } from "../co-governance/index.ts"
import { type DisclosureCommand, type DisclosureEvent, notCarried } from "../disclosure/index.ts"
import type { Known } from "./disclosure-facts.ts"
import type { Following } from "./reaction.ts"

/** A command that follows from a posting, and what it is put to: a disclosure by its id, or the matter of co-governance. */
export type AfterPosting =
  | (Following<DisclosureCommand> & { readonly to: "disclosure"; readonly subject: string })
  | (Following<CoGovernanceCommand> & { readonly to: "co-governance"; readonly subject: string })

/** Where everything stands that a posting concerns. */
export interface AroundPosting {
  readonly posted: Known
  /** The disclosure that it corrects; undefined: none. */
  readonly corrected: Known | undefined
  readonly coGovernance: CoGovernance
}

/** A correction knows every objection that waits at the one it corrects, and takes its place (REACTION-16). */
const correcting = (posted: Known, corrected: Known): ReadonlyArray<AfterPosting> => {
  const { objections } = corrected.state
  const left = notCarried(objections, posted.state.objections)
  const raised = objections
    .filter(({ objection }) => left.includes(objection))
    .map(({ objection, text }): AfterPosting => {
      const command = { _tag: "RaiseObjection", objection, text } as const
      return { rule: "REACTION-16", to: "disclosure", subject: posted.disclosure, command }
    })
  const command = { _tag: "SupersedeDisclosure", by: posted.disclosure } as const
  return [...raised, { rule: "REACTION-16", to: "disclosure", subject: corrected.disclosure, command }]
}

/**
 * What follows when a disclosure is put up for the first time: a correction takes over what is objected, and then the place of the
 * one that it corrects (REACTION-16); the matter of co-governance that it is of says that it counts (REACTION-15). Later postings
 * change neither.
 */
export const postingFollows = (
  event: DisclosureEvent,
  { coGovernance, corrected, posted }: AroundPosting,
): ReadonlyArray<AfterPosting> => {
  const { disclosure, state } = posted
  if (event._tag !== "DisclosurePosted" || event.rules === null) return []
  const after = corrected === undefined ? [] : correcting(posted, corrected)
  const { matter, supersededBy, what } = state
  const isLinked = coGovernance.status !== "unopened" && supersededBy === null
  if (!isLinked || matter === null || what === null) return after
  const command = { _tag: "LinkDisclosure", what, disclosure } as const
  return [...after, { rule: "REACTION-15", to: "co-governance", subject: matter, command }]
}
