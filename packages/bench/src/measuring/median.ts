/** The value at a share of the way through the sorted numbers: 0.5 is the median. NaN where there is none. */
export const quantile = (numbers: ReadonlyArray<number>, share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (numbers: ReadonlyArray<number>): number => quantile(numbers, 0.5)

/** The median over the rounds of what one contender took, divided by what another took in the same round. */
export const ratioOf = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): number =>
  median(one.map((time, round) => time / (other[round] ?? Number.NaN)))
