import type { Ballot } from "../ballot/index.ts"
import type { ArrivedBallot } from "../deliberation/circumstances.ts"

const kept = { Counts: "counts", Void: "void", Late: "late" } as const

/** The ballots of a round as its matter counts them, of each voter in the order in which they arrived (REACTION-11). */
export const arrivedBallots = (ballots: ReadonlyArray<Ballot>): ReadonlyArray<ArrivedBallot> =>
  ballots.flatMap(({ casts, of }) =>
    of === null
      ? []
      : casts.map((cast) => ({
          voter: of.voter,
          choice: cast.choice,
          castBy: cast.castBy,
          at: cast.at,
          kept: kept[cast.kept._tag],
        })),
  )
