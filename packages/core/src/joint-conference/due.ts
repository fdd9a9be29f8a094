import type { Due } from "../kernel/due.ts"
import type { ConferenceCommand } from "./commands.ts"
import type { Action, Conference, Meeting, ReminderStage } from "./model.ts"
import { missingFrom, reminderFrom } from "./rules/index.ts"

const stages: ReadonlyArray<ReminderStage> = ["before-due", "overdue"]

const ofAction = (action: Action): ReadonlyArray<Due<ConferenceCommand>> =>
  action.closed
    ? []
    : stages
        .filter((stage) => !action.reminded.includes(stage))
        .map((stage) => ({
          rule: "CONFERENCE-18",
          on: reminderFrom(action, stage),
          command: { _tag: "RemindAction", resolution: action.resolution, stage },
        }))

const ofMinutes = ({
  meeting,
  minutesBefore,
  minutesReminded,
  status,
}: Meeting): ReadonlyArray<Due<ConferenceCommand>> =>
  status !== "held" || minutesBefore === null || minutesReminded
    ? []
    : [{ rule: "CONFERENCE-17", on: minutesBefore, command: { _tag: "RemindMinutes", meeting } }]

/** What a conference waits for: late minutes, what was resolved, and a meeting that nobody called. */
export const due = (conference: Conference): ReadonlyArray<Due<ConferenceCommand>> => {
  const missing = missingFrom(conference)
  return [
    ...(missing === null
      ? []
      : [{ rule: "CONFERENCE-19", on: missing, command: { _tag: "NoteMissingMeeting" } } as const]),
    ...conference.meetings.flatMap(ofMinutes),
    ...conference.meetings.flatMap((meeting) => meeting.actions.flatMap(ofAction)),
  ]
}
