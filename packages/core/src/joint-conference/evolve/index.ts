import type { ConferenceEvent } from "../events.ts"
import type { ClosedMeeting, Conference, Meeting, MeetingOutcome } from "../model.ts"
import { type ActionEvent, evolveAction, evolveMeeting, type MeetingEvent } from "./meeting.ts"
import { evolveRoll, insertConvenor } from "./roll.ts"

type Of<Tag extends ConferenceEvent["_tag"]> = Extract<ConferenceEvent, { readonly _tag: Tag }>

const changeMeeting = (conference: Conference, event: MeetingEvent): Conference => ({
  ...conference,
  meetings: conference.meetings.map((known) => (known.meeting === event.meeting ? evolveMeeting(known, event) : known)),
})

const changeAction = (conference: Conference, event: ActionEvent): Conference => ({
  ...conference,
  meetings: conference.meetings.map((meeting) => ({
    ...meeting,
    actions: meeting.actions.map((action) =>
      action.resolution === event.resolution ? evolveAction(action, event) : action,
    ),
  })),
})

/** Of a meeting that is over only a summary stays, so that the state stays small. */
const summaryOf = ({ meeting, on, texts }: Meeting, outcome: MeetingOutcome): ClosedMeeting => ({
  meeting,
  on,
  outcome,
  resolutions: texts.map((put) => put.resolution),
})

const close = (conference: Conference, id: string, outcome: MeetingOutcome): Conference => ({
  ...conference,
  meetings: conference.meetings.filter((known) => known.meeting !== id),
  closed: [
    ...conference.closed,
    ...conference.meetings.filter((known) => known.meeting === id).map((known) => summaryOf(known, outcome)),
  ],
})

const scheduled = ({
  agenda,
  chairUnit,
  meeting,
  minuteOfDay,
  noticeBefore,
  on,
  place,
}: Of<"MeetingScheduled">): Meeting => ({
  meeting,
  on,
  minuteOfDay,
  place,
  status: "scheduled",
  chairUnit,
  noticeBefore,
  agenda,
  frozen: null,
  reconvened: false,
  attendance: [],
  texts: [],
  actions: [],
  minutesBefore: null,
  minutesReminded: false,
})

const founded = (conference: Conference, event: Of<"ConferenceFounded">): Conference => {
  const { cadence, convenor, level, on, policy } = event
  return {
    ...conference,
    status: "active",
    level,
    policies: [{ policy, effectiveFrom: on }],
    convenors: [{ person: convenor, from: on }],
    cadence,
  }
}

/** What a conference becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (conference: Conference, event: ConferenceEvent): Conference => {
  switch (event._tag) {
    case "ConferenceFounded":
      return founded(conference, event)
    case "PolicyAdopted": {
      const { effectiveFrom, policy } = event
      return { ...conference, policies: [...conference.policies, { policy, effectiveFrom }] }
    }
    case "ConvenorAssigned":
      return { ...conference, convenors: insertConvenor(conference.convenors, event) }
    case "SecretariatAppointed":
      return { ...conference, secretariat: { body: event.body, person: event.person } }
    case "UnitAdmitted":
    case "UnitReleased":
    case "MemberUnitsMerged":
    case "DelegateNamed":
      return evolveRoll(conference, event)
    case "MeetingScheduled":
      return { ...conference, meetings: [...conference.meetings, scheduled(event)] }
    case "MeetingHeld":
      return { ...changeMeeting(conference, event), cadence: event.cadence }
    case "MeetingCancelled":
      return close(conference, event.meeting, "cancelled")
    case "MeetingAdjourned":
      return close(conference, event.meeting, "adjourned")
    case "MeetingSettled":
      return close(conference, event.meeting, "settled")
    case "ActionClosed":
    case "ActionExtended":
    case "ActionReassigned":
    case "ActionReminded":
      return changeAction(conference, event)
    case "MeetingFoundMissing":
      return { ...conference, cadence: event.next }
    case "ConferenceDissolved":
      return { ...conference, status: "dissolved", cadence: null }
    default:
      return changeMeeting(conference, event)
  }
}
