import { object, unless } from "../../kernel/decider.ts"
import type { RotaCircumstances } from "../circumstances.ts"
import type { RotaCommand } from "../commands.ts"
import type { Rota } from "../model.ts"
import type { RotaRefusal } from "../refusals.ts"
import { anchorDayOf } from "../rules/term-dates.ts"
import { catchUp, onward, publish } from "./catch-up.ts"
import { seat } from "./moves.ts"
import {
  basisMustStay,
  effectMustNotBeEarlier,
  listMustNameEachUnitOnce,
  rotaMustBeOpen,
  unitsMustBeMembers,
} from "./objections.ts"
import type { RotaDecision, Standing } from "./standing.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { _tag: Tag }>

/** A rota opens once, today or later, with at least one unit and none twice (CHAIR-20), members all of them (CHAIR-22). */
export const open = (
  { policy, startsOn, units }: Command<"OpenRota">,
  rota: Rota,
  { members, now }: RotaCircumstances,
): RotaDecision => {
  const today = now.civilDate
  const objections: ReadonlyArray<RotaRefusal | undefined> = [
    rota.status === "unopened" ? undefined : { _tag: "RotaAlreadyOpened", rule: "CHAIR-20", startsOn: rota.startsOn },
    startsOn < today ? { _tag: "RotaStartsInPast", rule: "CHAIR-20", startsOn, earliest: today } : undefined,
    units.length === 0 ? { _tag: "EmptyRoll", rule: "CHAIR-20" } : undefined,
    ...listMustNameEachUnitOnce(units),
    unitsMustBeMembers(units, members),
  ]
  return unless(objections, () => {
    const opened = onward({ rota, events: [] }, () => [
      { _tag: "RotaOpened", policy, startsOn, anchorDay: anchorDayOf(startsOn) },
    ])
    const seated = units.reduce((so, unit) => seat(so, { today, policy }, unit), opened)
    const published = publish(seated, startsOn)
    return [...published.events, ...catchUp(published.rota, today).events]
  })
}

/** Nothing can be done to a rota that was never opened, or was closed (CHAIR-20). */
export const refuseUnlessOpen = (rota: Rota): RotaDecision =>
  object(rotaMustBeOpen(rota) ?? { _tag: "RotaNotOpen", rule: "CHAIR-20", status: "unopened" })

/** A policy takes effect from a day on, on what is published from then on (CHAIR-18). */
export const adoptPolicy = (command: Command<"AdoptRotaPolicy">, standing: Standing): RotaDecision => {
  const { effectiveFrom, policy } = command
  const latest = standing.rota.policies.at(-1)?.effectiveFrom ?? standing.today
  const earliest = latest > standing.today ? latest : standing.today
  return unless(
    [effectMustNotBeEarlier(effectiveFrom, earliest), basisMustStay(standing.policy, policy)],
    () => onward(standing.course, () => [{ _tag: "RotaPolicyAdopted", policy, effectiveFrom }]).events,
  )
}

/** The rota ends with the conference. */
export const close = ({ course, today }: Standing): RotaDecision =>
  unless([], () => onward(course, () => [{ _tag: "RotaClosed", on: today }]).events)
