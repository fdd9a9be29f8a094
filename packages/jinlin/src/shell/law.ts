import { decisionRules, type Resolved, type RulePack, resolve } from "@jinlin/core/charter"
import type { DecisionRules } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"

/** The rules of a set on a day, for a tenant; null: its charter and packs name no such set, or contradict each other. */
export type LawOf = (tenant: string, set: string, day: CivilDate) => DecisionRules | null

/** What was resolved for a charter lately: what a day came to, and the sets that were asked for on it. */
interface ResolvedDay {
  readonly resolved: Resolved | null
  readonly sets: Map<string, DecisionRules | null>
}

/** So many days of a charter are remembered: today's, and those of what fell due lately. */
const daysKept = 16

/**
 * Rules are resolved once for a charter and a day. A host that changes a charter gives another object, and is answered from that
 * one. Rule SHELL-18.
 */
export const lawFrom = (charterOf: (tenant: string) => Charter, packs: ReadonlyArray<RulePack> = []): LawOf => {
  const known = new WeakMap<Charter, Map<CivilDate, ResolvedDay>>()
  const dayOf = (charter: Charter, day: CivilDate): ResolvedDay => {
    const days = known.get(charter) ?? new Map<CivilDate, ResolvedDay>()
    known.set(charter, days)
    const found = days.get(day)
    if (found !== undefined) return found
    const resolved = charter.rules === undefined ? undefined : resolve(charter.rules, packs, day)
    const made: ResolvedDay = { resolved: resolved?.ok === true ? resolved.value : null, sets: new Map() }
    days.set(day, made)
    const [oldest] = days.keys()
    if (days.size > daysKept && oldest !== undefined) days.delete(oldest)
    return made
  }
  return (tenant, set, day) => {
    const { resolved, sets } = dayOf(charterOf(tenant), day)
    const found = sets.get(set)
    if (found !== undefined) return found
    const rules = resolved === null ? undefined : decisionRules(resolved, set)
    const law = rules?.ok === true ? rules.value : null
    sets.set(set, law)
    return law
  }
}
