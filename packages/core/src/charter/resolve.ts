import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import { packsOn } from "./in-force.ts"
import type { CharterRefusal } from "./refusals.ts"
import type { Resolved } from "./resolved.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"
import { settling } from "./settling.ts"
import { stepListsOn } from "./step-lists.ts"

/** What could be resolved for a day, and everything that stands against the rest. */
export interface Attempt {
  readonly resolved: Resolved
  readonly refusals: ReadonlyArray<CharterRefusal>
}

/** Resolves as much as can be resolved on each day that is asked for, for those who look for faults or at many days. */
export const attempting = (charter: CharterRules, packs: ReadonlyArray<RulePack>): ((day: CivilDate) => Attempt) => {
  const settledFor = settling(charter)
  return (day) => {
    const inForce = packsOn(charter.packs, packs, day)
    const settled = settledFor(inForce.packs, day)
    const lists = stepListsOn(charter, inForce.packs, day)
    const rules = settled.flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
    const names = inForce.packs.map(({ pack }) => pack)
    return {
      resolved: { day, packs: names, rules, stepLists: lists.stepLists },
      refusals: [...inForce.refusals, ...settled.flatMap(({ refusals }) => refusals), ...lists.refusals],
    }
  }
}

/** Resolves as much as can be resolved on one day. */
export const attempt = (charter: CharterRules, packs: ReadonlyArray<RulePack>, day: CivilDate): Attempt =>
  attempting(charter, packs)(day)

/**
 * The rules of a community on a day: what its packs say and what it has chosen itself, merged by bound and precedence, or
 * every reason for which they cannot be. The order of packs, rules and choices makes no difference. Rules CHARTER-1 to
 * CHARTER-10.
 */
export const resolve = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): Checked<Resolved, NonEmpty<CharterRefusal>> => {
  const { refusals, resolved } = attempt(charter, packs, day)
  const [first, ...others] = refusals
  return first === undefined ? accept(resolved) : refuse([first, ...others])
}
