import { diffRules, type RuleChange } from "../diff.ts"
import type { RulePack } from "../rule-pack.ts"
import type { LintFinding } from "./finding.ts"
import { namedPacks, packPath, type View } from "./view.ts"

const turns = ["stricter", "looser", "other"] as const

const counts = (changes: ReadonlyArray<RuleChange>) => {
  const turned = changes.flatMap((change) => (change._tag === "RuleChanged" ? [change.change] : []))
  const [stricter = 0, looser = 0, other = 0] = turns.map((turn) => turned.filter((one) => one === turn).length)
  const tagged = (tag: RuleChange["_tag"]): number => changes.filter(({ _tag }) => _tag === tag).length
  return { added: tagged("RuleAdded"), removed: tagged("RuleRemoved"), stricter, looser, other }
}

const turning = (pack: RulePack, { day }: View): "begins" | "ends" | undefined => {
  if (pack.effectiveFrom === day) return "begins"
  return pack.effectiveTo === day ? "ends" : undefined
}

/** Laws that begin or end within the range, and how many rules are other ones from that day on. Rule LINT-3. */
export const lawChanges = (views: ReadonlyArray<View>): ReadonlyArray<LintFinding> =>
  views.slice(1).flatMap((view, index) => {
    const before = views[index]
    const changes = before === undefined ? [] : diffRules(before.resolved, view.resolved)
    return namedPacks(view.charter, view.packs).flatMap((pack): ReadonlyArray<LintFinding> => {
      const turn = turning(pack, view)
      if (turn === undefined) return []
      const facts = { day: view.day, pack: pack.pack, turn, ...counts(changes) }
      return [{ rule: "LINT-3", level: "note", path: packPath(view, pack.pack), facts, citation: pack.citation }]
    })
  })
