import type { ConferenceEvent } from "../joint-conference/index.ts"
import { type Rota, type RotaCommand, seatOf } from "../rotating-chair/index.ts"
import type { Following } from "./reaction.ts"

const membership = (command: RotaCommand): ReadonlyArray<Following<RotaCommand>> => [{ rule: "REACTION-1", command }]

const countsMeetings = (rota: Rota): boolean => rota.policies.some(({ policy }) => policy.term._tag === "Meetings")

/** What an event of the conference means for its rota. Before the rota is opened and after it is closed: nothing. */
export const chairFollowsConference = (event: ConferenceEvent, rota: Rota): ReadonlyArray<Following<RotaCommand>> => {
  if (rota.status !== "open") return []
  const isSeated = (unit: string) => seatOf(rota, unit) !== undefined
  switch (event._tag) {
    case "UnitAdmitted":
      return event.capacity === "member" && !isSeated(event.unit)
        ? membership({ _tag: "SeatUnit", unit: event.unit })
        : []
    case "UnitReleased":
      return isSeated(event.unit) ? membership({ _tag: "UnseatUnit", unit: event.unit }) : []
    case "MemberUnitsMerged": {
      const [one, other] = event.units
      // A member that joins with an observer keeps its seat, under the new name.
      return isSeated(one) || isSeated(other)
        ? membership({ _tag: "MergeUnits", units: event.units, into: event.unit })
        : []
    }
    case "MeetingHeld": {
      const { heldOn, meeting } = event
      return countsMeetings(rota) ? [{ rule: "REACTION-2", command: { _tag: "CountMeeting", meeting, heldOn } }] : []
    }
    case "ConferenceDissolved":
      return [{ rule: "REACTION-4", command: { _tag: "CloseRota" } }]
    default:
      return []
  }
}
