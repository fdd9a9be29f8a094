/** The smallest number up to `most` for which it is so; it stays so from there on, and is so for `most`. */
export const smallest = (most: number, isSo: (number: number) => boolean): number => {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The smallest `a + b`, `a` of the first group and `b` of the second, for which an outcome is turned; undefined when it is
 * not even for all of both. Whatever is turned by some has to be turned by more of either group: then the `b` that is needed
 * only falls while `a` rises, and one walk finds the best of all splits.
 */
export const fewest = (
  first: number,
  second: number,
  isTurned: (first: number, second: number) => boolean,
): number | undefined => {
  if (!isTurned(first, second)) return undefined
  let a = smallest(first, (number) => isTurned(number, second))
  let b = smallest(second, (number) => isTurned(a, number))
  let best = a + b
  for (a += 1; a <= first && a < best; a += 1) {
    while (b > 0 && isTurned(a, b - 1)) b -= 1
    best = Math.min(best, a + b)
  }
  return best
}
