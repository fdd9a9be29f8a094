import type { Ballot } from "../ballot/index.ts"
import type { ArrivedBallot } from "../deliberation/circumstances.ts"
import type { OpenBallot } from "../deliberation/model.ts"

const kept = { Counts: "counts", Void: "void", Late: "late" } as const

/** From the opening to the close, in milliseconds since 1970; still open: null. */
type Window = Pick<OpenBallot, "openedAt" | "closedAt">

const within = ({ closedAt, openedAt }: Window, at: number): number =>
  Math.min(Math.max(at, openedAt), closedAt ?? Number.POSITIVE_INFINITY)

/**
 * The ballots of a round as its matter counts them, of each voter in the order in which they arrived (REACTION-11). That a
 * ballot was accepted proves that it was in time, since the matter did not move meanwhile: neither the clocks of several
 * machines, nor that a secret ballot bears no time, set it aside.
 */
export const arrivedBallots = (ballots: ReadonlyArray<Ballot>, window: Window): ReadonlyArray<ArrivedBallot> =>
  ballots.flatMap(({ casts, of }) =>
    of === null
      ? []
      : casts.map((cast) => ({
          voter: of.voter,
          choice: cast.choice,
          castBy: cast.castBy,
          at: cast.kept._tag === "Late" ? cast.at : within(window, cast.at),
          kept: kept[cast.kept._tag],
        })),
  )
