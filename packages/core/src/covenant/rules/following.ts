import type { CivilDate } from "../../kernel/arithmetic.ts"

/** A covenant as the one that follows it sees it; `repealedFrom`: the first day on which nothing of it is in force, null: it was not repealed. */
export interface Followed {
  readonly covenant: string
  readonly kind: string | null
  readonly within: string | null
  readonly repealedFrom: CivilDate | null
}

/** Whether a covenant is repealed, and of the kind and body of the one that is to follow it (COVENANT-22). */
export const canBeFollowed = (
  known: Followed | null,
  next: { readonly after: string; readonly kind: string; readonly within: string },
): boolean =>
  known !== null &&
  known.covenant === next.after &&
  known.kind === next.kind &&
  known.within === next.within &&
  known.repealedFrom !== null
