import { decisionRulesOn, noRules, type RulePack, stepListOn } from "@jinlin/core/charter"
import type { MatterPlan } from "@jinlin/core/deliberation"
import type { DecisionRules } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"

/**
 * The rules of a set on a day, for a tenant; null: its charter and packs name no such set, or do not say what holds for it. A
 * choice for another set that does not hold stands in nobody's way.
 */
export type LawOf = (tenant: string, set: string, day: CivilDate) => DecisionRules | null

/** What each set came to on a day. */
type Sets = Map<string, DecisionRules | null>

/** So many days of a charter are remembered: today's, and those of what fell due lately. */
const daysKept = 16

/**
 * Rules are resolved once for a charter, a day and a set. A host that changes a charter gives another object, and is answered
 * from that one. Rule SHELL-18.
 */
export const lawFrom = (charterOf: (tenant: string) => Charter, packs: ReadonlyArray<RulePack> = []): LawOf => {
  const known = new WeakMap<Charter, Map<CivilDate, Sets>>()
  const setsOn = (charter: Charter, day: CivilDate): Sets => {
    const days = known.get(charter) ?? new Map<CivilDate, Sets>()
    known.set(charter, days)
    const found = days.get(day)
    if (found !== undefined) return found
    const made: Sets = new Map()
    days.set(day, made)
    const [oldest] = days.keys()
    if (days.size > daysKept && oldest !== undefined) days.delete(oldest)
    return made
  }
  return (tenant, set, day) => {
    const charter = charterOf(tenant)
    const sets = setsOn(charter, day)
    const found = sets.get(set)
    if (found !== undefined) return found
    const rules = charter.rules === undefined ? undefined : decisionRulesOn(charter.rules, packs, { day, set })
    const law = rules?.ok === true ? rules.value : null
    sets.set(set, law)
    return law
  }
}

/**
 * The steps of a list on a day, for a tenant; null: its charter uses no such list, or does not say what is in it.
 */
export type PlanOf = (tenant: string, list: string, day: CivilDate) => MatterPlan | null

/** A list is resolved when a matter is put forward, which is seldom: nothing of it is remembered. Rule SHELL-18. */
export const plansFrom =
  (charterOf: (tenant: string) => Charter, packs: ReadonlyArray<RulePack> = []): PlanOf =>
  (tenant, list, day) => {
    const found = stepListOn(charterOf(tenant).rules ?? noRules, packs, { day, list })
    return found.ok ? { list, steps: found.value.steps } : null
  }
