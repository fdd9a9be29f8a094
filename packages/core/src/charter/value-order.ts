import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import { compareThresholds } from "../kernel/threshold.ts"
import { readThreshold, type ThresholdJson, thresholdToJson } from "../kernel/threshold-reading.ts"
import type { NoOrder } from "./refusals.ts"
import type { Bound, RuleValue } from "./rule-value.ts"
import { compareTexts } from "./text-order.ts"

/** Of a first value to a second: it says the same, or asks more, or less. Of choices, more contains less. */
export type Order = "same" | "more" | "less"

const orderOf = (sign: number): Order => (sign === 0 ? "same" : sign > 0 ? "more" : "less")

const compareShares = (a: ThresholdJson, b: ThresholdJson): Checked<Order, NoOrder> => {
  const [first, second] = [readThreshold(a), readThreshold(b)]
  if (!first.ok || !second.ok) return refuse("unreadable")
  const order = compareThresholds(first.value, second.value)
  if (order.ok) return accept(orderOf(order.value))
  return refuse(a.measure === b.measure ? "base" : "measure")
}

const compareChoices = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): Checked<Order, NoOrder> => {
  const contains = b.every((choice) => a.includes(choice))
  const isContained = a.every((choice) => b.includes(choice))
  if (contains) return accept(isContained ? "same" : "more")
  return isContained ? accept("less") : refuse("no-order")
}

/** Which of two values asks more, or why neither does. Thresholds as THRESHOLD-5 compares them. Rule CHARTER-6. */
export const compareValues = (a: RuleValue, b: RuleValue): Checked<Order, NoOrder> => {
  if (a._tag === "Threshold" && b._tag === "Threshold") return compareShares(a.threshold, b.threshold)
  if (a._tag === "Count" && b._tag === "Count")
    return a.unit === b.unit ? accept(orderOf(a.count - b.count)) : refuse("unit")
  if (a._tag === "Choices" && b._tag === "Choices") return compareChoices(a.choices, b.choices)
  if (a._tag === "Choice" && b._tag === "Choice") return a.choice === b.choice ? accept("same") : refuse("no-order")
  if (a._tag === "Flag" && b._tag === "Flag") return a.flag === b.flag ? accept("same") : refuse("no-order")
  return refuse("kind")
}

/** Whether two values say the same. Values that have no order are told apart too; of a choice, its clause is no part. */
export const sameValue = (a: RuleValue, b: RuleValue): boolean => {
  const order = compareValues(a, b)
  return order.ok && order.value === "same"
}

const clauseOf = (value: RuleValue): string => (value._tag === "Choice" ? (value.clause ?? "").trim() : "")

/** Whether two values say the same and, where they are choices, name the same clause. */
export const saysTheSame = (a: RuleValue, b: RuleValue): boolean => sameValue(a, b) && clauseOf(a) === clauseOf(b)

/** Whether a value is what a bound allows, or why nobody can say. Rules CHARTER-5, CHARTER-6. */
export const isAllowed = (value: RuleValue, bound: Bound, held: RuleValue): Checked<boolean, NoOrder> => {
  if (bound === "default") return accept(true)
  const order = compareValues(value, held)
  if (order.ok)
    return accept(
      order.value === "same" || order.value === (bound === "floor" ? "more" : bound === "ceiling" ? "less" : "same"),
    )
  if (order.refusal === "unreadable") return order
  const isDecided = bound === "exact" || (value._tag === "Choices" && held._tag === "Choices")
  return isDecided ? accept(false) : order
}

/** The value in its one written form: shares in lowest terms, choices sorted and each named once. */
export const normalValue = (value: RuleValue): RuleValue => {
  if (value._tag === "Choices") {
    const [first = "", ...others] = [...new Set(value.choices)].sort(compareTexts)
    return { _tag: "Choices", choices: [first, ...others] }
  }
  if (value._tag !== "Threshold") return value
  const threshold = readThreshold(value.threshold)
  return threshold.ok ? { _tag: "Threshold", threshold: thresholdToJson(threshold.value) } : value
}
