import * as Schema from "effect/Schema"
import { asJson, type Json, type JsonObject } from "../json-text.ts"
import type { DocComments } from "./doc-comments.ts"

/** A union of tagged cases or one struct, with the parts of it that get a name of their own. */
export interface Described {
  /** Such as `urn:jinlin:schema:rotating-chair:commands`. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly schema: Schema.Constraint
  readonly named: Readonly<Record<string, Schema.Constraint>>
  readonly docs: DocComments
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** In this order the words of a schema are written, whatever order the generator of Effect has. */
const words = [
  "$schema",
  "$id",
  "title",
  "description",
  "$ref",
  "type",
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "oneOf",
  "anyOf",
  "prefixItems",
  "items",
  "minItems",
  "maxItems",
  "properties",
  "required",
  "additionalProperties",
  "$defs",
]

const rank = (word: string): number => (words.includes(word) ? words.indexOf(word) : words.length)

/** The words of one schema in their order. */
export const inOrder = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).toSorted(([one], [other]) => rank(one) - rank(other)))

const documentOf = (schema: Schema.Constraint): { readonly root: JsonObject; readonly definitions: JsonObject } => {
  const { definitions, schema: root } = Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })
  return { root: asJson(root) as JsonObject, definitions: asJson(definitions) as JsonObject }
}

/** Puts what Effect names itself back in its place, so that equal parts look alike wherever they stand. */
const inlined = (value: Json, definitions: JsonObject): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => inlined(item, definitions))
  if (!isObject(value)) return value
  const name = typeof value["$ref"] === "string" ? value["$ref"].replace("#/$defs/", "") : undefined
  const meant = name === undefined ? undefined : definitions[name]
  if (meant !== undefined) return inlined(meant, definitions)
  return listed(Object.fromEntries(Object.entries(value).map(([word, inside]) => [word, inlined(inside, definitions)])))
}

/** A list of at least so many is a list with a least length, which every language's generator knows, and no tuple. */
const listed = (schema: JsonObject): JsonObject => {
  const { items, prefixItems, ...others } = schema
  if (!Array.isArray(prefixItems) || items === undefined || !isObject(items)) return schema
  if (prefixItems.some((first: Json) => key(first) !== key(items))) return schema
  return { ...others, items, minItems: prefixItems.length }
}

const plain = (schema: Schema.Constraint): JsonObject => {
  const { definitions, root } = documentOf(schema)
  return inlined(root, definitions) as JsonObject
}

const key = (value: Json): string =>
  JSON.stringify(value, (_name, inside: Json) =>
    isObject(inside) ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inside,
  )

const tagOf = (schema: Json): string | undefined => {
  if (!isObject(schema) || !isObject(schema["properties"])) return undefined
  const tag = schema["properties"]["_tag"]
  const [only] = isObject(tag) && Array.isArray(tag["enum"]) ? tag["enum"] : []
  return typeof only === "string" ? only : undefined
}

/** What `{ _tag: "X" }` must hold, in the word that says so best. */
const exactly = (property: Json): Json => {
  if (!isObject(property) || !Array.isArray(property["enum"]) || property["enum"].length !== 1) return property
  const { enum: _, ...others } = property
  return { ...others, const: property["enum"][0] }
}

/**
 * The JSON Schema (2020-12) of a type of ours, as Effect writes it, then made ready for other languages' generators: every
 * tagged case and every named part is a definition of its own with what its docstring says; a field that nobody declared is
 * refused, as our reader refuses it; words stand in a fixed order.
 */
export const schemaDocument = ({ description, docs, id, named, schema, title }: Described): JsonObject => {
  const definitions: Record<string, Json> = {}
  const names = new Map(Object.entries(named).map(([name, part]) => [key(plain(part)), name]))

  const described = (value: JsonObject, name: string | undefined): JsonObject => {
    const words = Object.entries(value).map(([word, inside]): [string, Json] => {
      if (word !== "properties" || !isObject(inside)) return [word, withReferences(inside)]
      return [word, propertiesOf(inside, name)]
    })
    const says = name === undefined ? undefined : (docs.ofCase(name) ?? docs.ofConstant(name))
    return inOrder({ ...Object.fromEntries(words), ...(says === undefined ? {} : { description: says }) })
  }

  const propertiesOf = (properties: JsonObject, owner: string | undefined): JsonObject =>
    Object.fromEntries(
      Object.entries(properties).map(([field, inside]) => {
        const written = exactly(withReferences(inside))
        const says = owner === undefined ? undefined : docs.ofField(owner, field)
        return [field, says === undefined || !isObject(written) ? written : inOrder({ ...written, description: says })]
      }),
    )

  const referred = (value: JsonObject, name: string): JsonObject => {
    if (definitions[name] === undefined) {
      definitions[name] = {}
      definitions[name] = described(value, name)
    }
    return { $ref: `#/$defs/${name}` }
  }

  const withReferences = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(withReferences)
    if (!isObject(value)) return value
    const name = names.get(key(value))
    return name === undefined ? described(value, undefined) : referred(value, name)
  }

  const root = plain(schema)
  const cases = Array.isArray(root["anyOf"]) ? root["anyOf"] : undefined
  const body: JsonObject =
    cases === undefined
      ? described(root, undefined)
      : { oneOf: cases.map((each: Json) => referred(each as JsonObject, tagOf(each) ?? "")) }
  const sorted = Object.fromEntries(Object.entries(definitions).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return inOrder({
    ...body,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: id,
    title,
    description,
    ...(Object.keys(sorted).length === 0 ? {} : { $defs: sorted }),
  })
}
