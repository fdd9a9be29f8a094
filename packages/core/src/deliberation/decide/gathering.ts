import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { ArrivedBallot, BoxCount, DeliberationCircumstances } from "../circumstances.ts"
import type { DeliberationRefusal } from "../refusals.ts"
import { ballotsInBox, votedSecretly } from "../rules/index.ts"
import type { BallotSitting, Objection } from "./standing.ts"

/** What is counted besides what a clerk took down: the ballots of the round, and what lies in its box. */
export interface Gathered {
  readonly ballots: ReadonlyArray<ArrivedBallot>
  readonly box: ReadonlyArray<BoxCount>
}

/** The ballots of a ballot that takes some on their own; where nobody hands them in, nobody can count (DELIBERATION-17). */
export const gatheredIn = (
  { ballot: { mode }, round }: BallotSitting,
  { ballots, box }: DeliberationCircumstances,
): Checked<Gathered, DeliberationRefusal> => {
  const missing = (what: "ballots" | "box"): Checked<never, DeliberationRefusal> =>
    refuse({ _tag: "BallotsNotGathered", rule: "DELIBERATION-17", round, missing: what })
  if (mode === "show-of-hands" || mode === "secret-papers") return accept({ ballots: [], box: [] })
  if (ballots === undefined) return missing("ballots")
  if (mode === "open") return accept({ ballots, box: [] })
  return box === undefined ? missing("box") : accept({ ballots, box })
}

/** In the box lies one ballot for each voter who voted, and nothing else (DELIBERATION-17). */
export const boxMustAgree = (sitting: BallotSitting, { ballots, box }: Gathered): Objection => {
  if (sitting.ballot.mode !== "secret") return undefined
  const voted = votedSecretly(sitting, ballots)
  const inBox = ballotsInBox(box)
  return voted === inBox
    ? undefined
    : { _tag: "BoxDisagrees", rule: "DELIBERATION-17", round: sitting.round, voted, inBox }
}
