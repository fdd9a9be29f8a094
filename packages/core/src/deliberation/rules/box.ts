import type { ArrivedBallot, BoxCount } from "../circumstances.ts"
import type { Sitting } from "../model.ts"
import { countBallots } from "./counting/count-ballots.ts"

/** How many ballots lie in the box. */
export const ballotsInBox = (box: ReadonlyArray<BoxCount>): number => box.reduce((sum, { count }) => sum + count, 0)

/** How many voters put a ballot into the box that is to be counted (DELIBERATION-17). */
export const votedSecretly = (sitting: Sitting, ballots: ReadonlyArray<ArrivedBallot>): number =>
  [...countBallots(sitting, ballots).marks.values()].filter((mark) => mark === "secret").length
