import { textOfBytes } from "../csv/bytes.ts"
import type { PaperNotText, PaperNotUtf8, PaperTooLarge } from "./refusals.ts"

/** 100,000 voters with a remark of ordinary length each. */
const longest = 20_000_000

type NotReadable = PaperTooLarge | PaperNotText | PaperNotUtf8

/** The text of what was handed in, or why there is none. */
export const textOf = (csv: unknown): string | NotReadable => {
  const tooLarge: PaperTooLarge = { _tag: "PaperTooLarge", rule: "REGISTER-8", limit: longest }
  if (csv instanceof Uint8Array) {
    // No character of a text within the limit takes more than three bytes a unit.
    if (csv.length > 3 * longest) return tooLarge
    const text = textOfBytes(csv)
    if (typeof text !== "string") return { _tag: "NotUtf8", rule: "REGISTER-8", offset: text.offset }
    return textOf(text)
  }
  if (typeof csv !== "string") return { _tag: "PaperNotText", rule: "REGISTER-8", got: typeof csv }
  return csv.length > longest ? tooLarge : csv
}
