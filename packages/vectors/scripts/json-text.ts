/** What JSON can hold. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [name: string]: Json }

/** An object of JSON. */
export type JsonObject = { readonly [name: string]: Json }

/** The same as plain JSON: what is undefined is left out, and no type of ours is left in. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** A file that people read from top to bottom: two spaces a level. */
export const indented = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * A file whose lists are long: one item of a list a line, so that a change shows as the lines that changed. Fields that are
 * no lists stand in a line of their own.
 */
export const itemPerLine = (file: JsonObject): string => {
  const fields = Object.entries(file).map(([name, value]) => {
    const written = Array.isArray(value)
      ? `[\n${value.map((item: Json) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`
      : JSON.stringify(value)
    return `  ${JSON.stringify(name)}: ${written}`
  })
  return `{\n${fields.join(",\n")}\n}\n`
}
