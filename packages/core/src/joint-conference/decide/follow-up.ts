import { object, unless } from "../../kernel/decider.ts"
import type { ConferenceEvent } from "../events.ts"
import type { Action, Meeting } from "../model.ts"
import { allActionsClosed, reminderFrom, remindOn } from "../rules/index.ts"
import { meetingAt, openActionOf } from "./meetings.ts"
import { unitMustBeMember } from "./objections.ts"
import { type Command, type ConferenceDecision, type Objection, quiet, type Standing } from "./standing.ts"

const settles = (
  { actions, meeting }: Pick<Meeting, "actions" | "meeting">,
  { today }: Standing,
): ReadonlyArray<ConferenceEvent> =>
  allActionsClosed({ actions }) ? [{ _tag: "MeetingSettled", meeting, on: today }] : []

/** The minutes are filed; where nothing that was resolved is open, that settles the meeting (CONFERENCE-17). */
export const fileMinutes = ({ digest, meeting }: Command<"FileMinutes">, standing: Standing): ConferenceDecision => {
  const found = meetingAt(standing.conference, meeting, ["held"])
  if (!found.ok) return object(found.refusal)
  return unless([], () => [
    { _tag: "MinutesFiled", meeting, digest, on: standing.today },
    ...settles(found.value, standing),
  ])
}

/** Minutes that are late are asked for, once (CONFERENCE-17). */
export const remindMinutes = (
  { meeting }: Command<"RemindMinutes">,
  { conference, today }: Standing,
): ConferenceDecision => {
  const found = meetingAt(conference, meeting, ["held"])
  if (!found.ok) return object(found.refusal)
  const { minutesBefore, minutesReminded } = found.value
  if (minutesReminded || minutesBefore === null) return quiet
  const early: Objection =
    today < minutesBefore
      ? { _tag: "MinutesReminderNotDue", rule: "CONFERENCE-17", meeting, from: minutesBefore }
      : undefined
  return unless([early], () => [{ _tag: "MinutesReminded", meeting, minutesBefore }])
}

/** What was asked for is done, as the evidence shows; the last one settles a meeting whose minutes are filed (CONFERENCE-18). */
export const closeAction = (
  { evidence, resolution }: Command<"CloseAction">,
  standing: Standing,
): ConferenceDecision => {
  const found = openActionOf(standing.conference, resolution)
  if (!found.ok) return object(found.refusal)
  const { meeting } = found.value
  const closed = (action: Action): Action => (action.resolution === resolution ? { ...action, closed: true } : action)
  const rest =
    meeting.status === "minuted" ? settles({ ...meeting, actions: meeting.actions.map(closed) }, standing) : []
  return unless([], () => [{ _tag: "ActionClosed", resolution, evidence, on: standing.today }, ...rest])
}

/** A due day is put off, with the reason, and never brought forward; its reminders begin anew (CONFERENCE-18). */
export const extendAction = (command: Command<"ExtendAction">, { conference }: Standing): ConferenceDecision => {
  const { dueOn, reason, resolution } = command
  const found = openActionOf(conference, resolution)
  if (!found.ok) return object(found.refusal)
  const { action, meeting } = found.value
  const before = action.dueOn
  const notLater: Objection =
    dueOn > before
      ? undefined
      : { _tag: "ExtensionNotLater", rule: "CONFERENCE-18", resolution, dueOn: before, asked: dueOn }
  return unless([notLater], () => [
    { _tag: "ActionExtended", resolution, before, dueOn, remindOn: remindOn(dueOn, meeting.frozen.policy), reason },
  ])
}

/** Another member takes over, with the reason; there is one responsible unit at any time (CONFERENCE-18). */
export const reassignAction = (command: Command<"ReassignAction">, { conference }: Standing): ConferenceDecision => {
  const { reason, resolution, unit } = command
  const found = openActionOf(conference, resolution)
  if (!found.ok) return object(found.refusal)
  const before = found.value.action.unit
  if (before === unit) return quiet
  return unless([unitMustBeMember(conference, unit)], () => [
    { _tag: "ActionReassigned", resolution, before, unit, reason },
  ])
}

/** The responsible unit is reminded, once for each stage and due day, however often the clock is looked at (CONFERENCE-18). */
export const remindAction = (
  { resolution, stage }: Command<"RemindAction">,
  { conference, today }: Standing,
): ConferenceDecision => {
  const found = openActionOf(conference, resolution)
  if (!found.ok) return object(found.refusal)
  const { action } = found.value
  if (action.reminded.includes(stage)) return quiet
  const from = reminderFrom(action, stage)
  const early: Objection =
    today < from ? { _tag: "ActionReminderNotDue", rule: "CONFERENCE-18", resolution, stage, from } : undefined
  const { dueOn, unit } = action
  return unless([early], () => [{ _tag: "ActionReminded", resolution, stage, unit, dueOn }])
}
