/**
 * `did` ÷ `should` in percent with two decimals, cut off: `66.66` for 2 of 3, in exact integers. It is never rounded up, so
 * that it never shows a share that was not reached. Null: of nobody. Rule REGISTER-3.
 */
export const percentOf = (did: number, should: number): string | null => {
  const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0
  if (!isCount(did) || !isCount(should) || should === 0) return null
  const hundredths = (BigInt(did) * 10_000n) / BigInt(should)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`
}
