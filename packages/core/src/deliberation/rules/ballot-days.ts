import { addDays, type CivilDate } from "../../kernel/date-arithmetic.ts"
import type { OpenBallot } from "../model.ts"

/** The day on which a ballot may be closed at the earliest: on its last day where it opened on that day, else the day after (DELIBERATION-16). */
export const earliestClose = ({ closesOn, openedOn }: Pick<OpenBallot, "closesOn" | "openedOn">): CivilDate =>
  openedOn === closesOn ? closesOn : addDays(closesOn, 1)

/** The day on which the timekeeper closes a ballot that nobody has closed: the first on which no ballot is in time. */
export const closedByItself = ({ closesOn }: Pick<OpenBallot, "closesOn">): CivilDate => addDays(closesOn, 1)

/** How many days after its opening a ballot closes at the latest, but for what it is put off: our default (DELIBERATION-27). */
export const longestBallot = 90

/** The last day that a ballot may have when it opens on this one. */
export const latestFirstClose = (openedOn: CivilDate): CivilDate => addDays(openedOn, longestBallot)

/** The last day to which a ballot may be put off in one go (DELIBERATION-15). */
export const latestClose = ({ closesOn }: Pick<OpenBallot, "closesOn">, extensionDays: number): CivilDate =>
  addDays(closesOn, extensionDays)
