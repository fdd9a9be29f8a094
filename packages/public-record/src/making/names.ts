/** The place of the first text in plain data that holds a name; nothing: none does. Rule RECORD-7. */
export const nameIn = (value: unknown, holdsName: (text: string) => boolean, place = ""): string | undefined => {
  if (typeof value === "string") return holdsName(value) ? place : undefined
  if (typeof value !== "object" || value === null) return undefined
  for (const [key, inside] of Object.entries(value)) {
    const found = nameIn(inside, holdsName, place === "" ? key : `${place}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}
