import {
  type Conference,
  type ConferenceCommand,
  conferencePolicyDefaults,
  jointConference,
} from "@jinlin/core/joint-conference"
import { step } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { around } from "./moments.ts"

const meeting = { meeting: "spring", on: "2026-03-20", minuteOfDay: 570, place: "community hall" } as const

/** The day of the meeting. */
export const meetingDay: CivilDate = meeting.on

const founding: ReadonlyArray<ConferenceCommand> = [
  { _tag: "FoundConference", level: "community", convenor: "person-0", policy: conferencePolicyDefaults },
  ...Array.from(
    { length: 12 },
    (_, index): ConferenceCommand => ({
      _tag: "AdmitUnit",
      unit: `unit-${index + 1}`,
      kind: "enterprise",
      capacity: "member",
      delegate: `delegate-${index + 1}`,
      alternate: `alternate-${index + 1}`,
    }),
  ),
  { _tag: "ScheduleMeeting", ...meeting, chairUnit: "unit-1" },
  { _tag: "GiveNotice", meeting: meeting.meeting },
]

/** The delegate of a unit, counted from 1, came to the meeting. */
export const arrival = (unit: number): Extract<ConferenceCommand, { readonly _tag: "RecordAttendance" }> => ({
  _tag: "RecordAttendance",
  meeting: meeting.meeting,
  unit: `unit-${unit}`,
  by: "delegate",
  person: `delegate-${unit}`,
})

const asked = (conference: Conference, command: ConferenceCommand, day: CivilDate): Conference => {
  const stepped = step(jointConference, command, conference, around(day))
  if (Result.isSuccess(stepped)) return stepped.success.state
  throw new Error(`[bench] ${command._tag} was refused: ${stepped.failure.map((refusal) => refusal._tag).join(", ")}`)
}

/** Twelve conferences of twelve units on the day of a meeting: to the first nobody has come yet, to the last eleven have. */
export const conferences = (): ReadonlyArray<Conference> => {
  const noticed = founding.reduce((so, command) => asked(so, command, "2026-03-02"), jointConference.initial)
  const all = [noticed]
  for (let unit = 1; unit < 12; unit += 1) all.push(asked(all.at(-1) ?? noticed, arrival(unit), meetingDay))
  return all
}
