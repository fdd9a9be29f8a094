import { type Answer, done, failed, type InvalidCursor, type Position } from "@jinlin/sdk"
import type { Ledger } from "./ledger.ts"

const digits = 15

/** A place in one of the ledger's lists, from 1, written so that later ones are greater as text. */
export const placeText = (ledger: Ledger, place: number): string =>
  `${String(place).padStart(digits, "0")}-${ledger.mark}`

/** The place that a text names; 0 where there is none, and `InvalidCursor` where this ledger never gave it. */
export const placeOf = (
  ledger: Ledger,
  text: string | null | undefined,
  last: number,
): Answer<number, InvalidCursor> => {
  if (text === undefined || text === null) return done(0)
  const place = typeof text === "string" ? Number(text.slice(0, digits)) : Number.NaN
  const given = Number.isInteger(place) && place >= 1 && place <= last && text === placeText(ledger, place)
  return given ? done(place) : failed({ _tag: "InvalidCursor", rule: "STORE-6" })
}

/** Where the log stands. */
export const headOf = ({ log }: Ledger): Position | null => log.at(-1)?.position ?? null

/** Whether one text comes before another, by code units: the order in which keys are read. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
