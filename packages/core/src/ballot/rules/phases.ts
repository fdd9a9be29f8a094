import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { BallotRound } from "../circumstances.ts"

/** Whether a round has its result or will never have one: its roll is not kept. */
export const isOver = (phase: BallotRound["phase"]): boolean => phase === "decided" || phase === "annulled"

/**
 * How far a round is on a day: from the day after its last it takes no ballot, though nobody has closed it yet. So no ballot gains
 * by a close that comes late (BALLOT-2).
 */
export const phaseOn = ({ closesOn, phase }: BallotRound, today: CivilDate): BallotRound["phase"] =>
  phase === "open" && closesOn !== null && today > closesOn ? "closed" : phase
