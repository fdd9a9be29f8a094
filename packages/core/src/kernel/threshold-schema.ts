import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { Fraction } from "./fraction-schema.ts"
import { refusalAnnotation } from "./reading-issues.ts"
import type { Threshold as ThresholdValue } from "./threshold.ts"
import { shareMustBePossible } from "./threshold-checks.ts"
import type { ThresholdJson } from "./threshold-reading.ts"
import { bases, comparisons, measures } from "./threshold-reading.ts"

/** A share that a count must reach or pass, of a named base. */
export type Threshold = ThresholdValue

const possible = Schema.makeFilter(({ share, comparison }: Threshold) => {
  const refusal = shareMustBePossible(share, comparison)
  if (refusal === undefined) return undefined
  return { path: ["share"], issue: new SchemaIssue.InvalidValue({ [refusalAnnotation]: refusal }) }
})

/** In JSON `{ "share": { "numerator": "2", "denominator": "3" }, "comparison": "at-least", "measure": "heads", "base": "members" }`. */
export const Threshold: Schema.Codec<Threshold, ThresholdJson> = Schema.Struct({
  share: Fraction,
  comparison: Schema.Literals(comparisons),
  measure: Schema.Literals(measures),
  base: Schema.Literals(bases),
})
  .annotate({ identifier: "Threshold", description: "A share that a count must reach or pass, of a named base" })
  .check(possible)
