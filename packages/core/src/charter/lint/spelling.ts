/** How many letters must be put in, left out, changed or swapped to make one word of the other; above `most`, no matter how many. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row] = [[] as Array<number>, Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const changed = (row[j - 1] ?? 0) + (isSame ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    ;[before, row] = [row, next]
  }
  return row[b.length] ?? 0
}

const withoutNumbers = (word: string): string => word.replaceAll(/\d+/g, "0")

/** One letter in five may be wrong, and two at most: in short words a letter makes another word. */
const slips = (word: string): number => Math.min(2, Math.floor(word.length / 5))

/**
 * The known word that was likely meant by one that nobody knows: the nearest, and of equally near ones the first. Words that differ
 * in their numbers alone are different on purpose. Undefined: it is known, or like no other.
 */
export const likelyMeant = (word: string, known: ReadonlyArray<string>): string | undefined => {
  if (known.includes(word)) return undefined
  const most = slips(word)
  const near = known
    .map((one) => ({ one, far: distance(word, one, most) }))
    .filter(({ far, one }) => far <= most && withoutNumbers(word) !== withoutNumbers(one))
  return near.toSorted((a, b) => a.far - b.far)[0]?.one
}
