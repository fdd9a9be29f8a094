import type { ArrivedBallot, BoxCount } from "../../circumstances.ts"
import type { Judgement, Sitting } from "../../model.ts"
import { countBallots } from "./count-ballots.ts"
import { flips } from "./flips.ts"
import { impossibilities } from "./impossible.ts"
import { judgeAsKnown } from "./known.ts"
import { tallyOf, turnoutOf } from "./turnout.ts"

/** What arrived outside of what a clerk took down. */
export interface Arrived {
  readonly ballots: ReadonlyArray<ArrivedBallot>
  /** What lies in the box of a secret ballot, once it is closed. */
  readonly box: ReadonlyArray<BoxCount>
}

/**
 * Counts what was cast in a sitting and holds it against the sitting's own rules. Numbers that contradict each other, or leave
 * open what is asked for, are a finding that does not hold (TALLY-14), and then nothing turns the outcome. Total: every sitting
 * has a judgement.
 */
export const judgeSitting = (sitting: Sitting, arrived: Arrived): Judgement => {
  const { marks, setAside } = countBallots(sitting, arrived.ballots)
  const votes = { marks, box: arrived.box }
  const turnout = turnoutOf(sitting, votes)
  const tally = tallyOf(turnout)
  const judged = judgeAsKnown(sitting.rules, turnout, tally)
  const broken = [...impossibilities(sitting, votes, turnout), ...judged.unknown]
  return {
    passes: judged.passes && broken.length === 0,
    tally,
    findings: [...judged.findings, ...broken],
    flips: broken.length === 0 ? flips(sitting.rules, turnout) : [],
    setAside,
  }
}
