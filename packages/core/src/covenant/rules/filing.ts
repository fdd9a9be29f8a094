import { addDays, type CivilDate, compareCivilDates, daysBetween } from "../../kernel/arithmetic.ts"
import type { Version } from "../model.ts"
import type { CovenantRules, FilingDuty } from "../policy.ts"

/** The duty to file of a version that was decided on a day: how many days there are is counted from the day after (COVENANT-13). */
export const filingDuty = ({ filing }: CovenantRules, decidedOn: CivilDate): FilingDuty => ({
  required: filing.required,
  lastDay: filing.required ? addDays(decidedOn, filing.withinDays) : null,
  citation: filing.citation,
})

/** How many days after the last one a version is filed; 0: in time, or there is no last day (COVENANT-13). */
export const daysLate = ({ lastDay }: FilingDuty, on: CivilDate): number =>
  lastDay !== null && compareCivilDates(on, lastDay) > 0 ? daysBetween(lastDay, on) : 0

/** The day on which somebody is reminded that a version is not filed; nothing where nobody is. */
export const reminderOn = ({
  filed,
  filing,
  overtaken,
  reminded,
}: Pick<Version, "filed" | "filing" | "overtaken" | "reminded">): CivilDate | undefined =>
  filed !== null || overtaken || reminded || !filing.required ? undefined : (filing.lastDay ?? undefined)

/** Whether a version can have been filed on a day: not before its decision, and not in the future (COVENANT-13). */
export const canBeFiledOn = ({ decidedOn }: Pick<Version, "decidedOn">, on: CivilDate, today: CivilDate): boolean =>
  compareCivilDates(decidedOn, on) <= 0 && compareCivilDates(on, today) <= 0

/** Whether somebody is to be reminded of filing a version today (COVENANT-13). */
export const reminderIsDue = (version: Parameters<typeof reminderOn>[0], today: CivilDate): boolean => {
  const on = reminderOn(version)
  return on !== undefined && compareCivilDates(on, today) <= 0
}
