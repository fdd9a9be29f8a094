import { type CivilDate, compareCivilDates } from "../../kernel/arithmetic.ts"
import type { Version } from "../model.ts"
import { type ClauseList, namesOf } from "./clauses.ts"

/** The name of the section by which a text ends a covenant: whoever votes on the text has read it (COVENANT-15). */
export const repealClause = (covenant: string): string => `repeals.${covenant}`

/** Whether a text says that it ends this covenant (COVENANT-15). */
export const namesRepeal = (sections: ClauseList, covenant: string): boolean =>
  namesOf(sections).includes(repealClause(covenant))

/** The version that was adopted after a decision, and is the later will of whoever makes the covenant (COVENANT-15). */
export const adoptedAfter = <Known extends Pick<Version, "decidedOn">>(
  versions: ReadonlyArray<Known>,
  decidedOn: CivilDate,
): Known | undefined => versions.findLast((one) => compareCivilDates(decidedOn, one.decidedOn) < 0)
