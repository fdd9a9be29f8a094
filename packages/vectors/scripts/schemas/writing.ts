import { Id } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"
import { asJson, type JsonObject } from "../json-text.ts"
import { docCommentsOf } from "./doc-comments.ts"
import { type Described, inOrder, schemaDocument } from "./document.ts"
import { sourcesOfLaw } from "./processes.ts"

/** What Effect says of one of our types, for a place in a schema that is written by hand. */
export const generated = (schema: Schema.Constraint): JsonObject =>
  inOrder(asJson(Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" }).schema) as JsonObject)

/** An id, as a definition of its own. */
export const id = { $ref: "#/$defs/Id" }

/** An object with these fields and no others. */
export const object = (properties: JsonObject, optional: ReadonlyArray<string> = []): JsonObject => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

/** One thing or null, with what is said of it. */
export const nullable = (schema: JsonObject, description: string): JsonObject => ({
  description,
  oneOf: [schema, { type: "null" }],
})

/** One of some words. */
export const words = (...known: ReadonlyArray<string>): JsonObject => ({ type: "string", enum: known })
/** A type of ours with its parts, as definitions to refer to. */
export const defined = (
  name: string,
  { description, named, schema }: Pick<Described, "description" | "named" | "schema">,
): JsonObject => {
  const docs = docCommentsOf(sourcesOfLaw)
  const { $defs, $id, $schema, title, ...body } = schemaDocument({
    ...{ id: name, title: name, description, docs },
    ...{ schema, named: { ...named, Id } },
  })
  return { ...($defs as JsonObject), [name]: body }
}
