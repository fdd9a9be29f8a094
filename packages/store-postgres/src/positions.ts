import type { Position } from "@jinlin/sdk"

/** A place in the log: the epoch, the transaction, and the number of the event. Whole numbers as text. */
export interface LogPlace {
  readonly epoch: string
  readonly major: string
  readonly place: string
}

const pattern = /^(\d{6})-(\d{20})-(\d{19})$/
const greatest = "09223372036854775807"

/** Before everything that stands in the log. */
export const beginning: LogPlace = { epoch: "0", major: "0", place: "0" }

/** A place as text, in which the later of two is the greater; `jinlin_position` in the schema writes the same. */
export const positionOf = ({ epoch, major, place }: LogPlace): Position =>
  `${epoch.padStart(6, "0")}-${major.padStart(20, "0")}-${place.padStart(19, "0")}`

/** The place that a text names; undefined: it is none that any store like this one gave. */
export const placeOf = (position: unknown): LogPlace | undefined => {
  const [, epoch, major, place] = typeof position === "string" ? (pattern.exec(position) ?? []) : []
  if (epoch === undefined || major === undefined || place === undefined) return undefined
  return major > greatest || `0${place}` > greatest ? undefined : { epoch, major, place }
}

/** A number that no position has: what nobody gave is not found. */
export const nowhere: LogPlace = { epoch: "-1", major: "-1", place: "-1" }
