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
import { compareTexts } from "../text-order.ts"
import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

/** `appraisal/weight.residents` is a weight of `appraisal/weight`, and `appraisal/committee.weight.peers` one of `appraisal/committee.weight`. */
const weight = /^(.+[/.]weight)\.[a-z0-9-]+$/

const groupOf = ({ key }: ResolvedRule): string | undefined => weight.exec(key)?.[1]

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

/** Weights under one name, written as the shares of thresholds, come to exactly one. Rule LINT-4. */
export const weightsMustSum = (view: View): ReadonlyArray<LintFinding> => {
  const { rules } = view.resolved
  const groups = [...new Set(rules.map(groupOf).filter((group) => group !== undefined))].sort(compareTexts)
  return groups.flatMap((group) =>
    ofGroup(
      view,
      group,
      rules.filter((rule) => groupOf(rule) === group),
    ),
  )
}
