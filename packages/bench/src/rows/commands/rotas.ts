import { step } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import {
  type Rota,
  type RotaCommand,
  rotaPolicyDefaults,
  rotatingChair,
  servingTerm,
} from "@jinlin/core/rotating-chair"
import * as Result from "effect/Result"
import { around } from "./moments.ts"

const asked = (rota: Rota, command: RotaCommand, day: CivilDate): Rota => {
  const stepped = step(rotatingChair, command, rota, around(day))
  if (Result.isSuccess(stepped)) return stepped.success.state
  throw new Error(`[bench] ${command._tag} was refused: ${stepped.failure.map((refusal) => refusal._tag).join(", ")}`)
}

/** The first day of the term after the one that serves. */
export const nextBegins = (rota: Rota): CivilDate => {
  const day = servingTerm(rota)?.until
  if (!day) throw new Error("[bench] the rota does not serve a term that ends on a day")
  return day
}

/** A day in the middle of the term that serves. */
export const dayWithin = (rota: Rota): CivilDate => addDays(nextBegins(rota), -30)

/** Rotas of twelve units under our default policy, each one quarter further than the one before, all in an ordinary state. */
export const rotas = (count: number): ReadonlyArray<Rota> => {
  const units = Array.from({ length: 12 }, (_, index) => `unit-${index + 1}`)
  const opening: RotaCommand = { _tag: "OpenRota", policy: rotaPolicyDefaults, units, startsOn: "2026-01-01" }
  const all: Array<Rota> = [asked(rotatingChair.initial, opening, "2026-01-01")]
  for (let last = all[0]; last !== undefined && all.length < count; last = all.at(-1)) {
    const interested = asked(
      last,
      { _tag: "DeclareInterest", item: `item-${all.length}`, unit: "unit-3" },
      dayWithin(last),
    )
    all.push(asked(interested, { _tag: "AdvanceRota" }, nextBegins(interested)))
  }
  return all
}
