/** Where a reader of JSON stands: names of fields and positions in lists, from the outside in. */
type Place = ReadonlyArray<string | number>

interface Open {
  readonly isList: boolean
  /** The field or the item that is being read; none between two of them. */
  at: string | number | undefined
  items: number
}

/** One token of JSON at a place, or nothing: what stands there is none. */
const token =
  /[\t\n\r ]*(?:("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy

/** An item of a list is a place of its own once something in it is open: a number, or what parts two items, lies in the list. */
const placeOf = (open: ReadonlyArray<Open>): Place =>
  open.flatMap(({ at, isList }, depth) => (at === undefined || (isList && depth === open.length - 1) ? [] : [at]))

/** What is expected next: a value, the name of a field, a colon, or what comes after a value. */
type Next = "value" | "name" | "colon" | "after"

interface Reading {
  readonly open: Array<Open>
  next: Next
  /** An object or list that was just opened may be closed at once. */
  isFresh: boolean
}

const begin = (reading: Reading, isList: boolean): void => {
  reading.open.push({ isList, at: isList ? 0 : undefined, items: 0 })
  reading.next = isList ? "value" : "name"
  reading.isFresh = true
}

const end = (reading: Reading, isList: boolean): boolean => {
  const inside = reading.open.at(-1)
  if (inside?.isList !== isList || !(reading.next === "after" || reading.isFresh)) return false
  reading.open.pop()
  reading.next = "after"
  reading.isFresh = false
  return true
}

const goOn = (reading: Reading): boolean => {
  const inside = reading.open.at(-1)
  if (inside === undefined || reading.next !== "after") return false
  inside.items += 1
  inside.at = inside.isList ? inside.items : undefined
  reading.next = inside.isList ? "value" : "name"
  return true
}

/** Takes one sign; whether it may stand here. */
const sign = (reading: Reading, mark: string): boolean => {
  if (mark === "}" || mark === "]") return end(reading, mark === "]")
  if (mark === ",") return goOn(reading)
  if (mark === ":") {
    if (reading.next !== "colon") return false
    reading.next = "value"
    return true
  }
  if (reading.next !== "value") return false
  begin(reading, mark === "[")
  return true
}

/** Takes a text, a number or a word; whether it may stand here. */
const value = (reading: Reading, text: string | undefined): boolean => {
  const inside = reading.open.at(-1)
  if (reading.next === "name" && inside !== undefined && text !== undefined) {
    inside.at = JSON.parse(text) as string
    reading.next = "colon"
    reading.isFresh = false
    return true
  }
  if (reading.next !== "value") return false
  reading.next = "after"
  reading.isFresh = false
  return true
}

/**
 * Where in a JSON text an offset lies, or where the text stops being JSON if that is before. It is asked only of texts in which
 * something is wrong, and says where, so that a broken file is not just called broken.
 */
export const placeIn = (text: string, offset = text.length): Place => {
  const reading: Reading = { open: [], next: "value", isFresh: false }
  for (let from = 0; from < text.length; ) {
    const before = placeOf(reading.open)
    token.lastIndex = from
    const found = token.exec(text)
    if (found === null) return before
    const [, string, , mark] = found
    const isWellPlaced = mark === undefined ? value(reading, string) : sign(reading, mark)
    if (!isWellPlaced || token.lastIndex > offset) return before
    from = token.lastIndex
  }
  return placeOf(reading.open)
}

const lists: ReadonlyArray<string | number | undefined> = ["deliberations", "disclosures", "texts", "calendars"]
const single: ReadonlyArray<string | number | undefined> = ["matter", "coGovernance", "covenant"]

/** The part of a record in which a place lies: `record` for what is around the parts. */
export const partAt = ([outer, part, index]: Place): string => {
  if (outer !== "parts") return "record"
  if (single.includes(part)) return `${part}`
  return lists.includes(part) && typeof index === "number" ? `${part}.${index}` : "record"
}
