import type { Notice, Recipient } from "../kernel/notice.ts"
import type { BallotEvent } from "./events.ts"

const to = (person: string | null): ReadonlyArray<Recipient> => (person === null ? [] : [{ _tag: "Person", person }])

/**
 * Who must be told of an event: whose paper was not counted, so that they may cast another one while there is time. No notice
 * says how anybody voted, and of a ballot that counts there is none.
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
    case "BallotCast":
    case "Voted":
      return []
  }
}
