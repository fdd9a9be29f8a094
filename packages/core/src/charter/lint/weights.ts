import {
  addFractions,
  compareFractions,
  type Fraction,
  one,
  subtractFractions,
  sumOfFractions,
  zero,
} from "../../kernel/fraction.ts"
import { fractionText, readFraction } from "../../kernel/fraction-reading.ts"
import type { ResolvedRule } from "../resolved.ts"
import type { RuleValue } from "../rule-value.ts"
import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

/** `a/weight.x` is a weight of `a/weight`, `a/weight.x.y` one of `a/weight.x`, and `a/weights.x` one of `a/weights`. */
const weight = /^(.+[/.]weights?(?:\.[a-z0-9-]+)*)\.[a-z0-9-]+$/

/** So is `a/weight-x` one of `a/weight`, if it is a share: `a/weight-limit` may count something else. */
const hyphened = /^(.+[/.]weight)-[a-z0-9-]+$/

/** Which group a weight belongs to; undefined: it is no weight. */
const groupOf = (key: string, value?: RuleValue): string | undefined =>
  weight.exec(key)?.[1] ?? (value?._tag === "Threshold" ? hyphened.exec(key)?.[1] : undefined)

/** The groups that a refused rule may have been a weight of. */
const groupsNear = (key: string): ReadonlyArray<string | undefined> => [weight.exec(key)?.[1], hyphened.exec(key)?.[1]]

const shareOf = ({ value }: ResolvedRule): Fraction | undefined => {
  const share = value._tag === "Threshold" ? readFraction(value.threshold.share) : undefined
  return share?.ok === true ? share.value : undefined
}

const ofGroup = (view: View, group: string, rules: ReadonlyArray<ResolvedRule>): ReadonlyArray<LintFinding> => {
  const [first] = rules
  if (first === undefined) return []
  const path = rulePath(view, rules.find(({ from }) => from === "own") ?? first)
  const shares = rules.map(shareOf).filter((share) => share !== undefined)
  const sum = sumOfFractions(shares)
  if (shares.length === rules.length && compareFractions(sum, one) === 0) return []
  const missing = compareFractions(sum, one) < 0 ? subtractFractions(one, sum) : zero
  const excess = subtractFractions(addFractions(sum, missing), one)
  const facts = {
    ...{ day: view.day, weights: group, parts: rules.length, unreadable: rules.length - shares.length },
    ...{ sum: fractionText(sum), missing: fractionText(missing), excess: fractionText(excess) },
  }
  return [{ rule: "LINT-4", level: "error", path, facts, citation: first.citation }]
}

/** Weights under one name, written as the shares of thresholds, come to exactly one. Where one of them is refused, nothing is added up. Rule LINT-4. */
export const weightsMustSum = (view: View): ReadonlyArray<LintFinding> => {
  const refused = new Set(view.refusals.flatMap((refusal) => ("key" in refusal ? groupsNear(refusal.key) : [])))
  const groups = Map.groupBy(view.resolved.rules, ({ key, value }) => groupOf(key, value))
  return [...groups].flatMap(([group, rules]) =>
    group === undefined || refused.has(group) ? [] : ofGroup(view, group, rules),
  )
}
