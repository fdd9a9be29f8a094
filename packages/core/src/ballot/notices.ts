import type { Notice, Recipient } from "../kernel/notice.ts"
import type { BallotEvent } from "./events.ts"

const to = (person: string | null): ReadonlyArray<Recipient> => (person === null ? [] : [{ _tag: "Person", person }])

/**
 * Who must be told of an event: for whom a clerk entered a paper, and whose paper was not counted, so that they may cast another
 * one while there is time. No notice says how anybody voted, and of what was cast over a login there is none (BALLOT-10).
 */
export const notices = (event: BallotEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "VoidBallotKept": {
      const { matter, person, reason, round, voter } = event
      return [{ template: "ballot-void", to: to(person), data: { matter, round, voter, reason } }]
    }
    case "LateBallotKept": {
      const { matter, person, round, voter } = event
      return [{ template: "ballot-late", to: to(person), data: { matter, round, voter } }]
    }
    case "BallotCast": {
      const { channel, matter, person, round, voter } = event
      return channel === "paper" ? [{ template: "ballot-entered", to: to(person), data: { matter, round, voter } }] : []
    }
    case "Voted":
      return []
  }
}
