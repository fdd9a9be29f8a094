import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { DisclosureStanding } from "../circumstances.ts"
import type { Disclosure } from "../model.ts"

/** What other streams are told of a disclosure: its matter, its correction, and whoever must know how far it is. */
export const standingOf = (disclosure: string, state: Disclosure): DisclosureStanding => {
  const { audience, completedOn, corrects, document, matter, objections, period, postings } = state
  const postedOn = postings.reduce<CivilDate | null>(
    (first, { on }) => (first === null || on < first ? on : first),
    null,
  )
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
    postedOn,
    end: period?.end ?? null,
    completedOn,
    objections,
  }
}
