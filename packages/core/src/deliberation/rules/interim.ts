import type { ArrivedBallot, BoxCount } from "../circumstances.ts"
import type { Judgement, Sitting } from "../model.ts"
import { countBallots } from "./counting/count-ballots.ts"
import { judge } from "./counting/judge.ts"
import { tallyOf, turnoutOf } from "./counting/turnout.ts"

/** Until `judgeSitting` stands: counts without flips. */
export const judgeSitting = (
  sitting: Sitting,
  { ballots, box }: { readonly ballots: ReadonlyArray<ArrivedBallot>; readonly box: ReadonlyArray<BoxCount> },
): Judgement => {
  const { marks, setAside } = countBallots(sitting, ballots)
  const tally = tallyOf(turnoutOf(sitting, { marks, box }))
  return { ...judge(sitting.rules, tally), tally, flips: [], setAside }
}
