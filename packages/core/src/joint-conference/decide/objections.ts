import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Presider } from "../circumstances.ts"
import type { Appointment, Conference, Meeting, Seat } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"
import { earliestAfter, membersOf, openActions, speaksFor, unitOf } from "../rules/index.ts"
import type { Objection } from "./standing.ts"

const idsOf = (units: ReadonlyArray<{ readonly unit: string }>): ReadonlyArray<string> => units.map(({ unit }) => unit)

/** Only an active conference takes commands. */
export const conferenceMustBeActive = ({ status }: Conference): Objection =>
  status === "active" ? undefined : { _tag: "ConferenceNotActive", rule: "CONFERENCE-1", status }

export const unitMustBeKnown = ({ units }: Pick<Conference, "units">, unit: string): Objection =>
  unitOf({ units }, unit) ? undefined : { _tag: "UnitUnknown", rule: "CONFERENCE-3", unit, units: idsOf(units) }

export const unitMustBeMember = ({ units }: { readonly units: ReadonlyArray<Seat> }, unit: string): Objection => {
  const members = membersOf(units)
  return members.includes(unit) ? undefined : { _tag: "NotAMember", rule: "CONFERENCE-3", unit, members }
}

/** A person speaks for one unit; the units in `besides` are those that are being changed. */
export const peopleMustBeFree = (
  { units }: Conference,
  {
    alternate,
    delegate,
    unit,
  }: { readonly unit: string; readonly delegate: string; readonly alternate: string | null },
  besides: ReadonlyArray<string>,
): ReadonlyArray<Objection> => {
  const taken = (person: string): Objection => {
    const other = speaksFor(units, person, besides)
    return other === undefined ? undefined : { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person, unit: other }
  }
  if (alternate === null) return [taken(delegate)]
  const twice = alternate === delegate
  return [
    taken(delegate),
    twice ? { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: delegate, unit } : taken(alternate),
  ]
}

export const actionsMustBeElsewhere = (conference: Conference, unit: string): Objection => {
  const open = openActions(conference).filter((action) => action.unit === unit)
  const resolutions = open.map((action) => action.resolution)
  return open.length === 0 ? undefined : { _tag: "UnitHasOpenActions", rule: "CONFERENCE-4", unit, resolutions }
}

export const mergerMustJoinTwoUnits = (
  conference: Conference,
  { into, units }: { readonly units: readonly [string, string]; readonly into: string },
): Objection => {
  const nameIsTaken = !units.includes(into) && unitOf(conference, into) !== undefined
  return units[0] === units[1] || nameIsTaken
    ? { _tag: "MergeNeedsTwoUnits", rule: "CONFERENCE-4", units, into }
    : undefined
}

export const effectMustNotBeEarlier = (effectiveFrom: CivilDate, earliest: CivilDate): Objection =>
  effectiveFrom < earliest ? { _tag: "EffectiveTooEarly", rule: "CONFERENCE-5", effectiveFrom, earliest } : undefined

export const idMustBeFree = ({ closed, meetings }: Conference, meeting: string): Objection =>
  [...meetings, ...closed].some((known) => known.meeting === meeting)
    ? { _tag: "MeetingIdTaken", rule: "CONFERENCE-15", meeting }
    : undefined

/** So many full days must fit between today and the meeting. */
export const noticeMustFit = (
  { meeting, on }: Pick<Appointment, "on"> & { readonly meeting: string },
  { noticeDays }: Pick<ConferencePolicy, "noticeDays">,
  today: CivilDate,
): Objection => {
  const earliest = earliestAfter(today, noticeDays)
  return on < earliest ? { _tag: "MeetingTooSoon", rule: "CONFERENCE-6", meeting, on, noticeDays, earliest } : undefined
}

/** Where a rota is kept, who it says presides must be who is named (null: the convenor). */
export const rotaMustAgree = (presider: Presider | undefined, named: string | null): Objection => {
  if (presider === undefined) return undefined
  const expected = presider._tag === "Unit" ? presider.unit : null
  return expected === named ? undefined : { _tag: "AnotherPresides", rule: "CONFERENCE-13", named, expected }
}

/** Over these meetings the secretary's body must not preside, unless the policy that judges them waives it (S6). */
export const secretaryMustNotPreside = (
  body: string | undefined,
  meetings: ReadonlyArray<Pick<Meeting, "meeting" | "chairUnit" | "frozen">>,
  { chairMayBeSecretary }: Pick<ConferencePolicy, "chairMayBeSecretary">,
): Objection => {
  const served = meetings
    .filter(
      (meeting) => meeting.chairUnit === body && !(meeting.frozen?.policy.chairMayBeSecretary ?? chairMayBeSecretary),
    )
    .map(({ meeting }) => meeting)
  return body === undefined || served.length === 0
    ? undefined
    : { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body, meetings: served }
}
