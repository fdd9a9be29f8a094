import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { NonEmpty } from "./decider.ts"
import type { FractionJson, FractionRefusal } from "./fraction-reading.ts"
import { fractionToJson, readFraction } from "./fraction-reading.ts"
import { plainCopy } from "./plain-data.ts"
import type { Located, ReadingRefusal } from "./reading-refusals.ts"
import type { Base, Comparison, Measure, Threshold } from "./threshold.ts"
import type { InvalidQuorum } from "./threshold-checks.ts"
import { shareMustBePossible } from "./threshold-checks.ts"
import { excerptOf, kindOf, wrongType } from "./wrong-type.ts"

/** A threshold as events, rule packs and charters hold it. */
export interface ThresholdJson {
  readonly share: FractionJson
  readonly comparison: Comparison
  readonly measure: Measure
  readonly base: Base
}

/** Why something was not read as a threshold. */
export type ThresholdRefusal = InvalidQuorum | FractionRefusal | ReadingRefusal

/** Every comparison there is. */
export const comparisons = ["more-than", "at-least"] as const satisfies ReadonlyArray<Comparison>

/** Every measure there is. */
export const measures = ["heads", "area"] as const satisfies ReadonlyArray<Measure>

/** Every base there is. */
export const bases = [
  "entitled",
  "members",
  "present",
  "participating",
  "valid",
  "cast",
  "whole-estate",
] as const satisfies ReadonlyArray<Base>

type Sent = { readonly [field: string]: unknown }
type Fault = Located<ThresholdRefusal>

const fields: ReadonlyArray<string> = ["share", "comparison", "measure", "base"]

const unknownFields = (sent: Sent): Array<Fault> =>
  Object.keys(sent)
    .filter((field) => !fields.includes(field))
    .map((field) => ({ path: [field], refusal: { _tag: "UnknownField", rule: "READ-3", field } }))

const choiceOf =
  <Choice extends string>(known: ReadonlyArray<Choice>) =>
  (value: unknown): Checked<Choice, ReadingRefusal> => {
    if (typeof value !== "string") return refuse(wrongType(value, "string"))
    const choice = known.find((candidate) => candidate === value)
    if (choice !== undefined) return accept(choice)
    return refuse({ _tag: "UnknownChoice", rule: "READ-4", expected: known, got: excerptOf(value) })
  }

const fromFields = (sent: Sent): Checked<Threshold, NonEmpty<Fault>> => {
  const faults = unknownFields(sent)
  const read = <T>(field: string, reader: (value: unknown) => Checked<T, ThresholdRefusal>): T | undefined => {
    const checked: Checked<T, ThresholdRefusal> = Object.hasOwn(sent, field)
      ? reader(sent[field])
      : refuse({ _tag: "MissingField", rule: "READ-2", field })
    if (checked.ok) return checked.value
    faults.push({ path: [field], refusal: checked.refusal })
    return undefined
  }
  const share = read("share", readFraction)
  const comparison = read("comparison", choiceOf(comparisons))
  const measure = read("measure", choiceOf(measures))
  const base = read("base", choiceOf(bases))
  const impossible = share && comparison && shareMustBePossible(share, comparison)
  if (impossible) faults.push({ path: ["share"], refusal: impossible })
  if (faults.length === 0 && share && comparison && measure && base) return accept({ share, comparison, measure, base })
  return refuse(faults as ReadonlyArray<Fault> as NonEmpty<Fault>)
}

/**
 * Reads `{ share, comparison, measure, base }` from plain data, the share as `readFraction` reads it, and says everything
 * that is wrong with it. A share by which everything would pass or nothing could is an `InvalidQuorum` (rule
 * THRESHOLD-6); a rounded decimal is taken as written, and `looksRounded` warns of it (rule THRESHOLD-7).
 */
export const readThreshold = (input: unknown): Checked<Threshold, NonEmpty<Located<ThresholdRefusal>>> => {
  const copy = plainCopy(input)
  if (!copy.ok) return refuse(copy.refusal as NonEmpty<Fault>)
  if (kindOf(copy.value) !== "object") return refuse([{ path: [], refusal: wrongType(copy.value, "object") }])
  return fromFields(copy.value as Sent)
}

/** The form that events, rule packs and charters hold. */
export const thresholdToJson = (threshold: Threshold): ThresholdJson => ({
  share: fractionToJson(threshold.share),
  comparison: threshold.comparison,
  measure: threshold.measure,
  base: threshold.base,
})
