import { addDays, type CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Action, Conference, Meeting, ReminderStage } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"

/** What was resolved and is not closed. */
export const openActions = (conference: Pick<Conference, "meetings">): ReadonlyArray<Action> =>
  conference.meetings.flatMap((meeting) => meeting.actions).filter((action) => !action.closed)

/** Whether nothing that this meeting resolved is open any more. */
export const allActionsClosed = (meeting: Pick<Meeting, "actions">): boolean =>
  meeting.actions.every((action) => action.closed)

/** The day on which the responsible unit is reminded of what is due on `dueOn`. */
export const remindOn = (dueOn: CivilDate, policy: Pick<ConferencePolicy, "actionReminderDays">): CivilDate =>
  addDays(dueOn, -policy.actionReminderDays)

/** The first day on which a reminder of this stage goes out: some days before the due day, or the day after it. */
export const reminderFrom = (action: Pick<Action, "dueOn" | "remindOn">, stage: ReminderStage): CivilDate =>
  stage === "before-due" ? action.remindOn : addDays(action.dueOn, 1)
