import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { Action, Conference, Frozen, Meeting, MeetingStatus } from "../model.ts"
import type { ConferenceRefusal } from "../refusals.ts"
import { openActions } from "../rules/index.ts"

/** A meeting whose notice is out: it is judged by what was frozen then. */
export type NoticedMeeting = Meeting & { readonly frozen: Frozen }

/** The meeting where this step begins, or why it is not there: unknown, over, or at another step (CONFERENCE-15). */
export const meetingAt = (
  { closed, meetings }: Conference,
  id: string,
  expected: ReadonlyArray<MeetingStatus>,
): Checked<Meeting, ConferenceRefusal> => {
  const meeting = meetings.find((known) => known.meeting === id)
  const got = meeting?.status ?? closed.find((known) => known.meeting === id)?.outcome
  if (got === undefined) {
    const open = meetings.map((known) => known.meeting)
    return refuse({ _tag: "MeetingUnknown", rule: "CONFERENCE-15", meeting: id, open })
  }
  if (meeting !== undefined && expected.includes(meeting.status)) return accept(meeting)
  return refuse({ _tag: "StepOrder", rule: "CONFERENCE-15", meeting: id, expected, got })
}

/** The same, for steps that come after the notice. */
export const noticedMeetingAt = (
  conference: Conference,
  id: string,
  expected: ReadonlyArray<MeetingStatus>,
): Checked<NoticedMeeting, ConferenceRefusal> => {
  const found = meetingAt(conference, id, expected)
  if (!found.ok) return found
  const { frozen, status } = found.value
  if (frozen !== null) return found as Checked<NoticedMeeting, ConferenceRefusal>
  return refuse({ _tag: "StepOrder", rule: "CONFERENCE-15", meeting: id, expected, got: status })
}

/** What a resolution asks for while it is open, with the meeting that resolved it (CONFERENCE-18). */
export const openActionOf = (
  conference: Conference,
  resolution: string,
): Checked<{ readonly meeting: NoticedMeeting; readonly action: Action }, ConferenceRefusal> => {
  for (const meeting of conference.meetings) {
    const action = meeting.actions.find((known) => known.resolution === resolution && !known.closed)
    if (action !== undefined && meeting.frozen !== null)
      return accept({ action, meeting: { ...meeting, frozen: meeting.frozen } })
  }
  const open = openActions(conference).map((action) => action.resolution)
  return refuse({ _tag: "ActionNotOpen", rule: "CONFERENCE-18", resolution, open })
}
