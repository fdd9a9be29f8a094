import type { CharterRefusal, RangeEmpty, RangeEnd } from "./refusals.ts"
import type { ResolvedRule } from "./resolved.ts"
import type { Settled } from "./settle.ts"
import { compareValues } from "./value-order.ts"

const end = ({ citation, from, key, value }: ResolvedRule): RangeEnd => ({ key, value, from, citation })

/** The rules at both ends of a range, where the least is more than the most. Ends that nobody can compare are none. */
const crossing = (least: ResolvedRule, rules: ReadonlyMap<string, ResolvedRule>): RangeEmpty | undefined => {
  if (!least.key.endsWith(".least")) return undefined
  const most = rules.get(`${least.key.slice(0, -".least".length)}.most`)
  const order = most === undefined ? undefined : compareValues(least.value, most.value)
  if (most === undefined || order?.ok !== true || order.value !== "more") return undefined
  const { key } = most.from === "own" && least.from !== "own" ? most : least
  return { _tag: "RangeEmpty", rule: "CHARTER-16", key, least: end(least), most: end(most) }
}

/** The ends that are at fault: what the community chose itself, or both where it chose neither. */
const atFault = ({ least, most }: RangeEmpty): ReadonlyArray<string> => {
  const own = [least, most].filter(({ from }) => from === "own")
  return (own.length === 0 ? [least, most] : own).map(({ key }) => key)
}

/**
 * `….least` and `….most` are the two ends of one range, and some value lies between them. So a law that says five to nine holds
 * each end on both sides: nobody can choose a least above its most, nor a most below its least. Rule CHARTER-16.
 */
export const withoutEmptyRanges = (settled: ReadonlyArray<Settled>): ReadonlyArray<Settled> => {
  const rules = new Map(settled.flatMap(({ rule }) => (rule === undefined ? [] : [[rule.key, rule] as const])))
  const crossed = [...rules.values()].map((rule) => crossing(rule, rules)).filter((one) => one !== undefined)
  if (crossed.length === 0) return settled
  const faulty = new Set(crossed.flatMap(atFault))
  const refused = (key: string): ReadonlyArray<CharterRefusal> => crossed.filter((one) => one.key === key)
  return settled.map((one) =>
    one.rule !== undefined && faulty.has(one.rule.key)
      ? { rule: undefined, refusals: [...one.refusals, ...refused(one.rule.key)] }
      : one,
  )
}
