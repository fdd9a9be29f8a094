/** What can stand in a template: text, which is escaped; markup, which was; or a list of both. Nothing is left out silently but these. */
export type Part = string | number | Markup | null | undefined | false | ReadonlyArray<Part>

/**
 * What must not reach a page as itself: controls other than line breaks and tabs, invisible format characters (bidi controls,
 * U+200B, U+FEFF …), lone surrogates, code points that are no characters. U+200C and U+200D stay: emoji and several scripts
 * need them.
 */
const hidden = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** A text as it stands in HTML, in an element or in a quoted attribute alike; what cannot be seen is written as `\u{202e}`. */
const escaped = (text: string): string =>
  text
    .replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replace(/[&<>"']/g, (character) => named[character] ?? character)

/** A piece of a page. Only `markup` makes one, so that no data can pass for it. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** For `markup` alone: text that stands in our own sources. */
  static fromSource(text: string): Markup {
    return new Markup(text)
  }

  /** The HTML itself. */
  toString(): string {
    return this.#text
  }
}

const written = (part: Part): string => {
  if (part instanceof Markup) return part.toString()
  if (typeof part === "string") return escaped(part)
  if (typeof part === "number") return Number.isFinite(part) ? String(part) : ""
  return Array.isArray(part) ? part.map(written).join("") : ""
}

/** HTML from a template of ours: whatever is put into it is escaped, unless it is markup itself. */
export const markup = (template: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Markup =>
  Markup.fromSource(String.raw({ raw: template.map((text) => text) }, ...parts.map(written)))
