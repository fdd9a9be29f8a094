import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { ConferenceEvent } from "../events.ts"
import { evolve } from "../evolve/index.ts"
import type { Conference, Meeting } from "../model.ts"
import { cadenceAfter, cadenceFrom, convenorOn, missingFrom, policyOn } from "../rules/index.ts"
import { effectMustNotBeEarlier, secretaryMustNotPreside } from "./objections.ts"
import { type Command, type ConferenceDecision, quiet, type Standing } from "./standing.ts"

/** A conference is founded once, on the day of the command, with somebody who convenes it (CONFERENCE-1, CONFERENCE-2). */
export const found = (
  { convenor, level, policy }: Command<"FoundConference">,
  { status }: Conference,
  today: CivilDate,
): ConferenceDecision => {
  if (status !== "unfounded") return object({ _tag: "ConferenceAlreadyFounded", rule: "CONFERENCE-1", status })
  const cadence = cadenceFrom(today, policy)
  return unless([], () => [{ _tag: "ConferenceFounded", level, convenor, policy, on: today, cadence }])
}

/** A policy takes effect from a day on, and not before the one adopted last (CONFERENCE-5). */
export const adoptPolicy = (
  { effectiveFrom, policy }: Command<"AdoptPolicy">,
  { conference, today }: Standing,
): ConferenceDecision => {
  const adoptedLast = conference.policies.at(-1)?.effectiveFrom ?? today
  const earliest = adoptedLast > today ? adoptedLast : today
  return unless([effectMustNotBeEarlier(effectiveFrom, earliest)], () => [
    { _tag: "PolicyAdopted", policy, effectiveFrom },
  ])
}

/** Who convenes from a day on; every day before it keeps the one it had (CONFERENCE-2). */
export const assignConvenor = (
  { from, person }: Command<"AssignConvenor">,
  { conference, today }: Standing,
): ConferenceDecision => {
  if (from < today) return object({ _tag: "AssignmentInPast", rule: "CONFERENCE-2", from, earliest: today })
  if (convenorOn(conference, from) === person) return quiet
  return unless([], () => [{ _tag: "ConvenorAssigned", person, from }])
}

const isYetToSit = ({ status }: Meeting): boolean =>
  status === "scheduled" || status === "noticed" || status === "quorate" || status === "inquorate"

/** The body that arranges, records and follows up; it does not preside over what it serves (CONFERENCE-20). */
export const appointSecretariat = (
  { body, person }: Command<"AppointSecretariat">,
  { conference, policy, today }: Standing,
): ConferenceDecision => {
  const { meetings, secretariat } = conference
  if (secretariat?.body === body && secretariat.person === person) return quiet
  return unless([secretaryMustNotPreside(body, meetings.filter(isYetToSit), policy)], () => [
    { _tag: "SecretariatAppointed", body, person, on: today },
  ])
}

/**
 * Every period that went by is noted once, however late anybody looks. The next one follows the policy of the day on which
 * it was certain, so that it does not matter when that is (CONFERENCE-19).
 */
export const noteMissing = ({ conference, policy, today }: Standing): ConferenceDecision => {
  const missed: Array<ConferenceEvent> = []
  let state = conference
  for (;;) {
    const from = missingFrom(state)
    if (state.cadence === null || from === null || from > today) return unless([], () => missed)
    const { before, since } = state.cadence
    const next = cadenceAfter(state.cadence, policyOn(state, from) ?? policy)
    const event: ConferenceEvent = { _tag: "MeetingFoundMissing", since, before, next }
    missed.push(event)
    state = evolve(state, event)
  }
}

/** A conference ends for good, when its meetings are over (CONFERENCE-1). */
export const dissolve = (
  { reason }: Command<"DissolveConference">,
  { conference, today }: Standing,
): ConferenceDecision => {
  const meetings = conference.meetings.map(({ meeting }) => meeting)
  if (meetings.length > 0) return object({ _tag: "MeetingsStillOpen", rule: "CONFERENCE-1", meetings })
  return unless([], () => [{ _tag: "ConferenceDissolved", reason, on: today }])
}
