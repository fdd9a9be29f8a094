import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Digest } from "../../kernel/digest-schema.ts"
import type { Moment } from "../../kernel/moment.ts"
import type { DisclosureFact } from "../circumstances.ts"
import type { CoGovernance, Disclosed, Link } from "../model.ts"

/** What a disclosure must prove, and the day before which nobody can have disclosed it (COGOVERNANCE-14). */
export interface Disclosable {
  readonly document: Digest
  readonly earliest: CivilDate
}

/** What is to be disclosed: the text that was resolved, or the report of what came of it; nothing where there is none. */
export const disclosable = ({ resolution, result }: CoGovernance, what: Disclosed): Disclosable | undefined => {
  if (what === "decision")
    return resolution === null ? undefined : { document: resolution.text, earliest: resolution.since }
  return result === null ? undefined : { document: result.report, earliest: result.implementedOn }
}

/** Whether the disclosure may take the place of the one that is linked: that one is none, or is corrected by it (COGOVERNANCE-15). */
export const corrects = (linked: Link | null, { corrects: chain }: Pick<DisclosureFact, "corrects">): boolean =>
  linked === null || chain.includes(linked.disclosure)

/** Whether a period is over: at its end it is, a minute before it is not (COGOVERNANCE-12). None to wait for is over. */
export const periodIsOver = (
  ends: DisclosureFact["ends"],
  { civilDate, minuteOfDay }: Pick<Moment, "civilDate" | "minuteOfDay">,
): boolean => ends === null || civilDate > ends.date || (civilDate === ends.date && minuteOfDay >= ends.minute)

/** From when on a disclosure is enough: from its posting, or from the end of its period. */
export type Enough = "posted" | "completed"

/**
 * Whether a disclosure that is linked is enough, as it stands at this moment: posted where that is enough, and otherwise
 * completed, with its period over by the clock as well and nothing left to answer (COGOVERNANCE-12).
 */
export const isEnough = (
  { ends, openObjections, status }: Pick<DisclosureFact, "ends" | "openObjections" | "status">,
  enough: Enough,
  now: Pick<Moment, "civilDate" | "minuteOfDay">,
): boolean => {
  if (enough === "posted") return status === "posted" || status === "completed"
  return status === "completed" && openObjections === 0 && periodIsOver(ends, now)
}
