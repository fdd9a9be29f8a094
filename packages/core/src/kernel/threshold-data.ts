import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { refusalAnnotation } from "./reading-issues.ts"
import { bases, comparisons, measures, readThreshold, type ThresholdJson } from "./threshold-reading.ts"

/** Everything that is wrong with a threshold is said with its place in it. */
const readable = Schema.makeFilter((threshold: ThresholdJson) => {
  const read = readThreshold(threshold)
  if (read.ok) return undefined
  return read.refusal.map(({ path, refusal }) => ({
    path,
    issue: new SchemaIssue.InvalidValue({ [refusalAnnotation]: refusal }),
  }))
})

/** A threshold kept as plain JSON, for state, events, packs and charters: a fraction is two decimal texts in it. */
export const ThresholdData: Schema.Codec<ThresholdJson, ThresholdJson> = Schema.Struct({
  share: Schema.Struct({ numerator: Schema.String, denominator: Schema.String }),
  comparison: Schema.Literals(comparisons),
  measure: Schema.Literals(measures),
  base: Schema.Literals(bases),
})
  .check(readable)
  .annotate({ identifier: "ThresholdData", description: "A share that a count must reach or pass, of a named base" })
