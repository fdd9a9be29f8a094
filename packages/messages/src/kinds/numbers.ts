import type { Style } from "../style.ts"
import { asText, type Kind, kind } from "./kind.ts"

/** A whole number as a number, a bigint or decimal digits; `undefined` for anything else, 1.5 and NaN included. */
export const wholeNumber = (raw: unknown): bigint | undefined => {
  if (typeof raw === "bigint") return raw
  if (typeof raw === "number") return Number.isSafeInteger(raw) ? BigInt(raw) : undefined
  return typeof raw === "string" && /^-?\d{1,100}$/.test(raw) ? BigInt(raw) : undefined
}

/**
 * Whole square centimetres as square metres, exactly: `1234.56`, with two decimals, and with four where square centimetres
 * are left over. `undefined` for what is no area.
 */
export const squareMetres = (raw: unknown): string | undefined => {
  const area = wholeNumber(raw)
  if (area === undefined || area < 0n) return undefined
  const decimals = String(area % 10_000n).padStart(4, "0")
  return `${area / 10_000n}.${decimals.endsWith("00") ? decimals.slice(0, 2) : decimals}`
}

const fractionOf = (raw: unknown): string | undefined => {
  if (typeof raw !== "object" || raw === null || !("numerator" in raw) || !("denominator" in raw)) return undefined
  const numerator = wholeNumber(raw.numerator)
  const denominator = wholeNumber(raw.denominator)
  return numerator === undefined || denominator === undefined ? undefined : `${numerator}/${denominator}`
}

/**
 * `:count` writes ASCII digits without grouping and matches the number itself, then its plural form;
 * `:position` writes an index that begins at 0 as people count, from 1;
 * `:fraction` writes `{ numerator, denominator }` as `2/3`, never as a percentage.
 */
export const numberKinds = (style: Style): Readonly<Record<"count" | "position" | "fraction", Kind>> => ({
  count: kind("a whole number", (raw) => {
    const count = wholeNumber(raw)
    return count === undefined ? undefined : { text: String(count), keys: [String(count), style.plural(count)] }
  }),
  position: kind("an index, 0 or more", (raw) => {
    const index = wholeNumber(raw)
    return index === undefined || index < 0n ? undefined : asText(String(index + 1n))
  }),
  fraction: kind("a fraction with numerator and denominator", (raw) => asText(fractionOf(raw))),
})
