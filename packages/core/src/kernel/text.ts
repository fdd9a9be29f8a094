import type * as Schema from "effect/Schema"
import { schemaOf } from "./reading.ts"
import { readText } from "./text-reading.ts"

/** One line of text for people: a name, a title, a reason; up to 500 characters, in Normalization Form C. */
export const Text: Schema.Codec<string, string> = schemaOf((input) => readText(input), {
  identifier: "Text",
  description: "One line of text without control or direction characters, up to 500 characters",
  jsonSchema: { type: "string", minLength: 1, maxLength: 500 },
})

/** Text of several lines: minutes, a resolution; up to 50,000 characters, lines ending in `\n`, in Normalization Form C. */
export const LongText: Schema.Codec<string, string> = schemaOf((input) => readText(input, { severalLines: true }), {
  identifier: "LongText",
  description: "Text of several lines without control or direction characters, up to 50,000 characters",
  jsonSchema: { type: "string", minLength: 1, maxLength: 50_000 },
})
