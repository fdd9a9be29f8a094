import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { diffRules, type RuleChange, type Turn } from "../diff.ts"
import { lawOf } from "../in-force.ts"
import type { ResolvedRule } from "../resolved.ts"
import type { RulePack } from "../rule-pack.ts"
import type { LintFinding } from "./finding.ts"
import { namedPacks, packPath, type View } from "./view.ts"

const turns = ["stricter", "looser", "other"] as const

/** A rule that says the same and is bound otherwise has changed otherwise. */
const turnTold = (turn: Turn): Turn => (turn === "bound-changed" ? "other" : turn)

const counts = (changes: ReadonlyArray<RuleChange>) => {
  const turned = changes.flatMap((change) => (change._tag === "RuleChanged" ? [change.change] : []))
  const [stricter = 0, looser = 0, other = 0] = turns.map(
    (turn) => turned.filter((one) => turnTold(one) === turn).length,
  )
  const tagged = (tag: RuleChange["_tag"]): number => changes.filter(({ _tag }) => _tag === tag).length
  return { added: tagged("RuleAdded"), removed: tagged("RuleRemoved"), stricter, looser, other }
}

const speaksOf = (rule: ResolvedRule, law: string): boolean =>
  [rule.from, ...rule.bounds.map(({ pack }) => pack)].some((pack) => lawOf(pack) === law)

/** Whether a law has a part in a change, before it or after. */
const concerns = (change: RuleChange, law: string): boolean => {
  if (change._tag === "StepsChanged") return false
  const rules = [...("before" in change ? [change.before] : []), ...("after" in change ? [change.after] : [])]
  return rules.some((rule) => speaksOf(rule, law))
}

interface Turning {
  readonly pack: RulePack
  readonly turn: "begins" | "ends"
  /** The version that ends where this one begins; empty: none does. */
  readonly instead: string
}

/** What begins or ends on a day; where one version takes over from another, that is one thing that happens. */
const turningOn = (named: ReadonlyArray<RulePack>, day: CivilDate): ReadonlyArray<Turning> => {
  const begins = named.filter(({ effectiveFrom }) => effectiveFrom === day)
  const ends = named.filter(({ effectiveTo }) => effectiveTo === day)
  const versionOf = (packs: ReadonlyArray<RulePack>, pack: string) =>
    packs.find((one) => lawOf(one.pack) === lawOf(pack))
  return [
    ...begins.map((pack): Turning => ({ pack, turn: "begins", instead: versionOf(ends, pack.pack)?.pack ?? "" })),
    ...ends
      .filter(({ pack }) => versionOf(begins, pack) === undefined)
      .map((pack): Turning => ({ pack, turn: "ends", instead: "" })),
  ]
}

/** Laws that begin or end within the range, and how many of their rules are other ones from that day on. Rule LINT-3. */
export const lawChanges = (views: ReadonlyArray<View>): ReadonlyArray<LintFinding> =>
  views.slice(1).flatMap((view, index) => {
    const before = views[index]
    const turning = turningOn(namedPacks(view.charter, view.packs), view.day)
    if (before === undefined || turning.length === 0) return []
    const changes = diffRules(before.resolved, view.resolved)
    return turning.map(({ instead, pack, turn }): LintFinding => {
      const own = changes.filter((change) => concerns(change, lawOf(pack.pack)))
      const facts = { day: view.day, pack: pack.pack, turn, instead, ...counts(own) }
      return {
        rule: "LINT-3",
        level: "note",
        path: packPath(view, pack.pack),
        facts,
        citation: pack.datesFrom ?? pack.citation,
      }
    })
  })
