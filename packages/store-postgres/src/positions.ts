import type { Position } from "@jinlin/sdk"

/** A place in the log: the epoch, the transaction, and the number of the event as text, and the mark of the store. */
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

/** A place as text, in which the later of two is the greater; `jinlin_position` in the schema writes the same. */
export const positionOf = ({ epoch, major, mark, place }: LogPlace): Position =>
  `${epoch.padStart(6, "0")}-${major.padStart(19, "0")}-${place.padStart(19, "0")}-${mark}`

/** The place that a text names; `nowhere` where it is none that any store like this one gave. */
export const placeOf = (position: unknown): LogPlace => {
  const [, epoch, major, place, mark] = typeof position === "string" ? (pattern.exec(position) ?? []) : []
  if (epoch === undefined || major === undefined || place === undefined || mark === undefined) return nowhere
  return major > greatest || place > greatest ? nowhere : { epoch, major, place, mark }
}
