import type { Predecessor } from "../circumstances.ts"

/** Whether a covenant is repealed, and of the kind and body of the one that is to follow it (COVENANT-22). */
export const canBeFollowed = (
  known: Predecessor | null,
  next: { readonly after: string; readonly kind: string; readonly within: string },
): boolean =>
  known !== null &&
  known.covenant === next.after &&
  known.kind === next.kind &&
  known.within === next.within &&
  known.repealedFrom !== null
