import { object, unless } from "../../kernel/decider.ts"
import { unitOf } from "../rules/index.ts"
import {
  actionsMustBeElsewhere,
  mergerMustJoinTwoUnits,
  peopleMustBeFree,
  secretaryMustNotPreside,
  unitMustBeKnown,
} from "./objections.ts"
import { type Command, type ConferenceDecision, type Objection, quiet, type Standing } from "./standing.ts"

/** A unit joins with its delegate, and with an alternate if it has one (CONFERENCE-3). */
export const admitUnit = (command: Command<"AdmitUnit">, { conference, today }: Standing): ConferenceDecision => {
  const { alternate, capacity, delegate, kind, unit } = command
  const admitted: Objection = unitOf(conference, unit) && { _tag: "UnitAlreadyAdmitted", rule: "CONFERENCE-3", unit }
  return unless([admitted, ...peopleMustBeFree(conference, command, [unit])], () => [
    { _tag: "UnitAdmitted", unit, capacity, delegate, alternate, kind, on: today },
  ])
}

/** A unit leaves; what it was responsible for is in other hands or done (CONFERENCE-4). */
export const releaseUnit = (
  { reason, unit }: Command<"ReleaseUnit">,
  { conference, today }: Standing,
): ConferenceDecision =>
  unless([unitMustBeKnown(conference, unit), actionsMustBeElsewhere(conference, unit)], () => [
    { _tag: "UnitReleased", unit, reason, on: today },
  ])

/** Two units become one, which takes over what both were responsible for; it is a member if one of them was (CONFERENCE-4). */
export const mergeUnits = (command: Command<"MergeMemberUnits">, standing: Standing): ConferenceDecision => {
  const { conference, policy, today } = standing
  const { alternate, delegate, into, units } = command
  const [one, other] = [unitOf(conference, units[0]), unitOf(conference, units[1])]
  const taken = conference.meetings
    .filter(({ chairUnit, frozen }) => frozen === null && chairUnit !== null && units.includes(chairUnit))
    .map((meeting) => ({ ...meeting, chairUnit: into }))
  const secretary = conference.secretariat?.body
  const objections = [
    unitMustBeKnown(conference, units[0]),
    unitMustBeKnown(conference, units[1]),
    mergerMustJoinTwoUnits(conference, command),
    ...peopleMustBeFree(conference, { unit: into, delegate, alternate }, units),
    secretaryMustNotPreside(secretary, taken, policy),
  ]
  const capacity = one?.capacity === "member" || other?.capacity === "member" ? "member" : "observer"
  const kind = one?.kind ?? into
  return unless(objections, () => [
    { _tag: "MemberUnitsMerged", units, unit: into, capacity, delegate, alternate, kind, on: today },
  ])
}

/** A unit names who speaks for it; meetings whose notice is out keep whom they were noticed with (CONFERENCE-3). */
export const nameDelegate = (command: Command<"NameDelegate">, { conference, today }: Standing): ConferenceDecision => {
  const { alternate, delegate, unit } = command
  const known = unitOf(conference, unit)
  const unknown = unitMustBeKnown(conference, unit)
  if (unknown !== undefined) return object(unknown)
  if (known?.delegate === delegate && known.alternate === alternate) return quiet
  return unless(peopleMustBeFree(conference, command, [unit]), () => [
    { _tag: "DelegateNamed", unit, delegate, alternate, on: today },
  ])
}
