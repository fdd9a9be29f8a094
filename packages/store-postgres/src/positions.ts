import type { Position } from "@jinlin/sdk"

/** A whole number as a driver gives it, whatever its parsers are set to. */
type Whole = string | number | bigint

/** A place in the log as the database gives it: the epoch, the transaction, and the number of the event. */
export interface PlaceRow {
  readonly epoch: Whole
  readonly major: Whole
  readonly place: Whole
}

/** A place in the log as a position names it, with the mark of its store. */
export interface LogPlace {
  readonly epoch: string
  readonly major: string
  readonly place: string
  readonly mark: string
}

const pattern = /^(\d{6})-(\d{19})-(\d{19})-([0-9a-f]{12})$/
const greatest = "9223372036854775807"

/** Before everything that stands in the log. */
export const beginning: LogPlace = { epoch: "0", major: "0", place: "0", mark: "" }

/** A number that no position has: what nobody gave is not found. */
const nowhere: LogPlace = { epoch: "-1", major: "-1", place: "-1", mark: "" }

const zeros = Array.from({ length: 20 }, (_, length) => "0".repeat(length))

/** Three times as fast as `padStart`, for each event that is read. */
const padded = (value: Whole, digits: number): string => {
  const text = String(value)
  return `${zeros[digits - text.length] ?? ""}${text}`
}

/** A place as text, in which the later of two is the greater; `jinlin_position` in the schema writes the same. */
export const positionOf = ({ epoch, major, place }: PlaceRow, mark: string): Position =>
  `${padded(epoch, 6)}-${padded(major, 19)}-${padded(place, 19)}-${mark}`

/** The place that a text names; `nowhere` where it is none that any store like this one gave. */
export const placeOf = (position: unknown): LogPlace => {
  const [, epoch, major, place, mark] = typeof position === "string" ? (pattern.exec(position) ?? []) : []
  if (epoch === undefined || major === undefined || place === undefined || mark === undefined) return nowhere
  return major > greatest || place > greatest ? nowhere : { epoch, major, place, mark }
}
