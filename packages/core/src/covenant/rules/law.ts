import type { CivilDate } from "../../kernel/arithmetic.ts"
import type { Citation } from "../../kernel/citation.ts"
import type { CovenantKind, CovenantRules } from "../policy.ts"

/** The rules that were handed in, if they are of this kind of covenant and of this day (COVENANT-20). */
export const rulesFor = (
  rules: CovenantRules | null | undefined,
  { kind, on }: { readonly kind: CovenantKind; readonly on: CivilDate },
): CovenantRules | undefined => (rules?.kind === kind && rules.day === on ? rules : undefined)

/** Whether two citations name the same article of the same instrument. */
export const sameArticle = (one: Citation, other: Citation): boolean =>
  one.instrument === other.instrument && one.article === other.article

/** Whether a body that sat under these decision rules may make, amend and repeal the covenant (COVENANT-10). */
export const mayMake = ({ makers }: CovenantRules, set: string | null): boolean =>
  set !== null && makers.sets.some((known) => known === set)
