import type { Because, Rota } from "../model.ts"
import { termOf } from "./turn-book.ts"

/** Why a unit sits in a term: every reason, in the order in which they came about (CHAIR-19). Texts live in `@jinlin/messages`. */
export interface TermExplanation {
  readonly term: number
  readonly unit: string | null
  readonly because: ReadonlyArray<Because>
}

/** The reasons for a published term; none for a term that is not published. */
export const explain = (rota: Pick<Rota, "terms">, ordinal: number): TermExplanation | undefined => {
  const term = termOf(rota, ordinal)
  return term && { term: ordinal, unit: term.unit, because: term.because }
}
