import { compareFractions } from "../../kernel/fraction.ts"
import { looksRounded } from "../../kernel/threshold-checks.ts"
import type { ThresholdJson } from "../../kernel/threshold-reading.ts"
import { readThreshold } from "../../kernel/threshold-reading.ts"
import { holdsOn } from "../in-force.ts"
import { ownCitation, type ResolvedRule } from "../resolved.ts"
import type { LintFinding, LintLevel } from "./finding.ts"
import { type DecidingSet, decidingSets, whole } from "./sets.ts"
import { rulePath, type View } from "./view.ts"

const written = ({ comparison, measure, base, share }: ThresholdJson) => ({
  share: `${share.numerator}/${share.denominator}`,
  ...{ comparison, measure, base },
})

/** Who chose it can change it: of a pack it is good to know. */
const levelOf = ({ from }: ResolvedRule): LintLevel => (from === "own" ? "warning" : "note")

const thresholdsOf = ({ resolved }: View): ReadonlyArray<readonly [ResolvedRule, ThresholdJson]> =>
  resolved.rules.flatMap((rule) => (rule.value._tag === "Threshold" ? [[rule, rule.value.threshold] as const] : []))

/** A threshold that no count meets, or that cannot be read as one. Rule LINT-8. */
export const thresholdsMustBePossible = (view: View): ReadonlyArray<LintFinding> =>
  thresholdsOf(view).flatMap(([rule, threshold]): ReadonlyArray<LintFinding> => {
    if (readThreshold(threshold).ok) return []
    const facts = { day: view.day, key: rule.key, ...written(threshold) }
    return [{ rule: "LINT-8", level: "error", path: rulePath(view, rule), facts, citation: rule.citation }]
  })

/** Whether the approval asks for more of all than the quorum asks to take part. */
const asksMore = (approval: ThresholdJson, quorum: ThresholdJson): boolean => {
  const [most, least] = [readThreshold(approval), readThreshold(quorum)]
  if (!most.ok || !least.ok || !whole.has(approval.base) || !whole.has(quorum.base)) return false
  const shares = compareFractions(most.value.share, least.value.share)
  return shares > 0 || (shares === 0 && approval.comparison === "more-than" && quorum.comparison === "at-least")
}

const unpassable = (view: View, { ruleOf, set }: DecidingSet, measure: "heads" | "area"): LintFinding | undefined => {
  const [approval, quorum] = [ruleOf(`approval.${measure}`), ruleOf(`quorum.${measure}`)]
  if (approval?.value._tag !== "Threshold" || quorum?.value._tag !== "Threshold") return undefined
  const [most, least] = [approval.value.threshold, quorum.value.threshold]
  if (!asksMore(most, least)) return undefined
  const asked = { quorum: written(least).share, quorumComparison: least.comparison }
  const facts = { day: view.day, set, ...written(most), ...asked }
  return {
    rule: "LINT-9",
    level: levelOf(approval),
    path: rulePath(view, approval),
    facts,
    citation: approval.citation,
  }
}

/** A meeting that has its quorum and is of one mind passes what it is asked. Rule LINT-9. */
export const quorumMustSuffice = (view: View): ReadonlyArray<LintFinding> =>
  decidingSets(view).flatMap((set) =>
    [unpassable(view, set, "heads"), unpassable(view, set, "area")].filter((finding) => finding !== undefined),
  )

/** A vote that weighs by area is taken by name: otherwise nobody could open it. Rule LINT-10. */
export const areaNeedsNames = (view: View): ReadonlyArray<LintFinding> =>
  decidingSets(view).flatMap(({ rules, ruleOf, set }): ReadonlyArray<LintFinding> => {
    const area = ruleOf("approval.area") ?? ruleOf("quorum.area")
    if (area === undefined || rules.ballot.modes.includes("open")) return []
    const modes = rules.ballot.modes.join(", ")
    const path = rulePath(view, ruleOf("ballot-modes") ?? area)
    return [{ rule: "LINT-10", level: "error", path, facts: { day: view.day, set, modes }, citation: area.citation }]
  })

/** A threshold as it is written, with what is known of it: a choice of the community's own also where the day refuses it. */
const writtenOn = (
  view: View,
): ReadonlyArray<readonly [Pick<ResolvedRule, "key" | "from" | "citation">, ThresholdJson]> => [
  ...view.charter.choices.flatMap((choice) => {
    const { key, value } = choice
    if (value._tag !== "Threshold" || !holdsOn(choice, view.day)) return []
    return [[{ key, from: "own", citation: ownCitation } as const, value.threshold] as const]
  }),
  ...thresholdsOf(view).filter(([{ from }]) => from !== "own"),
]

/** A rounded decimal where a third may be meant. Rule LINT-11. */
export const decimalsMayBeRounded = (view: View): ReadonlyArray<LintFinding> =>
  writtenOn(view).flatMap(([rule, json]): ReadonlyArray<LintFinding> => {
    const threshold = readThreshold(json)
    const rounded = threshold.ok ? looksRounded(threshold.value) : undefined
    if (rounded === undefined || !threshold.ok) return []
    const { perhapsMeant } = rounded
    const meant = `${perhapsMeant.numerator}/${perhapsMeant.denominator}`
    const facts = { day: view.day, key: rule.key, share: written(json).share, meant }
    return [{ rule: "LINT-11", level: "warning", path: rulePath(view, rule), facts, citation: rule.citation }]
  })
