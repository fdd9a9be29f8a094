/** What must not reach a terminal as itself: controls, bidi and other format characters, separators, halves of characters. */
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A text from outside on one line: what cannot be seen is written as `\u{202e}`, so that it can neither begin a line, colour
 * the terminal nor turn the direction of what stands around it.
 */
export const visible = (text: string): string =>
  text.replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
