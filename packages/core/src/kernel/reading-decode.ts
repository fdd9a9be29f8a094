import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import * as SchemaParser from "effect/SchemaParser"
import { accept, type Checked, refuse } from "./checked.ts"
import type { NonEmpty } from "./decider.ts"
import { plainCopy, type ReadingLimits } from "./plain-data.ts"
import { refusalsOf } from "./reading-issues.ts"
import type { Located } from "./reading-refusals.ts"
import { kindOf, wrongType } from "./wrong-type.ts"

const strictly = { errors: "all", onExcessProperty: "error", reportInput: true } as const

/**
 * Reads what came from outside: everything that is wrong with it, each with its path, or the value. Unknown fields are
 * refused and not dropped; only plain data is read (READ-1), through a copy, so that nothing sent can run code, change
 * a prototype or change under our eyes; depth and size are bounded before the schema sees anything (READ-7, READ-8).
 */
export const decodeStrictly = <S extends Schema.ConstraintDecoder<unknown>>(
  schema: S,
  limits?: Partial<ReadingLimits>,
): ((input: unknown) => Checked<S["Type"], NonEmpty<Located>>) => {
  const decode = SchemaParser.decodeUnknownResult(schema, strictly)
  // Effect takes `Struct({})` to mean "anything but null"; here it means an object without fields.
  const { ast } = schema
  const isEmptyStruct = ast._tag === "Objects" && ast.propertySignatures.length + ast.indexSignatures.length === 0
  return (input) => {
    const copied = plainCopy(input, limits)
    if (!copied.ok) return copied
    if (isEmptyStruct && kindOf(copied.value) !== "object")
      return refuse([{ path: [], refusal: wrongType(copied.value, "object") }])
    const decoded = decode(copied.value)
    return Result.isSuccess(decoded) ? accept(decoded.success) : refuse(refusalsOf(decoded.failure))
  }
}
