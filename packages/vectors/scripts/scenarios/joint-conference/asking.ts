// Commands as the scenarios of a conference ask for them: each takes what differs, and fills in what does not matter.
import { type ConferenceCommand, type ConferencePolicy, conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"

export type Of<Tag extends ConferenceCommand["_tag"]> = Extract<ConferenceCommand, { readonly _tag: Tag }>

/** No preparation for items, so that a scenario has no idle fortnight in it. */
export const policy: ConferencePolicy = { ...conferencePolicyDefaults, agendaDays: 1 }
export const digest = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`
export const found = (by: ConferencePolicy = policy): ConferenceCommand => ({
  _tag: "FoundConference",
  level: "community",
  convenor: "p-convenor",
  policy: by,
})

export const adopt = (effectiveFrom: CivilDate, by: ConferencePolicy): ConferenceCommand => ({
  _tag: "AdoptPolicy",
  policy: by,
  effectiveFrom,
})

export const assign = (person: string, from: CivilDate): ConferenceCommand => ({ _tag: "AssignConvenor", person, from })
export const secretariat = (body: string, person = "p-secretary"): ConferenceCommand => ({
  _tag: "AppointSecretariat",
  body,
  person,
})

export const admit = (unit: string, capacity: "member" | "observer" = "member"): Of<"AdmitUnit"> => ({
  _tag: "AdmitUnit",
  unit,
  kind: "unit-kind",
  capacity,
  delegate: `${unit}:d`,
  alternate: `${unit}:a`,
})

export const release = (unit: string): ConferenceCommand => ({ _tag: "ReleaseUnit", unit, reason: "it moves away" })
export const merge = (one: string, other: string, into: string): Of<"MergeMemberUnits"> => ({
  _tag: "MergeMemberUnits",
  units: [one, other],
  into,
  delegate: `${into}:d`,
  alternate: null,
})

export const name = (unit: string, delegate: string, alternate: string | null = null): ConferenceCommand => ({
  _tag: "NameDelegate",
  unit,
  delegate,
  alternate,
})

const appointment = (on: CivilDate) => ({ on, minuteOfDay: 540, place: "the meeting room" })
export const schedule = (meeting: string, on: CivilDate, chairUnit: string | null = "clinic"): ConferenceCommand => ({
  _tag: "ScheduleMeeting",
  meeting,
  ...appointment(on),
  chairUnit,
})

export const replace = (meeting: string, chairUnit: string | null): ConferenceCommand => ({
  _tag: "ReplaceChairUnit",
  meeting,
  chairUnit,
})

export const item = (meeting: string, of: string, proposedBy = "school"): ConferenceCommand => ({
  _tag: "AddAgendaItem",
  meeting,
  item: of,
  title: "A matter",
  proposedBy,
})

export const withdraw = (meeting: string, of: string): ConferenceCommand => ({
  _tag: "WithdrawAgendaItem",
  meeting,
  item: of,
})

export const notice = (meeting: string): ConferenceCommand => ({ _tag: "GiveNotice", meeting })
export const cancel = (meeting: string): ConferenceCommand => ({ _tag: "CancelMeeting", meeting, reason: "a typhoon" })
export const attend = (
  meeting: string,
  unit: string,
  by: "delegate" | "alternate" = "delegate",
): Of<"RecordAttendance"> => ({
  _tag: "RecordAttendance",
  meeting,
  unit,
  by,
  person: `${unit}:${by === "delegate" ? "d" : "a"}`,
})

export const call = (meeting: string): ConferenceCommand => ({ _tag: "CallToOrder", meeting })
export const adjourn = (meeting: string, into: string, on: CivilDate): ConferenceCommand => ({
  _tag: "AdjournMeeting",
  meeting,
  into,
  ...appointment(on),
  chairUnit: "clinic",
})

export const reconvene = (meeting: string, on: CivilDate): ConferenceCommand => ({
  _tag: "ReconveneMeeting",
  meeting,
  ...appointment(on),
})

export const put = (changes: Partial<Of<"AdoptResolution">>): ConferenceCommand => ({
  _tag: "AdoptResolution",
  meeting: "spring",
  resolution: "lights-1",
  item: "lights",
  textDigest: digest(1),
  presidedBy: "clinic",
  recused: [],
  votes: { for: ["clinic", "school"], against: ["property"], abstain: [] },
  responsibleUnit: "property",
  dueOn: "2026-03-31",
  ...changes,
})

export const close = (meeting: string): ConferenceCommand => ({ _tag: "CloseMeeting", meeting })
export const minutes = (meeting: string): ConferenceCommand => ({ _tag: "FileMinutes", meeting, digest: digest(7) })
export const remindMinutes = (meeting: string): ConferenceCommand => ({ _tag: "RemindMinutes", meeting })
export const done = (resolution: string): ConferenceCommand => ({
  _tag: "CloseAction",
  resolution,
  evidence: digest(8),
})

export const extend = (resolution: string, dueOn: CivilDate): ConferenceCommand => ({
  _tag: "ExtendAction",
  resolution,
  dueOn,
  reason: "the cable is late",
})

export const reassign = (resolution: string, unit: string): ConferenceCommand => ({
  _tag: "ReassignAction",
  resolution,
  unit,
  reason: "it has the ladder",
})

export const remind = (resolution: string, stage: "before-due" | "overdue"): ConferenceCommand => ({
  _tag: "RemindAction",
  resolution,
  stage,
})

export const missing: ConferenceCommand = { _tag: "NoteMissingMeeting" }
export const dissolve: ConferenceCommand = { _tag: "DissolveConference", reason: "the community was divided" }
