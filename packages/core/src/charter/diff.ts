import { canonicalJson } from "../kernel/canonical-json.ts"
import type { StepList } from "../kernel/step-list.ts"
import type { Resolved, ResolvedRule } from "./resolved.ts"
import type { RuleKey } from "./rule-pack.ts"
import { compareTexts } from "./text-order.ts"
import { compareValues, sameValue, saysTheSame } from "./value-order.ts"

/** A rule is there that was not. */
export interface RuleAdded {
  readonly _tag: "RuleAdded"
  readonly key: RuleKey
  readonly after: ResolvedRule
}

/** A rule is gone. */
export interface RuleRemoved {
  readonly _tag: "RuleRemoved"
  readonly key: RuleKey
  readonly before: ResolvedRule
}

/**
 * How a rule changed: it asks more or less than before, or something else; or it says the same, and other bounds are on it or
 * another certainty; or it says the same, bound as before, by another source.
 */
export type Turn = "stricter" | "looser" | "other" | "bound-changed" | "same-value"

/** A rule says something else, or somebody else says it, or is bound otherwise. Both citations are in it. */
export interface RuleChanged {
  readonly _tag: "RuleChanged"
  readonly key: RuleKey
  readonly change: Turn
  readonly before: ResolvedRule
  readonly after: ResolvedRule
}

/** A step list is there, is gone, or has other steps; null: it is not there. */
export interface StepsChanged {
  readonly _tag: "StepsChanged"
  readonly list: string
  readonly before: StepList | null
  readonly after: StepList | null
}

/** One difference between the rules of two days or of two charters. */
export type RuleChange = RuleAdded | RuleRemoved | RuleChanged | StepsChanged

const textOf = (value: unknown): string => {
  const text = canonicalJson(value)
  return text.ok ? text.value : ""
}

/** Of these, the smaller number binds more: who may vote for others, and how long a ballot may go on. */
const lessIsStricter = /\/(proxy-cap|extension-times|extension-days)$/
const moreIsStricter = /\/(quorum\.(heads|area)|approval\.(heads|area)|composition|notice-days)$/

/** Which way is stricter: as the rules of decisions have it, else as the bounds do that are on it. */
const strictWay = ({ after, before, key }: Omit<RuleChanged, "_tag" | "change">): "more" | "less" | undefined => {
  if (moreIsStricter.test(key)) return "more"
  if (lessIsStricter.test(key)) return "less"
  const bounds = new Set([...before.bounds, ...after.bounds].map(({ bound }) => bound))
  if (bounds.has("floor") === bounds.has("ceiling")) return undefined
  return bounds.has("floor") ? "more" : "less"
}

/** What binds a rule and how surely, whatever pack says so. */
const bindingOf = ({ bounds, citation }: ResolvedRule): string =>
  textOf([citation.certainty, bounds.map(({ bound, citation: { certainty }, value }) => [bound, certainty, value])])

const turnOf = (pair: Omit<RuleChanged, "_tag" | "change">): Turn => {
  const { after, before } = pair
  if (saysTheSame(before.value, after.value))
    return bindingOf(before) === bindingOf(after) ? "same-value" : "bound-changed"
  if (sameValue(before.value, after.value)) return "other"
  const order = compareValues(after.value, before.value)
  const strict = strictWay(pair)
  if (!order.ok || strict === undefined) return "other"
  return order.value === strict ? "stricter" : "looser"
}

const ruleChange = (before: ResolvedRule | undefined, after: ResolvedRule | undefined): RuleChange | undefined => {
  if (after === undefined) return before && { _tag: "RuleRemoved", key: before.key, before }
  if (before === undefined) return { _tag: "RuleAdded", key: after.key, after }
  if (textOf(before) === textOf(after)) return undefined
  const pair = { key: after.key, before, after }
  return { _tag: "RuleChanged", ...pair, change: turnOf(pair) }
}

const stepsChange = (list: string, before: StepList | null, after: StepList | null): RuleChange | undefined =>
  textOf(before) === textOf(after) ? undefined : { _tag: "StepsChanged", list, before, after }

const namesIn = <Item>(items: ReadonlyArray<Item>, nameOf: (item: Item) => string): ReadonlyArray<string> =>
  [...new Set(items.map(nameOf))].sort(compareTexts)

/**
 * What differs between two resolutions, rules by key and then step lists by id: what a new version of a charter changes, or
 * a new law. Of equal ones nothing does; the day itself is no difference. Rule CHARTER-13.
 */
export const diffRules = (before: Resolved, after: Resolved): ReadonlyArray<RuleChange> => {
  const [old, now] = [before, after].map(({ rules }) => new Map(rules.map((rule) => [rule.key, rule] as const)))
  const [oldLists, lists] = [before, after].map(
    ({ stepLists }) => new Map(stepLists.map((list) => [list.list, list] as const)),
  )
  const keys = namesIn([...before.rules, ...after.rules], ({ key }) => key)
  const ids = namesIn([...before.stepLists, ...after.stepLists], ({ list }) => list)
  return [
    ...keys.map((key) => ruleChange(old?.get(key), now?.get(key))),
    ...ids.map((id) => stepsChange(id, oldLists?.get(id) ?? null, lists?.get(id) ?? null)),
  ].filter((change) => change !== undefined)
}
