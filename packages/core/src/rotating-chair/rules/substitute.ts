import type { Rota } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { seatOf, servingTerm } from "./turn-book.ts"

/** Who presides over an item: a unit, or the convenor when every unit has an interest in it. */
export type Presider =
  | { readonly _tag: "Chair" | "Substitute"; readonly unit: string }
  | { readonly _tag: "Convenor"; readonly recused: ReadonlyArray<string> }

/** The units that may stand in for the chair, in the order in which they are asked. */
export const standIns = (rota: Rota, policy: Pick<RotaPolicy, "substitute">): ReadonlyArray<string> => {
  const chair = servingTerm(rota)?.unit
  const published = rota.terms.map((term) => term.unit)
  const listed = rota.seats.map((seat) => seat.unit)
  const previous = policy.substitute === "previous-chair" ? [rota.previous?.unit] : []
  const asked = [...previous, ...published, ...listed]
  return [...new Set(asked)].filter(
    (unit): unit is string => typeof unit === "string" && unit !== chair && seatOf(rota, unit) !== undefined,
  )
}

/**
 * Who presides over an item. The chair does, unless it declared an interest; then the substitute that was named, then the
 * stand-ins in order, each unless it has an interest too; at last the convenor. So there is always somebody (CHAIR-9).
 */
export const presiderFor = (rota: Rota, policy: Pick<RotaPolicy, "substitute">, item: string | null): Presider => {
  const interested = rota.interests.filter((interest) => interest.item === item).map((interest) => interest.unit)
  const chair = servingTerm(rota)?.unit
  const named = rota.substitute?.term === rota.serving ? [rota.substitute.unit] : []
  if (typeof chair === "string" && named.length === 0 && !interested.includes(chair))
    return { _tag: "Chair", unit: chair }
  const unit = [...named, ...standIns(rota, policy)].find((candidate) => !interested.includes(candidate))
  return unit === undefined ? { _tag: "Convenor", recused: interested } : { _tag: "Substitute", unit }
}
