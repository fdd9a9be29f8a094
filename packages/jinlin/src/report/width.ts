/** Characters that a terminal sets in two columns: East Asian wide and full-width ones, and pictures. Ambiguous ones take one. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Characters that take no column of their own: marks that sit on another one, and what cannot be seen. */
const nothing = /^[\p{Mark}\p{Cf}\p{Cc}]*$/u

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" })

/** What a reader sees as single characters; an accent or a picture made of several code points stays whole. */
const charactersOf = (text: string): ReadonlyArray<string> => [...graphemes.segment(text)].map(({ segment }) => segment)

const columnsOf = (character: string): number => (nothing.test(character) ? 0 : wide.test(character) ? 2 : 1)

/** How many columns of a terminal a text takes, on one line. */
export const widthOf = (text: string): number =>
  charactersOf(text).reduce((columns, character) => columns + columnsOf(character), 0)

/** The text with spaces after it (or before it) up to a width; a text that is wider stays as it is. */
export const padded = (text: string, width: number, side: "start" | "end" = "end"): string => {
  const spaces = " ".repeat(Math.max(0, width - widthOf(text)))
  return side === "end" ? text + spaces : spaces + text
}

/** What no line begins with, and what no line ends with, as Chinese and English are set. */
const closing = /^[\p{Pe}\p{Pf}、。，．：；！？…—～,.:;!?%）」』》〉】’”]/u
const opening = /[\p{Ps}\p{Pi}（「『《〈【‘“]$/u

/** Pieces between which a line may end: words with the space or hyphen after them, single wide characters with their punctuation. */
const piecesOf = (text: string): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  let last = " "
  for (const character of charactersOf(text)) {
    const isHyphenated = last === "-" && /\p{L}/u.test(character)
    const mayBreak = last === " " || isHyphenated || columnsOf(character) === 2 || columnsOf(last) === 2
    const mustStay = character === " " || closing.test(character) || opening.test(last)
    if (pieces.length === 0 || (mayBreak && !mustStay)) pieces.push(character)
    else pieces[pieces.length - 1] += character
    last = character
  }
  return pieces
}

/** How wide the widest piece of a text is that no line may part. */
export const longestPiece = (text: string): number =>
  Math.max(0, ...piecesOf(text).map((piece) => widthOf(piece.trimEnd())))

/** A piece that is wider than a line by itself, cut where the line ends. */
const cut = (piece: string, width: number): ReadonlyArray<string> => {
  const lines = [""]
  for (const character of charactersOf(piece)) {
    const line = lines.at(-1) ?? ""
    if (line !== "" && widthOf(line) + columnsOf(character) > width) lines.push(character)
    else lines[lines.length - 1] = line + character
  }
  return lines
}

/**
 * A text on lines of at most `width` columns, at least 2. Lines end after words and between Chinese characters, never before
 * closing or after opening punctuation; only what has no such place is cut. Always at least one line.
 */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const room = Math.max(2, width)
  const lines = [""]
  for (const piece of piecesOf(text).flatMap((each) => (widthOf(each.trimEnd()) > room ? cut(each, room) : [each]))) {
    const line = lines.at(-1) ?? ""
    if (line !== "" && widthOf(line + piece.trimEnd()) > room) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.map((line) => line.trimEnd())
}
