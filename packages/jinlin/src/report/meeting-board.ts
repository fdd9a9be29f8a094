import { type MeetingCard, meetingBoard, type ResolutionEntry, resolutionRegister } from "@jinlin/core/joint-conference"
import { project } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Story } from "../journal/story.ts"
import { rollKey, rollsIn } from "./sentences.ts"
import { conferenceEventsOf } from "./streams.ts"

/** One meeting with who came, who was missing, and what it resolved. Only members are counted among them. */
export interface MeetingRow extends MeetingCard {
  readonly present: ReadonlyArray<string>
  readonly absent: ReadonlyArray<string>
  readonly resolutions: ReadonlyArray<ResolutionEntry>
  readonly minutesOn: CivilDate | null
}

const minutesIn = (story: Story, conference: string): ReadonlyMap<string, CivilDate> =>
  new Map(
    conferenceEventsOf(story, conference).flatMap((event) =>
      event._tag === "MinutesFiled" ? [[event.meeting, event.on] as const] : [],
    ),
  )

const cameTo = (story: Story, conference: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const came = new Map<string, Set<string>>()
  for (const event of conferenceEventsOf(story, conference)) {
    // A meeting that is called once more begins its attendance anew.
    if (event._tag === "MeetingReconvened") came.delete(event.meeting)
    if (event._tag === "AttendanceRecorded")
      came.set(event.meeting, (came.get(event.meeting) ?? new Set()).add(event.unit))
  }
  return came
}

/** The texts that one conference put to the vote, in order. */
const resolutionsOf = (story: Story, conference: string): ReadonlyArray<ResolutionEntry> =>
  project(resolutionRegister, conferenceEventsOf(story, conference))

/** The meetings of one conference in the order in which they were set. */
export const meetingsOf = (story: Story, conference: string): ReadonlyArray<MeetingRow> => {
  const rolls = rollsIn(story.entries)
  const came = cameTo(story, conference)
  const minutes = minutesIn(story, conference)
  const resolutions = resolutionsOf(story, conference)
  return project(meetingBoard, conferenceEventsOf(story, conference)).map((card) => {
    const roll = rolls.get(rollKey(conference, card.meeting)) ?? []
    const isHere = (unit: string): boolean => came.get(card.meeting)?.has(unit) === true
    return {
      ...card,
      present: roll.filter(isHere),
      absent: roll.filter((unit) => !isHere(unit)),
      resolutions: resolutions.filter(({ meeting }) => meeting === card.meeting),
      minutesOn: minutes.get(card.meeting) ?? null,
    }
  })
}

/** Whether a meeting sat: it was found quorate and was not called off. */
export const wasHeld = ({ status }: Pick<MeetingCard, "status">): boolean =>
  status === "held" || status === "minuted" || status === "settled"
