import * as Schema from "effect/Schema"
import { PublicRecord } from "../src/index.ts"

/** The JSON Schema (2020-12) of a record, made from `PublicRecord`: a field that nobody declared is refused, as our reader does. */
export const recordSchema = (): string => {
  const { definitions, schema } = Schema.toJsonSchemaDocument(PublicRecord, { onExcessProperty: "error" })
  const document = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:jinlin:schema:public-record",
    title: "Public record",
    ...schema,
    $defs: definitions,
  }
  return `${JSON.stringify(document, null, 1)}\n`
}
