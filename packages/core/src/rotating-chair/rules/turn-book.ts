import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { OwedTurn, Rota, Seat, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"

/** What the rules of turn-taking read: a vendor fills it from tables of its own. */
export type TurnBook = Pick<Rota, "seats" | "owed" | "round">

/** The seat of a unit. */
export const seatOf = (book: Pick<Rota, "seats">, unit: string): Seat | undefined =>
  book.seats.find((seat) => seat.unit === unit)

/** The published term of this ordinal. */
export const termOf = (book: Pick<Rota, "terms">, ordinal: number): Term | undefined =>
  book.terms.find((term) => term.ordinal === ordinal)

/** The published terms that have not begun. */
export const unbegun = (rota: Pick<Rota, "terms" | "serving">): ReadonlyArray<Term> =>
  rota.terms.filter((term) => term.ordinal > rota.serving)

/** The term that serves, if the rota has begun. */
export const servingTerm = (rota: Pick<Rota, "terms" | "serving">): Term | undefined => termOf(rota, rota.serving)

/** What a unit owes. */
export const owedBy = (book: Pick<Rota, "owed">, unit: string): ReadonlyArray<OwedTurn> =>
  book.owed.filter((turn) => turn.unit === unit)

/** The policy that is read for a day: the last one adopted whose first day has come. Rule CHAIR-18. */
export const policyOn = (rota: Pick<Rota, "policies">, day: CivilDate): RotaPolicy | undefined => {
  const { policies } = rota
  for (let at = policies.length - 1; at >= 0; at -= 1) {
    const dated = policies[at]
    if (dated !== undefined && dated.effectiveFrom <= day) return dated.policy
  }
  return policies[0]?.policy
}

/**
 * The round in which turns are being given: the latest one that anybody had a turn of, or the one before it while a unit
 * that was passed over still waits for its turn of that. Newcomers join by it (CHAIR-12).
 */
export const currentRound = (book: Pick<TurnBook, "round" | "seats">): number => {
  const rounds = book.seats.map((seat) => seat.lastRound)
  return rounds.length === 0 ? book.round : Math.min(Math.max(...rounds), Math.min(...rounds) + 1)
}
