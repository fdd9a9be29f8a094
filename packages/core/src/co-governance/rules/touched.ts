import type { CoGovernance } from "../model.ts"

/** The units among these that are not known to be touched yet, each once (COGOVERNANCE-8). */
export const newlyTouched = ({ touched }: CoGovernance, units: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(units)].filter((unit) => !touched.includes(unit))

/** What a skip that turns out wrong takes with it: itself, or the resolution that stands on it too (COGOVERNANCE-8). */
export const fallsByTouch = ({ resolution, skip }: CoGovernance): "nothing" | "skip" | "resolution" => {
  if (skip === null) return "nothing"
  return resolution === null ? "skip" : "resolution"
}
