import type { Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { firstInOrder, nextInTurn, type Turn } from "./next-in-turn.ts"

/** The units that put this term off or gave it up while it had nobody else: they are asked last. */
const gaveUp = (term: Pick<Term, "because">): ReadonlyArray<string | null> =>
  term.because.flatMap((reason) =>
    reason._tag === "LeftVacant" && (reason.cause === "skipped" || reason.cause === "declined") ? [reason.before] : [],
  )

/**
 * Who takes a vacant term, as a turn of its own (CHAIR-15): the unit that is appointed, which uses up its next turn, whatever
 * it owes; otherwise the next in turn. Nobody where nobody is seated.
 */
export const whoFills = (
  rota: Rota,
  order: RotaPolicy["order"],
  fill: { readonly term: Pick<Term, "because">; readonly unit: string | null },
): Turn | undefined => {
  if (fill.unit !== null)
    return firstInOrder(
      rota,
      order,
      rota.seats.filter((seat) => seat.unit === fill.unit),
    )
  return nextInTurn(rota, order, gaveUp(fill.term)) ?? nextInTurn(rota, order)
}
