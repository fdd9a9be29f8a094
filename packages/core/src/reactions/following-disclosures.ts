import type { CoGovernance, CoGovernanceCommand } from "../co-governance/index.ts"
import type { DisclosureCommand, DisclosureEvent } from "../disclosure/index.ts"
import type { Known } from "./disclosure-facts.ts"
import type { Following } from "./reaction.ts"

/** A command that follows from a posting, and the matter of co-governance that it is put to. */
export type AfterPosting = Following<CoGovernanceCommand> & { readonly subject: string }

/** A command that is carried out by the very write of the posting, and the disclosure that it is put to. */
export type WithPosting = Following<DisclosureCommand> & { readonly subject: string }

/** Where everything stands that a posting concerns. */
export interface AroundPosting {
  readonly posted: Known
  readonly coGovernance: CoGovernance
}

const isFirst = (event: DisclosureEvent): boolean => event._tag === "DisclosurePosted" && event.rules !== null

/**
 * What a posting means for the disclosure that is corrected by it: when a correction is first put up it takes that one's place,
 * by the same write, so that at no moment both of them stand (REACTION-16). Undefined: nothing.
 */
export const postingReplaces = (
  events: ReadonlyArray<DisclosureEvent>,
  { disclosure, state: { corrects } }: Known,
): WithPosting | undefined =>
  corrects === null || !events.some(isFirst)
    ? undefined
    : { rule: "REACTION-16", subject: corrects, command: { _tag: "SupersedeDisclosure", by: disclosure } }

/**
 * What follows when a disclosure is put up for the first time: the matter of co-governance that it is of says that it counts
 * (REACTION-15). Later postings change nothing.
 */
export const postingFollows = (
  event: DisclosureEvent,
  { coGovernance, posted }: AroundPosting,
): ReadonlyArray<AfterPosting> => {
  const { disclosure, state } = posted
  const { matter, supersededBy, what } = state
  const isLinked = isFirst(event) && coGovernance.status !== "unopened" && supersededBy === null
  return isLinked && matter !== null && what !== null
    ? [{ rule: "REACTION-15", subject: matter, command: { _tag: "LinkDisclosure", what, disclosure } }]
    : []
}
