import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Path } from "../../kernel/reading-refusals.ts"
import { assigns } from "../assigned-subjects.ts"
import { decisionRules } from "../decision-rules.ts"
import { againstSet } from "../for-one.ts"
import { holdsOn } from "../in-force.ts"
import type { CharterRefusal } from "../refusals.ts"
import { type Attempt, attempting } from "../resolve.ts"
import type { ResolvedRule } from "../resolved.ts"
import type { CharterRules } from "../rule-choices.ts"
import type { PackId, RulePack } from "../rule-pack.ts"
import { compareTexts } from "../text-order.ts"
import type { LintRange } from "./finding.ts"

/** A set of rules on a day: as a sitting would be judged by it, or why none could be; "unknown" where the day refuses a part of it. */
type SetOnView = ReturnType<typeof decisionRules> | "unknown"

/** The charter as it stands from one day on, until the next day on which anything changes. */
export interface View extends Attempt {
  readonly charter: CharterRules
  readonly packs: ReadonlyArray<RulePack>
  readonly day: CivilDate
  /** A set by its name. Nothing is said of one of which a part is refused: what is left of it is not what anybody asked for. */
  readonly setOf: (set: string) => SetOnView
  /** The rules of each set, by its name. */
  readonly bySet: ReadonlyMap<string, ReadonlyArray<ResolvedRule>>
}

const rulesBySet = ({ resolved }: Attempt): View["bySet"] =>
  Map.groupBy(resolved.rules, ({ key }) => key.slice(0, Math.max(key.lastIndexOf("/"), 0)))

/** A law of which no version is in force asks nothing that day: what is left then is all there is. */
const hasEnded = (refusal: CharterRefusal): boolean => refusal._tag === "PackNotInForce" && refusal.inForce.length === 0

const setsOf = ({ refusals, resolved }: Attempt, bySet: View["bySet"]): View["setOf"] => {
  const assigning = resolved.rules.filter(({ key }) => assigns(key))
  const hiding = refusals.filter((refusal) => !hasEnded(refusal))
  const known = new Map<string, SetOnView>()
  return (set) => {
    const seen = known.get(set)
    if (seen !== undefined) return seen
    const found =
      againstSet(hiding, set).length > 0
        ? "unknown"
        : decisionRules({ ...resolved, rules: [...(bySet.get(set) ?? []), ...assigning] }, set)
    known.set(set, found)
    return found
  }
}

/** The packs that a charter names, as far as they are there. */
export const namedPacks = (charter: CharterRules, packs: ReadonlyArray<RulePack>): ReadonlyArray<RulePack> =>
  packs.filter(({ pack }) => charter.packs.includes(pack))

const turningDays = (charter: CharterRules, packs: ReadonlyArray<RulePack>): ReadonlyArray<CivilDate> =>
  [
    ...charter.choices.flatMap(({ from, to }) => [from, to]),
    ...namedPacks(charter, packs).flatMap(({ effectiveFrom, effectiveTo, rules }) => [
      ...[effectiveFrom, effectiveTo],
      ...rules.flatMap(({ from, to }) => [from, to]),
    ]),
  ].filter((day) => day !== undefined && day !== null)

/** The first day, and every later one in the range on which a law, a rule or a choice begins or ends. */
export const viewsIn = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  range: LintRange,
): ReadonlyArray<View> => {
  const later = turningDays(charter, packs).filter((day) => range.from < day && holdsOn({ to: range.to }, day))
  const days = [range.from, ...[...new Set(later)].sort(compareTexts)]
  const attemptOn = attempting(charter, packs)
  return days.map((day) => {
    const tried = attemptOn(day)
    const bySet = rulesBySet(tried)
    return { charter, packs, day, ...tried, setOf: setsOf(tried, bySet), bySet }
  })
}

/** Where a charter names a pack. */
export const packPath = ({ charter }: View, pack: PackId): Path => {
  const index = charter.packs.indexOf(pack)
  return index < 0 ? ["packs"] : ["packs", index]
}

/** Where a charter makes its own choice of a rule on that day. */
export const choicePath = ({ charter, day }: View, key: string): Path => {
  const index = charter.choices.findIndex((choice) => choice.key === key && holdsOn(choice, day))
  return index < 0 ? ["choices"] : ["choices", index, "value"]
}

/** Where the value of a rule is from. */
export const rulePath = (view: View, { from, key }: Pick<ResolvedRule, "from" | "key">): Path =>
  from === "own" ? choicePath(view, key) : packPath(view, from)

/** Where a step list is from: written in the charter, or used from a pack. */
export const listPath = ({ charter }: View, list: string): Path => {
  const own = charter.stepLists.findIndex((one) => one.list === list)
  if (own >= 0) return ["stepLists", own]
  const used = charter.uses.indexOf(list)
  return used < 0 ? ["uses"] : ["uses", used]
}
