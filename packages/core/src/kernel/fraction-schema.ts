import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Checked } from "./checked.ts"
import { refuse } from "./checked.ts"
import type { Fraction as ExactFraction } from "./fraction.ts"
import type { FractionJson } from "./fraction-reading.ts"
import { fractionToJson, readFraction } from "./fraction-reading.ts"
import { schemaOf } from "./reading.ts"
import { refusalAnnotation } from "./reading-issues.ts"
import type { NumberRefusal } from "./whole-number.ts"
import { readWholeNumber } from "./whole-number.ts"
import { wrongType } from "./wrong-type.ts"

const readDigits = (input: unknown): Checked<string, NumberRefusal> => {
  if (typeof input !== "string") return refuse(wrongType(input, "string"))
  const whole = readWholeNumber(input)
  return whole.ok ? { ok: true, value: input } : whole
}

const Digits = schemaOf(readDigits, {
  identifier: "WholeNumberText",
  description: "A whole number in decimal digits, as text",
  jsonSchema: { type: "string", pattern: "^(?:0|-?[1-9][0-9]*)$" },
})

const isExact = (value: unknown): value is ExactFraction =>
  typeof value === "object" &&
  value !== null &&
  "numerator" in value &&
  "denominator" in value &&
  typeof value.numerator === "bigint" &&
  typeof value.denominator === "bigint" &&
  value.denominator > 0n

const decode = (json: FractionJson): Effect.Effect<ExactFraction, SchemaIssue.Issue> => {
  const read = readFraction(json)
  if (read.ok) return Effect.succeed(read.value)
  return Effect.fail(new SchemaIssue.InvalidValue({ [refusalAnnotation]: read.refusal }))
}

/** An exact fraction, always in lowest terms; see `readFraction`, which reads more forms than JSON holds. */
export type Fraction = ExactFraction

/** In JSON `{ "numerator": "2", "denominator": "3" }`: two texts of decimal digits, and in lowest terms when written. */
export const Fraction: Schema.Codec<Fraction, FractionJson> = Schema.Struct({
  numerator: Digits,
  denominator: Digits,
}).pipe(
  Schema.decodeTo(Schema.declare(isExact, { identifier: "Fraction", description: "An exact fraction" }), {
    decode: SchemaGetter.transformEffect(decode),
    encode: SchemaGetter.transform(fractionToJson),
  }),
)
