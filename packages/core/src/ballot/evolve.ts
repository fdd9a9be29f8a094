import type { BallotEvent } from "./events.ts"
import type { Ballot, Cast } from "./model.ts"

const castOf = (event: BallotEvent): Cast => {
  switch (event._tag) {
    case "BallotCast": {
      const { at, castBy, channel, choice } = event
      return { choice, channel, castBy, at, kept: { _tag: "Counts" } }
    }
    case "Voted":
      return { choice: null, channel: "online", castBy: event.castBy, at: 0, kept: { _tag: "Counts" } }
    case "LateBallotKept": {
      const { at, castBy, channel } = event
      return { choice: null, channel, castBy, at, kept: { _tag: "Late" } }
    }
    case "VoidBallotKept": {
      const { at, reason, voter } = event
      return { choice: null, channel: "paper", castBy: voter, at, kept: { _tag: "Void", reason } }
    }
  }
}

/** What a ballot becomes by an event: nothing that arrived is ever taken away. */
export const evolve = ({ casts }: Ballot, event: BallotEvent): Ballot => {
  const { matter, round, voter } = event
  return { of: { matter, round, voter }, casts: [...casts, castOf(event)] }
}
