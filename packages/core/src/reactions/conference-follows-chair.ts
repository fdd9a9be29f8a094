import type { Conference, ConferenceCommand } from "../joint-conference/index.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Rota, RotaEvent } from "../rotating-chair/index.ts"
import { presiderOf } from "./presider-of.ts"
import type { Following } from "./reaction.ts"

const changesHands: ReadonlyArray<RotaEvent["_tag"]> = [
  "TurnMoved",
  "TurnsSwapped",
  "UnitsMerged",
  "SubstituteNamed",
  "VacancyFilled",
  "TermPublished",
  "TermBegun",
  "TermEndSet",
]

/** The meetings that are called and get another chair, because a published turn passed to another unit (REACTION-3). */
export const conferenceFollowsChair = (
  event: RotaEvent,
  rota: Rota,
  { conference, today }: { readonly conference: Conference; readonly today: CivilDate },
): ReadonlyArray<Following<ConferenceCommand>> => {
  if (!changesHands.includes(event._tag)) return []
  return conference.meetings.flatMap((meeting): ReadonlyArray<Following<ConferenceCommand>> => {
    const isCalled = meeting.status === "scheduled" || meeting.status === "noticed"
    const presider = presiderOf(rota, meeting.on, null)
    if (!isCalled || meeting.on < today || presider === undefined) return []
    const chairUnit = presider._tag === "Unit" ? presider.unit : null
    if (chairUnit === meeting.chairUnit) return []
    return [{ rule: "REACTION-3", command: { _tag: "ReplaceChairUnit", meeting: meeting.meeting, chairUnit } }]
  })
}
