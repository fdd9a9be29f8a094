import type { Projection } from "../../kernel/projection.ts"
import type { BallotEvent } from "../events.ts"
import type { Channel, Choice } from "../model.ts"

/** One paper or one press of a button, as it is shown. */
export interface BallotPaper {
  readonly matter: string
  readonly round: number
  readonly voter: string
  readonly castBy: string
  readonly channel: Channel
  /** Null: it is secret, cannot be counted, came late, or is not shown to whoever looks. */
  readonly choice: Choice | null
  readonly kept: "counts" | "void" | "late"
  /** Why it cannot be counted. */
  readonly reason: string | null
}

const paperOf = (event: BallotEvent): BallotPaper => {
  const { matter, round, voter } = event
  const paper = { matter, round, voter, castBy: voter, channel: "paper", choice: null, reason: null } as const
  switch (event._tag) {
    case "BallotCast": {
      const { castBy, channel, choice } = event
      return { ...paper, castBy, channel, choice, kept: "counts" }
    }
    case "Voted":
      return { ...paper, castBy: event.castBy, channel: "online", kept: "counts" }
    case "LateBallotKept":
      return { ...paper, castBy: event.castBy, channel: event.channel, kept: "late" }
    case "VoidBallotKept":
      return { ...paper, kept: "void", reason: event.reason }
  }
}

/** Everything that arrived of one voter in one round, in order. */
export const papers: Projection<ReadonlyArray<BallotPaper>, BallotEvent> = {
  initial: [],
  evolve: (arrived, event) => [...arrived, paperOf(event)],
}

/**
 * A paper as somebody sees it (BALLOT-9): how a vote was cast in an open ballot is shown to the voter itself at any time, and to
 * others once the ballot is closed, so that nobody follows the majority or is made to answer before.
 */
export const paperSeen = (
  paper: BallotPaper,
  { isClosed, isOwn }: { readonly isOwn: boolean; readonly isClosed: boolean },
): BallotPaper => (isOwn || isClosed ? paper : { ...paper, choice: null })
