import { type Checked, refuse } from "../../kernel/checked.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { Sitting } from "../model.ts"
import type { DeliberationRefusal } from "../refusals.ts"
import { entitledHeads } from "../rules/index.ts"
import { mustBeOnRoll } from "./roll.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  type Standing,
  sittingIn,
} from "./standing.ts"

/**
 * The sitting until its ballot opens: who is there stands from then on, so that nobody changes what is counted when the votes are
 * known (DELIBERATION-10).
 */
const sittingToAttend = (standing: Standing): Checked<Sitting, DeliberationRefusal> => {
  const found = sittingIn(standing)
  if (!found.ok || found.value.ballot === null) return found
  const { ballot, round } = found.value
  return refuse({ _tag: "PresenceIsFrozen", rule: "DELIBERATION-10", round, openedOn: ballot.openedOn })
}

/** Nobody is present at a sitting before its day (DELIBERATION-10). */
export const mustHaveBegun = ({ sitsOn }: Sitting, { today }: Standing): Objection =>
  today >= sitsOn ? undefined : { _tag: "SittingNotBegun", rule: "DELIBERATION-10", sitsOn, today }

const takenOtherwise = (taken: "by-name" | "by-count"): Objection => ({
  _tag: "AttendanceTakenOtherwise",
  rule: "DELIBERATION-10",
  taken,
})

/** Voters came; who was taken down before is left out of the event. */
export const byName = ({ present }: Command<"RecordAttendance">, standing: Standing): DeliberationDecision => {
  const found = sittingToAttend(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const asked = new Set(present)
  for (const voter of sitting.present) asked.delete(voter)
  const coming = [...asked]
  const objections = [
    mustHaveBegun(sitting, standing),
    sitting.presentCount === null ? undefined : takenOtherwise("by-count"),
    mustBeOnRoll(sitting, present),
  ]
  return unless(objections, () =>
    coming.length === 0 ? [] : [{ _tag: "AttendanceRecorded", ...placeOf(sitting), present: coming }],
  )
}

/** More cannot be there than may take part. */
export const presentMustFit = (sitting: Sitting, present: number): Objection => {
  const atMost = entitledHeads(sitting)
  return present <= atMost ? undefined : { _tag: "MorePresentThanEntitled", rule: "DELIBERATION-10", present, atMost }
}

/** So many are there, recused ones not among them; a later count takes the place of the one before. */
export const byCount = ({ present }: Command<"RecordHeadcount">, standing: Standing): DeliberationDecision => {
  const found = sittingToAttend(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  const objections = [
    mustHaveBegun(sitting, standing),
    sitting.present.length === 0 ? undefined : takenOtherwise("by-name"),
    presentMustFit(sitting, present),
  ]
  return unless(objections, () =>
    sitting.presentCount === present ? [] : [{ _tag: "HeadcountRecorded", ...placeOf(sitting), present }],
  )
}
