import type { Notice, Recipient } from "../kernel/notice.ts"
import type { ConferenceEvent } from "./events.ts"

type Event<Tag extends ConferenceEvent["_tag"]> = Extract<ConferenceEvent, { readonly _tag: Tag }>

const everybody: ReadonlyArray<Recipient> = [{ _tag: "AllUnits" }]
const organizers: ReadonlyArray<Recipient> = [
  { _tag: "Post", post: "convenor" },
  { _tag: "Post", post: "secretary" },
]
const unit = (id: string): Recipient => ({ _tag: "Unit", unit: id })

const tell = (template: string, to: ReadonlyArray<Recipient>, data: Notice["data"]): ReadonlyArray<Notice> => [
  { template, to, data },
]

const ofResolution = (event: Event<"ResolutionAdopted" | "ResolutionLost">): ReadonlyArray<Notice> => {
  const { dueOn, item, meeting, resolution, responsibleUnit } = event
  const data = { meeting, resolution, item, unit: responsibleUnit, dueOn }
  if (event._tag === "ResolutionLost") return tell("resolution-lost", everybody, { meeting, resolution, item })
  return [...tell("resolution-adopted", everybody, data), ...tell("action-assigned", [unit(responsibleUnit)], data)]
}

const ofMembership = (
  event: Event<"UnitAdmitted" | "UnitReleased" | "MemberUnitsMerged" | "DelegateNamed">,
): ReadonlyArray<Notice> => {
  const data = { unit: event.unit, on: event.on }
  switch (event._tag) {
    case "UnitAdmitted":
      return tell("unit-admitted", [unit(event.unit), ...organizers], data)
    case "UnitReleased":
      return tell("unit-released", [unit(event.unit), ...organizers], data)
    case "MemberUnitsMerged":
      return tell("units-merged", [unit(event.unit), ...organizers], {
        ...data,
        one: event.units[0],
        other: event.units[1],
      })
    case "DelegateNamed":
      return tell("delegate-named", organizers, data)
  }
}

const ofAction = (
  event: Event<"ActionExtended" | "ActionReassigned" | "ActionReminded" | "ActionClosed">,
): ReadonlyArray<Notice> => {
  const { resolution } = event
  switch (event._tag) {
    case "ActionClosed":
      return tell("action-closed", organizers, { resolution, on: event.on })
    case "ActionExtended":
      return tell("action-extended", everybody, { resolution, before: event.before, dueOn: event.dueOn })
    case "ActionReassigned": {
      const { before, unit: next } = event
      return tell("action-reassigned", [unit(next), unit(before)], { resolution, unit: next, before })
    }
    case "ActionReminded": {
      const { dueOn, stage, unit: responsible } = event
      const data = { resolution, unit: responsible, dueOn }
      return stage === "before-due"
        ? tell("action-due", [unit(responsible)], data)
        : tell("action-overdue", [unit(responsible), ...organizers], data)
    }
  }
}

/** Who must be told of an event. No notice holds a reference to a person. */
export const notices = (event: ConferenceEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "UnitAdmitted":
    case "UnitReleased":
    case "MemberUnitsMerged":
    case "DelegateNamed":
      return ofMembership(event)
    case "ConvenorAssigned":
      return tell("convenor-assigned", everybody, { from: event.from })
    case "SecretariatAppointed":
      return tell("secretariat-appointed", everybody, { body: event.body })
    case "PolicyAdopted":
      return tell("conference-policy-adopted", everybody, { effectiveFrom: event.effectiveFrom })
    case "MeetingScheduled": {
      const { meeting, minuteOfDay, on, place } = event
      return tell("agenda-called", everybody, { meeting, on, minuteOfDay, place })
    }
    case "ChairUnitReplaced": {
      const { chairUnit, meeting } = event
      const to = chairUnit === null ? organizers : [unit(chairUnit), ...organizers]
      return tell("chair-unit-replaced", to, { meeting, unit: chairUnit })
    }
    case "MeetingNoticed":
    case "MeetingReconvened": {
      const { meeting, minuteOfDay, on, place } = event
      const template = event._tag === "MeetingNoticed" ? "meeting-noticed" : "meeting-reconvened"
      return tell(template, everybody, { meeting, on, minuteOfDay, place })
    }
    case "MeetingCancelled":
      return tell("meeting-cancelled", everybody, { meeting: event.meeting, reason: event.reason })
    case "MeetingAdjourned":
      return tell("meeting-adjourned", everybody, { meeting: event.meeting, into: event.into })
    case "MeetingFoundInquorate":
      return tell("meeting-inquorate", organizers, { meeting: event.meeting, shortBy: event.finding.shortBy ?? 0 })
    case "ResolutionAdopted":
    case "ResolutionLost":
      return ofResolution(event)
    case "MinutesFiled":
      return tell("minutes-filed", everybody, { meeting: event.meeting })
    case "MinutesReminded":
      return tell("minutes-late", organizers, { meeting: event.meeting, before: event.minutesBefore })
    case "ActionClosed":
    case "ActionExtended":
    case "ActionReassigned":
    case "ActionReminded":
      return ofAction(event)
    case "MeetingFoundMissing":
      return tell("meeting-missing", organizers, { since: event.since, before: event.before })
    case "ConferenceDissolved":
      return tell("conference-dissolved", everybody, { on: event.on, reason: event.reason })
    default:
      return []
  }
}
