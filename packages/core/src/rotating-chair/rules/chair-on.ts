import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Rota, Term } from "../model.ts"
import { servingTerm } from "./turn-book.ts"

/**
 * The published term that a day falls into: `from` counts, `until` does not. A term counted in meetings has no last day
 * until it ends, so the serving one reaches as far as anybody can see.
 */
export const termOn = (rota: Pick<Rota, "terms" | "serving">, day: CivilDate): Term | undefined => {
  const serving = servingTerm(rota)
  if (serving?.until === null && serving.from !== null && serving.from <= day) return serving
  return rota.terms.find((term) => term.from !== null && term.from <= day && term.until !== null && day < term.until)
}
