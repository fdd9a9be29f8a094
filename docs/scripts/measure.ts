/** How wide a text is in a sans-serif font of this size: a full-width character is one em, any other a bit more than half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffee]/u.test(character) ? 1 : 0.56), 0) * size

/** Where a line may break: behind a mark of either language, and nowhere inside a phrase. */
const pieces = /[^,，、；]+(?:[,，、；]\s*|$)/g

/** The lines of a text that is at most so wide; a phrase that is wider stands alone. No lines for no text. */
export const wrapped = (text: string, width: number, size: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const piece of text.match(pieces) ?? []) {
    const last = lines.at(-1)
    if (last === undefined || widthOf((last + piece).trimEnd(), size) > width) lines.push(piece)
    else lines[lines.length - 1] = last + piece
  }
  return lines.map((line) => line.trimEnd())
}
