import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Checked } from "./checked.ts"
import { refusalAnnotation } from "./reading-issues.ts"
import type { Refusal } from "./refusal.ts"

export { decodeStrictly } from "./reading-decode.ts"
export { refusalsOf } from "./reading-issues.ts"

/** How a schema made from a reader introduces itself. */
export interface ReaderSchemaOptions {
  /** Its name in messages of Effect, such as `CivilDate`. */
  readonly identifier: string
  /** One sentence for people who read the JSON Schema. */
  readonly description: string
  /** The JSON Schema of what is accepted, such as `{ type: "string", format: "date" }`; without it, anything. */
  readonly jsonSchema?: { readonly [keyword: string]: unknown } | undefined
}

/**
 * A schema that reads with `reader` and refuses with its refusal: `refusalsOf` finds that refusal again, untouched,
 * beside its path. What the reader gives back is also what is stored, so the reader must accept its own results
 * and give them back unchanged (`reader(value)` is `value`): encoding reads once more. Rule READ-6.
 */
export const schemaOf = <T, R extends Refusal>(
  reader: (input: unknown) => Checked<T, R>,
  options: ReaderSchemaOptions,
): Schema.Codec<T, T> => {
  const { identifier, description, jsonSchema } = options
  const declared = Schema.declareConstructor<T>()(
    [],
    () => (input) => {
      const read = reader(input)
      if (read.ok) return Effect.succeed(read.value)
      return Effect.fail(new SchemaIssue.InvalidValue({ expected: description, [refusalAnnotation]: read.refusal }))
    },
    { identifier, description, toCodecJson: () => undefined },
  )
  // A check that always holds is the place where Effect looks for the JSON Schema of a declared type.
  return declared.check(Schema.makeFilter(() => true, { toJsonSchema: () => ({ ...jsonSchema }) }))
}

/**
 * A check over several fields at once, for `schema.check(refusing(…))`: gives the refusal that stands against a value of
 * the right shape, or undefined. `refusalsOf` finds it again at the path of the whole value. Rule READ-6.
 */
export const refusing = <T>(objection: (value: T) => Refusal | undefined): SchemaAST.Filter<T> =>
  Schema.makeFilter((value: T) => {
    const refusal = objection(value)
    return refusal === undefined ? undefined : new SchemaIssue.InvalidValue({ [refusalAnnotation]: refusal })
  })
