import type { Decider } from "../kernel/decider.ts"
import type { ConferenceCircumstances } from "./circumstances.ts"
import type { ConferenceCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { ConferenceEvent as Event } from "./events.ts"
import { evolve } from "./evolve/index.ts"
import { empty, type Conference as State } from "./model.ts"
import type { ConferenceRefusal as Refusal } from "./refusals.ts"

/** A joint conference with its roll and its meetings: one stream is one joint conference. */
export const jointConference: Decider<ConferenceCircumstances, State, Command, Event, Refusal> = {
  process: "joint-conference",
  initial: empty,
  decide,
  evolve,
}

export { authority, decides } from "./authority.ts"
export { type ConferenceCircumstances, circumstances, type Presider } from "./circumstances.ts"
export { ConferenceCommand } from "./commands.ts"
export { due } from "./due.ts"
export { ConferenceEvent } from "./events.ts"
export {
  Action,
  AgendaItem,
  Appointment,
  Attendance,
  Cadence,
  Capacity,
  ClosedMeeting,
  Conference,
  Convenorship,
  DatedPolicy,
  Frozen,
  Level,
  Meeting,
  MeetingOutcome,
  MeetingStatus,
  Presided,
  PutText,
  ReminderStage,
  Seat,
  Secretariat,
  Unit,
  Votes,
} from "./model.ts"
export { notices } from "./notices.ts"
export {
  ConferencePolicy,
  conferencePolicyDefaults,
  MajorityThreshold,
  QuorumThreshold,
  Reconvening,
} from "./policy.ts"
export { ConferenceRefusal } from "./refusals.ts"
export {
  allActionsClosed,
  cadenceAfter,
  cadenceFrom,
  cadenceHeld,
  cast,
  convenorOn,
  earliestAfter,
  exactly,
  findMajority,
  findQuorum,
  firstDayAfter,
  lastDayBefore,
  membersOf,
  missingFrom,
  noticeBefore,
  openActions,
  type Presiding,
  policyOn,
  presentMembers,
  presidingOn,
  quorumRule,
  reminderFrom,
  remindOn,
  type Sitting,
  seatOn,
  speakerFor,
  speaksFor,
  unitOf,
} from "./rules/index.ts"
export { type Audience, personFor } from "./views/audience.ts"
export { type ConvenorTerm, convenors, convenorsFor } from "./views/convenors.ts"
export { type MeetingCard, meetingBoard } from "./views/meetings.ts"
export {
  actionList,
  type OpenAction,
  type ResolutionEntry,
  resolutionRegister,
} from "./views/resolutions.ts"
export { type Membership, roster, rosterOn } from "./views/roster.ts"
export { covers, type Span } from "./views/spans.ts"
