import { presentMembers, type Sitting } from "./attendance.ts"

/** Who presides on an item: one only (`unit` null is the convenor), or anybody present who has no interest in it. */
export type Presiding =
  | { readonly _tag: "Only"; readonly unit: string | null }
  | { readonly _tag: "AnyOf"; readonly units: ReadonlyArray<string> }

/**
 * Who presides on an item. The chair's unit does while it is present and has no interest in the item; else a substitute
 * among the other members present, or the convenor. Where no unit is in the chair the convenor presides (CONFERENCE-13).
 */
export const presidingOn = (
  sitting: Sitting & { readonly chairUnit: string | null },
  recused: ReadonlyArray<string>,
): Presiding => {
  const able = presentMembers(sitting).filter((unit) => !recused.includes(unit))
  const { chairUnit } = sitting
  if (chairUnit === null || able.includes(chairUnit)) return { _tag: "Only", unit: chairUnit }
  return { _tag: "AnyOf", units: able }
}
