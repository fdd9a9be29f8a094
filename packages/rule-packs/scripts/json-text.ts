/** What JSON can hold. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [name: string]: Json }

/** An object of JSON. */
export type JsonObject = { readonly [name: string]: Json }

/** Whether a value is an object, and no list. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const width = 120

/**
 * JSON as the formatter of this workspace writes it: an object over several lines, a list of words in one line where it
 * fits.
 *
 * @param before How many characters stand before the value in its line.
 */
const written = (value: Json, indent: string, before: number): string => {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((item: Json) => JSON.stringify(item)).join(", ")}]`
    if (!value.some(isObject) && before + line.length < width) return line
    return `[\n${value.map((item: Json) => inner + written(item, inner, inner.length)).join(",\n")}\n${indent}]`
  }
  if (!isObject(value) || Object.keys(value).length === 0) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, inside]) => {
    const start = `${inner}${JSON.stringify(name)}: `
    return start + written(inside, inner, start.length)
  })
  return `{\n${fields.join(",\n")}\n${indent}}`
}

/** A file that people read from top to bottom. */
export const jsonText = (value: Json): string => `${written(value, "", 0)}\n`
