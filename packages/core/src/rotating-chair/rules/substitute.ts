import type { Rota } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { servingTerm } from "./turn-book.ts"

/** Who presides over an item: a unit, or the convenor when every unit has an interest in it. */
export type Presider =
  | { readonly _tag: "Chair" | "Substitute"; readonly unit: string }
  | { readonly _tag: "Convenor"; readonly recused: ReadonlyArray<string> }

/**
 * The units that may stand in for the chair, in the order in which they are asked: the chair before this one, where the
 * policy says so; the units of the published terms, the nearest first; all others as they stand on the list.
 */
export const standIns = (rota: Rota, policy: Pick<RotaPolicy, "substitute">): ReadonlyArray<string> => {
  const chair = servingTerm(rota)?.unit
  const listed: ReadonlyArray<string | null | undefined> = rota.seats
    .toSorted((left, right) => left.position - right.position)
    .map((seat) => seat.unit)
  const before = policy.substitute === "previous-chair" ? rota.previous?.unit : null
  const asked = new Set([before, ...rota.terms.map((term) => term.unit), ...listed])
  return [...asked].filter((unit): unit is string => unit !== chair && listed.includes(unit))
}

/**
 * Who presides over an item. The chair does, unless it declared an interest; then the substitute that was named, then the
 * stand-ins in order, each unless it has an interest too; at last the convenor. So there is always somebody (CHAIR-9).
 */
export const presiderFor = (rota: Rota, policy: Pick<RotaPolicy, "substitute">, item: string | null): Presider => {
  const recused = rota.interests.filter((interest) => interest.item === item).map((interest) => interest.unit)
  const chair = servingTerm(rota)?.unit
  const first = rota.substitute?.term === rota.serving ? rota.substitute.unit : chair
  const unit = [first, ...standIns(rota, policy)].find((asked) => typeof asked === "string" && !recused.includes(asked))
  if (typeof unit !== "string") return { _tag: "Convenor", recused }
  return { _tag: unit === chair ? "Chair" : "Substitute", unit }
}
