import type { Presider } from "../joint-conference/index.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { policyOn, presiderFor, type Rota, termOn } from "../rotating-chair/index.ts"

/**
 * Who presides over a conference on a day, and over one item where one is named (REACTION-5). Undefined where no rota is
 * kept: then the conference asks nobody.
 */
export const presiderOf = (rota: Rota, day: CivilDate, item: string | null): Presider | undefined => {
  const policy = policyOn(rota, day)
  if (rota.status !== "open" || policy === undefined) return undefined
  const term = termOn(rota, day)
  if (term?.ordinal !== rota.serving)
    return typeof term?.unit === "string" ? { _tag: "Unit", unit: term.unit } : { _tag: "Convenor" }
  const presider = presiderFor(rota, policy, item)
  return presider._tag === "Convenor" ? { _tag: "Convenor" } : { _tag: "Unit", unit: presider.unit }
}
