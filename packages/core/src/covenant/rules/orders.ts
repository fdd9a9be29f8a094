import type { CivilDate } from "../../kernel/arithmetic.ts"
import type { CorrectionOrder, Version } from "../model.ts"
import { hasBegun } from "./versions.ts"

/**
 * The orders to correct that stand: not lifted, and answered by no version that has begun. A version that was decided and is not
 * in force yet, or was overtaken, has corrected nothing (COVENANT-14).
 */
export const openOrders = (
  orders: ReadonlyArray<CorrectionOrder>,
  versions: ReadonlyArray<Version>,
  today: CivilDate,
): ReadonlyArray<CorrectionOrder> => {
  const met = new Set(versions.filter((one) => hasBegun(one, today)).flatMap(({ corrects }) => corrects))
  return orders.filter(({ lifted, order }) => !lifted && !met.has(order))
}
