/**
 * What must not reach a line of text as itself: controls, invisible format characters (bidi controls, U+200B, U+FEFF …),
 * line and paragraph separators, lone surrogates. U+200C and U+200D stay: emoji and several scripts need them.
 */
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A text from outside, safe to stand inside one line: what cannot be seen is written as `\u{202e}`, as the kernel's own
 * excerpts do. So no text from outside can start a line, colour a terminal or turn the direction of what stands around it.
 */
export const visible = (text: string): string =>
  text.replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
