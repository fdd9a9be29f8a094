import type { Finding } from "../../../kernel/finding.ts"
import type { ArrivedBallot, BoxCount } from "../../circumstances.ts"
import type { Judgement, Sitting } from "../../model.ts"
import { countBallots } from "./count-ballots.ts"
import { flips } from "./flips.ts"
import { impossibilities } from "./impossible.ts"
import { judge } from "./judge.ts"
import { tallyOf, turnoutOf } from "./turnout.ts"

/** What arrived outside of what a clerk took down. */
export interface Arrived {
  readonly ballots: ReadonlyArray<ArrivedBallot>
  /** What lies in the box of a secret ballot, once it is closed. */
  readonly box: ReadonlyArray<BoxCount>
}

const emptyHanded: Arrived = { ballots: [], box: [] }

/**
 * Counts what was cast in a sitting and holds it against the sitting's own rules. Numbers that contradict each other are a
 * finding that does not hold (TALLY-14), and then nothing turns the outcome. Total: every sitting has a judgement.
 */
export const judgeSitting = (sitting: Sitting, arrived: Arrived): Judgement => {
  const { marks, setAside } = countBallots(sitting, arrived.ballots)
  const votes = { marks, box: arrived.box }
  const turnout = turnoutOf(sitting, votes)
  const tally = tallyOf(turnout)
  const judged = judge(sitting.rules, tally)
  const broken = impossibilities(sitting, votes, turnout)
  return {
    passes: judged.passes && broken.length === 0,
    tally,
    findings: [...judged.findings, ...broken],
    flips: broken.length === 0 ? flips(sitting.rules, turnout) : [],
    setAside,
  }
}

/** What is known of the quorum before anybody has voted: those who were taken down as present, or were counted. Rule TALLY-9. */
export const findQuorum = (sitting: Sitting): ReadonlyArray<Finding> =>
  judgeSitting({ ...sitting, named: null, counted: null }, emptyHanded).findings.filter(isAboutQuorum)

/** Whether a finding is one of the quorum. */
export const isAboutQuorum = ({ rule }: Finding): boolean => rule === "TALLY-9"

/** Whether nothing could be decided: a quorum does not hold, or the numbers contradict each other (TALLY-14). */
export const nothingDecided = ({ findings }: Pick<Judgement, "findings">): boolean =>
  findings.some(({ holds, rule }) => !holds && (rule === "TALLY-9" || rule === "TALLY-14"))
