/** What must not reach a file as itself: controls, bidi and other format characters, separators, halves of characters, noncharacters. */
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/**
 * A text from outside on one line: what cannot be seen is written as `\u{202e}`, so that it can neither begin a line or a cell
 * nor turn the direction of what stands around it, and so that XML can hold it.
 */
export const visible = (text: string): string =>
  text.replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
