import type { DisclosureStanding } from "../circumstances.ts"
import type { Disclosure } from "../model.ts"

/** What other streams are told of a disclosure: its matter, its correction, and whoever must know how far it is. */
export const standingOf = (disclosure: string, state: Disclosure): DisclosureStanding => {
  const { audience, completedOn, corrects, document, matter, objections, period, postings } = state
  return {
    disclosure,
    status: state.status,
    matter,
    what: state.what,
    document,
    audience,
    corrects,
    supersededBy: state.supersededBy,
    within: state.preparedBy?.within ?? null,
    postedOn: postings[0]?.on ?? null,
    end: period?.end ?? null,
    completedOn,
    objections,
  }
}
