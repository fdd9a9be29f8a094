import { canonicalJson } from "../kernel/canonical-json.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { CharterRefusal, Period } from "./refusals.ts"
import type { OwnChoice } from "./rule-choices.ts"
import type { RuleKey } from "./rule-pack.ts"
import { compareTexts } from "./text-order.ts"
import { saysTheSame } from "./value-order.ts"

/** Everything that a community ever chose, by key. */
export const choicesByKey = (choices: ReadonlyArray<OwnChoice>): ReadonlyMap<RuleKey, ReadonlyArray<OwnChoice>> => {
  const said = new Map<RuleKey, Array<OwnChoice>>()
  for (const choice of choices) {
    const known = said.get(choice.key)
    if (known === undefined) said.set(choice.key, [choice])
    else known.push(choice)
  }
  return said
}

const periodOf = ({ from, to }: OwnChoice): Period => ({ from: from ?? null, to: to ?? null })

const comparePeriods = (a: Period, b: Period): number =>
  compareTexts(a.from ?? "", b.from ?? "") || compareTexts(a.to ?? "~", b.to ?? "~")

/** Two choices for one rule on one day, unless they say the same. Rule CHARTER-8. */
export const overlapping = (choices: ReadonlyArray<OwnChoice>, day: CivilDate): CharterRefusal | undefined => {
  const [first, ...others] = choices
  if (first === undefined || others.every((other) => saysTheSame(other.value, first.value))) return undefined
  const periods = choices.map(periodOf).toSorted(comparePeriods)
  return { _tag: "ChoicesOverlap", rule: "CHARTER-8", key: first.key, day, periods }
}

const textOf = (value: unknown): string => {
  const text = canonicalJson(value)
  return text.ok ? text.value : ""
}

/** Of choices that say the same, the one that began first is told, and of those the one with the first reason. */
export const earliestOf = (choices: ReadonlyArray<OwnChoice>): OwnChoice | undefined => {
  let earliest: { readonly choice: OwnChoice; readonly text: string } | undefined
  for (const choice of choices) {
    if (earliest === undefined && choices.length === 1) return choice
    const text = textOf(choice)
    const order =
      earliest === undefined
        ? -1
        : comparePeriods(periodOf(choice), periodOf(earliest.choice)) || compareTexts(text, earliest.text)
    if (order < 0) earliest = { choice, text }
  }
  return earliest?.choice
}
