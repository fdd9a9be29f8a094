import type { Ballot } from "../ballot/index.ts"
import type { ArrivedBallot } from "../deliberation/circumstances.ts"
import type { OpenBallot } from "../deliberation/model.ts"

const kept = { Counts: "counts", Void: "void", Late: "late" } as const

/** From the opening to the close, in milliseconds since 1970; still open: null. `endsAt` is the first instant after its last day. */
export interface VotingWindow extends Pick<OpenBallot, "openedAt" | "closedAt"> {
  readonly endsAt: number
}

const within = ({ closedAt, openedAt }: VotingWindow, at: number): number =>
  Math.min(Math.max(at, openedAt), closedAt ?? Number.POSITIVE_INFINITY)

const isLate = ({ at, kept: { _tag } }: Ballot["casts"][number], { endsAt }: VotingWindow): boolean =>
  _tag === "Late" || (_tag === "Counts" && at >= endsAt)

/**
 * The ballots of a round as its matter counts them, of each voter in the order in which they arrived (REACTION-11). That a
 * ballot was accepted proves that it was in time, since the matter did not move meanwhile: neither the clocks of several
 * machines, nor that a secret ballot bears no time, set it aside. But from `endsAt` on nothing is in time, however late the close.
 */
export const arrivedBallots = (ballots: ReadonlyArray<Ballot>, window: VotingWindow): ReadonlyArray<ArrivedBallot> =>
  ballots.flatMap(({ casts, of }) =>
    of === null
      ? []
      : casts.map((cast) => ({
          voter: of.voter,
          choice: cast.choice,
          castBy: cast.castBy,
          channel: cast.channel,
          ...(isLate(cast, window)
            ? ({ at: cast.at, kept: "late" } as const)
            : { at: within(window, cast.at), kept: kept[cast.kept._tag] }),
        })),
  )
