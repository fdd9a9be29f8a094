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

/** Two units become one; where only one of them has a seat, that seat bears the new name (CHAIR-14). */
export const mergeUnits = ({ into, units }: Command<"MergeUnits">, standing: Standing): RotaDecision => {
  const { rota } = standing
  const unseated = units.map((unit) => unitMustBeSeated(rota, unit))
  const objections = [...(unseated.includes(undefined) ? [] : unseated), mergerMustJoinTwoUnits(rota, units, into)]
  return unless(objections, () => merge(standing.course, standing, { units, into }).events)
}
