import { canonicalJson } from "../../kernel/canonical-json.ts"
import type { CharterRules } from "../rule-choices.ts"
import type { RulePack } from "../rule-pack.ts"
import type { LintFinding, LintLevel, LintRange } from "./finding.ts"
import { lawChanges } from "./law-changes.ts"
import { noMustNotHelp } from "./no-makes-pass.ts"
import { oneMayDecide } from "./participation.ts"
import { choicesMustHold } from "./periods.ts"
import { proxiesMustBeFew } from "./proxies.ts"
import { refusedDays } from "./resolution.ts"
import { silenceMayNotVote } from "./silence.ts"
import { keysMustBeMeant } from "./spelt.ts"
import { areaIsOfOwners, bodiesMustBeNamed } from "./step-bodies.ts"
import { decisionsMustBeLawful, listsMustDecide, studyMustComeFirst } from "./step-standing.ts"
import { setsMustStand, stepsMustLead } from "./steps.ts"
import { areaNeedsNames, decimalsMayBeRounded, quorumMustSuffice, thresholdsMustBePossible } from "./thresholds.ts"
import { type View, viewsIn } from "./view.ts"
import { weightsMustSum } from "./weights.ts"
import { wholeSetsMustStand } from "./whole-sets.ts"

/** What is looked at on each day on which something changes. */
const daily: ReadonlyArray<(view: View) => ReadonlyArray<LintFinding>> = [
  weightsMustSum,
  stepsMustLead,
  setsMustStand,
  wholeSetsMustStand,
  studyMustComeFirst,
  thresholdsMustBePossible,
  quorumMustSuffice,
  areaNeedsNames,
  decimalsMayBeRounded,
  silenceMayNotVote,
  oneMayDecide,
  decisionsMustBeLawful,
  proxiesMustBeFew,
  listsMustDecide,
  areaIsOfOwners,
  bodiesMustBeNamed,
]

const weight: Readonly<Record<LintLevel, number>> = { error: 0, warning: 1, note: 2 }

/** What is so on a later day as it was before is told once, with its first day; a change of law is told on its day. */
const textOf = (finding: LintFinding): string => {
  const { day, ...facts } = finding.facts
  const text = canonicalJson({ ...finding, facts: finding.rule === "LINT-3" ? { ...facts, day: day ?? "" } : facts })
  return text.ok ? text.value : JSON.stringify([finding.rule, finding.path])
}

const once = (findings: ReadonlyArray<LintFinding>): ReadonlyArray<LintFinding> => [
  ...findings
    .reduce((known, finding) => {
      const text = textOf(finding)
      return known.has(text) ? known : known.set(text, finding)
    }, new Map<string, LintFinding>())
    .values(),
]

const numberOf = ({ rule }: LintFinding): number => Number(rule.slice("LINT-".length))

/**
 * Looks through the rules of a community before anybody votes by them: on the first day of the range, and on each later one
 * on which a law, a rule or a choice begins or ends. Errors first, then warnings, then notes; within these by rule. Rules
 * LINT-1 to LINT-15 and LINT-20 to LINT-25; LINT-16 to LINT-19 are those of the command.
 */
export const lint = (
  charter: CharterRules,
  packs: ReadonlyArray<RulePack>,
  range: LintRange,
): ReadonlyArray<LintFinding> => {
  const views = viewsIn(charter, packs, range)
  const findings = [
    ...refusedDays(views),
    ...lawChanges(views),
    ...views.flatMap((view) => daily.flatMap((check) => check(view))),
    ...noMustNotHelp(views),
    ...keysMustBeMeant(views),
    ...choicesMustHold(charter),
  ]
  return once(findings).toSorted((a, b) => weight[a.level] - weight[b.level] || numberOf(a) - numberOf(b))
}
