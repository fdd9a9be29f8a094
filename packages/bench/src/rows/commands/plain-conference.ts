import type { Attendance, Conference, ConferenceCommand, ConferenceEvent, Meeting } from "@jinlin/core/joint-conference"
import type { Plain } from "./plain.ts"

type RecordAttendance = Extract<ConferenceCommand, { readonly _tag: "RecordAttendance" }>
type AttendanceRecorded = Extract<ConferenceEvent, { readonly _tag: "AttendanceRecorded" }>

const meetingAt = (conference: Conference, id: string): Meeting | undefined => {
  for (const meeting of conference.meetings) if (meeting.meeting === id) return meeting
  return undefined
}

const noted = (attendance: Meeting["attendance"], { by, unit }: AttendanceRecorded): Meeting["attendance"] => {
  let came: Attendance = { unit, delegate: false, alternate: false }
  const others: Array<Attendance> = []
  for (const known of attendance)
    if (known.unit === unit) came = known
    else others.push(known)
  others.push({ ...came, [by]: true })
  return others
}

/** Somebody came for a unit. */
export const recordAttendance: Plain<Conference, RecordAttendance, AttendanceRecorded> = {
  decide: (conference, { by, meeting, person, unit }, today) => {
    const found = meetingAt(conference, meeting)
    const frozen = found?.frozen
    if (conference.status !== "active" || !found || !frozen || found.status !== "noticed" || found.on !== today)
      return undefined
    const seat = frozen.roll.find((known) => known.unit === unit)
    if (seat?.[by] !== person || (by === "alternate" && frozen.policy.alternates === "never")) return undefined
    for (const record of found.attendance) if (record.unit === unit && record[by]) return []
    return [{ _tag: "AttendanceRecorded", meeting, unit, by, person }]
  },
  evolve: (conference, event) => ({
    ...conference,
    meetings: conference.meetings.map((meeting) =>
      meeting.meeting === event.meeting ? { ...meeting, attendance: noted(meeting.attendance, event) } : meeting,
    ),
  }),
}
