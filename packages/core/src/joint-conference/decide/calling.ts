import { object, unless } from "../../kernel/decider.ts"
import type { ConferenceEvent } from "../events.ts"
import type { AgendaItem, Appointment } from "../model.ts"
import { lastDayBefore, membersOf, noticeBefore } from "../rules/index.ts"
import { meetingAt, noticedMeetingAt } from "./meetings.ts"
import {
  idMustBeFree,
  noticeMustFit,
  rotaMustAgree,
  secretaryMustNotPreside,
  unitMustBeKnown,
  unitMustBeMember,
} from "./objections.ts"
import { type Command, type ConferenceDecision, type Objection, quiet, type Standing } from "./standing.ts"

/** A new meeting: when and where, who presides, and the inquorate meeting that it continues, if it does. */
interface NewMeeting extends Appointment {
  readonly meeting: string
  readonly chairUnit: string | null
}

const mayBeSet = (asked: NewMeeting, standing: Standing): ReadonlyArray<Objection> => {
  const { conference, policy, presider, today } = standing
  const { chairUnit, meeting } = asked
  return [
    idMustBeFree(conference, meeting),
    noticeMustFit(asked, policy, today),
    chairUnit === null ? undefined : unitMustBeMember(conference, chairUnit),
    rotaMustAgree(presider, chairUnit),
    secretaryMustNotPreside(conference.secretariat?.body, [{ meeting, chairUnit, frozen: null }], policy),
  ]
}

const scheduled = (
  asked: NewMeeting,
  { policy }: Standing,
  carried: { readonly continues: string | null; readonly agenda: ReadonlyArray<AgendaItem> },
): ConferenceEvent => {
  const { chairUnit, meeting, minuteOfDay, on, place } = asked
  const before = noticeBefore(on, policy.noticeDays)
  return { _tag: "MeetingScheduled", meeting, on, minuteOfDay, place, chairUnit, noticeBefore: before, ...carried }
}

/** A meeting is set for a day that leaves room for its notice (CONFERENCE-6). */
export const schedule = (command: Command<"ScheduleMeeting">, standing: Standing): ConferenceDecision =>
  unless(mayBeSet(command, standing), () => [scheduled(command, standing, { continues: null, agenda: [] })])

/** An inquorate meeting is put off to a new one, which takes over its agenda (CONFERENCE-16). */
export const adjourn = (command: Command<"AdjournMeeting">, standing: Standing): ConferenceDecision => {
  const found = meetingAt(standing.conference, command.meeting, ["inquorate"])
  if (!found.ok) return object(found.refusal)
  const { agenda, meeting } = found.value
  const next: NewMeeting = { ...command, meeting: command.into }
  return unless(mayBeSet(next, standing), () => [
    { _tag: "MeetingAdjourned", meeting, into: command.into },
    scheduled(next, standing, { continues: meeting, agenda }),
  ])
}

/** An inquorate meeting is called once more, where the policy that judges it has a rule for that (CONFERENCE-16). */
export const reconvene = (command: Command<"ReconveneMeeting">, standing: Standing): ConferenceDecision => {
  const { meeting, minuteOfDay, on, place } = command
  const found = noticedMeetingAt(standing.conference, meeting, ["inquorate"])
  if (!found.ok) return object(found.refusal)
  const { frozen, reconvened } = found.value
  const { reconvening } = frozen.policy
  if (reconvening === null) return object({ _tag: "ReconveningNotAdmitted", rule: "CONFERENCE-16", meeting })
  const again: Objection = reconvened ? { _tag: "AlreadyReconvened", rule: "CONFERENCE-16", meeting } : undefined
  return unless([again, noticeMustFit(command, reconvening, standing.today)], () => [
    { _tag: "MeetingReconvened", meeting, on, minuteOfDay, place },
  ])
}

/** Another unit presides than was noted; after the notice it must be one of the frozen roll (CONFERENCE-13). */
export const replaceChair = (command: Command<"ReplaceChairUnit">, standing: Standing): ConferenceDecision => {
  const { chairUnit, meeting } = command
  const { conference, policy, presider } = standing
  const found = meetingAt(conference, meeting, ["scheduled", "noticed"])
  if (!found.ok) return object(found.refusal)
  const { chairUnit: before, frozen } = found.value
  if (before === chairUnit) return quiet
  const members = { units: frozen?.roll ?? conference.units }
  return unless(
    [
      chairUnit === null ? undefined : unitMustBeMember(members, chairUnit),
      rotaMustAgree(presider, chairUnit),
      secretaryMustNotPreside(conference.secretariat?.body, [{ ...found.value, chairUnit }], policy),
    ],
    () => [{ _tag: "ChairUnitReplaced", meeting, before, chairUnit }],
  )
}

/** A unit asks for a matter to be considered, in time for the others to prepare (CONFERENCE-7). */
export const addItem = (command: Command<"AddAgendaItem">, standing: Standing): ConferenceDecision => {
  const { item, meeting, proposedBy, title } = command
  const { conference, policy, today } = standing
  const found = meetingAt(conference, meeting, ["scheduled"])
  if (!found.ok) return object(found.refusal)
  const { agenda, on } = found.value
  const { agendaDays } = policy
  const lastDay = lastDayBefore(on, agendaDays)
  const objections: ReadonlyArray<Objection> = [
    today > lastDay
      ? { _tag: "AgendaClosed", rule: "CONFERENCE-7", meeting, on, agendaDays, lastDay, today }
      : undefined,
    agenda.some((known) => known.item === item)
      ? { _tag: "ItemAlreadyOnAgenda", rule: "CONFERENCE-7", meeting, item }
      : undefined,
    conference.secretariat?.body === proposedBy ? undefined : unitMustBeKnown(conference, proposedBy),
  ]
  return unless(objections, () => [{ _tag: "AgendaItemAdded", meeting, item, title, proposedBy }])
}

/** A matter is taken off the agenda before the meeting begins (CONFERENCE-7). */
export const withdrawItem = (
  { item, meeting }: Command<"WithdrawAgendaItem">,
  { conference }: Standing,
): ConferenceDecision => {
  const found = meetingAt(conference, meeting, ["scheduled", "noticed"])
  if (!found.ok) return object(found.refusal)
  const agenda = found.value.agenda.map((known) => known.item)
  if (!agenda.includes(item)) return object({ _tag: "ItemNotOnAgenda", rule: "CONFERENCE-7", meeting, item, agenda })
  return unless([], () => [{ _tag: "AgendaItemWithdrawn", meeting, item }])
}

/** The notice goes out in time, and freezes the rules and the roll (CONFERENCE-6, CONFERENCE-8). */
export const giveNotice = ({ meeting }: Command<"GiveNotice">, standing: Standing): ConferenceDecision => {
  const { conference, policy, today } = standing
  const found = meetingAt(conference, meeting, ["scheduled"])
  if (!found.ok) return object(found.refusal)
  const { chairUnit, minuteOfDay, on, place } = found.value
  const { noticeDays } = policy
  const lastDay = lastDayBefore(on, noticeDays)
  const late: Objection =
    today > lastDay
      ? { _tag: "NoticeTooLate", rule: "CONFERENCE-6", meeting, on, noticeDays, lastDay, today }
      : undefined
  const nobody: Objection =
    membersOf(conference.units).length === 0 ? { _tag: "NoMemberOnRoll", rule: "CONFERENCE-8", meeting } : undefined
  const objections = [
    late,
    nobody,
    chairUnit === null ? undefined : unitMustBeMember(conference, chairUnit),
    secretaryMustNotPreside(conference.secretariat?.body, [found.value], policy),
  ]
  const roll = conference.units.map(({ alternate, capacity, delegate, unit }) => ({
    unit,
    capacity,
    delegate,
    alternate,
  }))
  return unless(objections, () => [
    { _tag: "MeetingNoticed", meeting, on, minuteOfDay, place, noticedOn: today, policy, roll },
  ])
}

/** A meeting is called off, with the reason, before it begins (CONFERENCE-15). */
export const cancel = ({ meeting, reason }: Command<"CancelMeeting">, { conference }: Standing): ConferenceDecision => {
  const found = meetingAt(conference, meeting, ["scheduled", "noticed"])
  return found.ok ? unless([], () => [{ _tag: "MeetingCancelled", meeting, reason }]) : object(found.refusal)
}
