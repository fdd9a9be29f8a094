import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { addDays } from "../../kernel/date-arithmetic.ts"
import type { RotaPolicy } from "../policy.ts"

/** The first day after a term whose last day this is. */
export const firstDayAfter = (lastDay: CivilDate): CivilDate => addDays(lastDay, 1)

/** The first day on which the hand-over record of a chair that sits from `on` is late: its first day is not counted (CHAIR-17). */
export const handOverBefore = (policy: Pick<RotaPolicy, "handOverDays">, on: CivilDate): CivilDate =>
  addDays(on, policy.handOverDays + 1)

/** The day on which the next in turn takes a chair that is vacant since `since` (CHAIR-15). */
export const vacancyEndsOn = (policy: Pick<RotaPolicy, "vacancyDays">, since: CivilDate): CivilDate =>
  addDays(since, policy.vacancyDays)
