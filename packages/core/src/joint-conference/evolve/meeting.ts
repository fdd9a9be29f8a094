import type { ConferenceEvent } from "../events.ts"
import type { Action, Attendance, Meeting } from "../model.ts"

/** What happens to one meeting that stays open. */
export type MeetingEvent = Extract<
  ConferenceEvent,
  {
    readonly _tag:
      | "ChairUnitReplaced"
      | "AgendaItemAdded"
      | "AgendaItemWithdrawn"
      | "MeetingNoticed"
      | "AttendanceRecorded"
      | "MeetingFoundQuorate"
      | "MeetingFoundInquorate"
      | "MeetingReconvened"
      | "ResolutionAdopted"
      | "ResolutionLost"
      | "MeetingHeld"
      | "MinutesFiled"
      | "MinutesReminded"
  }
>

/** What happens to what one resolution asks for. */
export type ActionEvent = Extract<
  ConferenceEvent,
  { readonly _tag: "ActionClosed" | "ActionExtended" | "ActionReassigned" | "ActionReminded" }
>

const noteArrival = (
  attendance: Meeting["attendance"],
  unit: string,
  by: "delegate" | "alternate",
): Meeting["attendance"] => {
  const came: Attendance = attendance.find((known) => known.unit === unit) ?? {
    unit,
    delegate: false,
    alternate: false,
  }
  return [...attendance.filter((known) => known.unit !== unit), { ...came, [by]: true }]
}

const notePut = (meeting: Meeting, event: Extract<MeetingEvent, { _tag: `Resolution${string}` }>): Meeting => {
  const { item, resolution, textDigest } = event
  const adopted = event._tag === "ResolutionAdopted"
  return { ...meeting, texts: [...meeting.texts, { resolution, item, textDigest, adopted }] }
}

/** What a meeting becomes by an event. */
export const evolveMeeting = (meeting: Meeting, event: MeetingEvent): Meeting => {
  switch (event._tag) {
    case "ChairUnitReplaced":
      return { ...meeting, chairUnit: event.chairUnit }
    case "AgendaItemAdded": {
      const { item, proposedBy, title } = event
      return { ...meeting, agenda: [...meeting.agenda, { item, title, proposedBy }] }
    }
    case "AgendaItemWithdrawn":
      return { ...meeting, agenda: meeting.agenda.filter((known) => known.item !== event.item) }
    case "MeetingNoticed": {
      const { noticedOn, policy, roll } = event
      return { ...meeting, status: "noticed", frozen: { on: noticedOn, policy, roll } }
    }
    case "AttendanceRecorded":
      return { ...meeting, attendance: noteArrival(meeting.attendance, event.unit, event.by) }
    case "MeetingFoundQuorate":
      return { ...meeting, status: "quorate" }
    case "MeetingFoundInquorate":
      return { ...meeting, status: "inquorate" }
    case "MeetingReconvened": {
      const { minuteOfDay, on, place } = event
      return { ...meeting, on, minuteOfDay, place, status: "noticed", reconvened: true, attendance: [] }
    }
    case "ResolutionAdopted": {
      const { dueOn, remindOn, resolution, responsibleUnit: unit } = event
      const action: Action = { resolution, unit, dueOn, remindOn, reminded: [], closed: false }
      return { ...notePut(meeting, event), actions: [...meeting.actions, action] }
    }
    case "ResolutionLost":
      return notePut(meeting, event)
    case "MeetingHeld":
      return { ...meeting, status: "held", minutesBefore: event.minutesBefore }
    case "MinutesFiled":
      return { ...meeting, status: "minuted" }
    case "MinutesReminded":
      return { ...meeting, minutesReminded: true }
  }
}

/** What an action becomes by an event. A later due day begins its reminders anew. */
export const evolveAction = (action: Action, event: ActionEvent): Action => {
  switch (event._tag) {
    case "ActionClosed":
      return { ...action, closed: true }
    case "ActionExtended":
      return { ...action, dueOn: event.dueOn, remindOn: event.remindOn, reminded: [] }
    case "ActionReassigned":
      return { ...action, unit: event.unit }
    case "ActionReminded":
      return { ...action, reminded: [...action.reminded, event.stage] }
  }
}
