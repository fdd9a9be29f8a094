/** Whole numbers below a bound that are the same in every run: Marsaglia's xorshift of 32 bits. */
export const draws = (seed: number): ((bound: number) => number) => {
  let state = seed | 1
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}
