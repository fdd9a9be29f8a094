import { unless } from "../../kernel/decider.ts"
import type { RotaCommand } from "../commands.ts"
import { merge, seat, unseat } from "./moves.ts"
import { mergerMustJoinTwoUnits, unitMustBeSeated, unitMustNotBeSeated } from "./objections.ts"
import type { RotaDecision, Standing } from "./standing.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { _tag: Tag }>

/** A newcomer takes a seat, without back pay and without a jump (CHAIR-12). */
export const seatUnit = ({ unit }: Command<"SeatUnit">, standing: Standing): RotaDecision =>
  unless([unitMustNotBeSeated(standing.rota, unit)], () => seat(standing.course, standing, unit).events)

/** A unit leaves; only its own published turns move (CHAIR-5). */
export const unseatUnit = ({ unit }: Command<"UnseatUnit">, standing: Standing): RotaDecision =>
  unless([unitMustBeSeated(standing.rota, unit)], () => unseat(standing.course, standing, unit).events)

/** Two units become one (CHAIR-14). */
export const mergeUnits = ({ into, units }: Command<"MergeUnits">, standing: Standing): RotaDecision => {
  const { rota } = standing
  const objections = [
    unitMustBeSeated(rota, units[0]),
    unitMustBeSeated(rota, units[1]),
    mergerMustJoinTwoUnits(rota, units, into),
  ]
  return unless(objections, () => merge(standing.course, standing, { units, into }).events)
}
