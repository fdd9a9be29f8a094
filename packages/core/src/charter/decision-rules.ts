import type { Checked } from "../kernel/checked.ts"
import { accept, refuse } from "../kernel/checked.ts"
import type { NonEmpty } from "../kernel/decider.ts"
import type { BallotMode, CitedThreshold, DecisionRules } from "../kernel/decision-rules.ts"
import { type Assigned, assignedSubjects } from "./assigned-subjects.ts"
import { decisionDefaults, decisionKeys } from "./decision-keys.ts"
import type { DecisionRulesRefusal } from "./decision-refusals.ts"
import { defaultCitation, type Resolved } from "./resolved.ts"
import { choiceOf, countOf, flagOf, misfit, type Reading, ruleOf, thresholdOf } from "./rule-reading.ts"
import { compareTexts } from "./text-order.ts"

const allModes: ReadonlyArray<BallotMode> = ["show-of-hands", "open", "secret", "secret-papers"]

const modesOf = (reading: Reading): DecisionRules["ballot"] => {
  const rule = ruleOf(reading, "ballot-modes")
  const choices: ReadonlyArray<string> = rule?.value._tag === "Choices" ? rule.value.choices : []
  const [first, ...others] = allModes.filter((mode) => choices.includes(mode))
  if (rule !== undefined && first !== undefined && choices.every((choice) => allModes.some((mode) => mode === choice)))
    return { modes: [first, ...others], citation: rule.citation }
  if (rule !== undefined) misfit(reading, rule, { expected: "ballot-modes" })
  return { modes: decisionDefaults.modes, citation: defaultCitation }
}

const silenceOf = (reading: Reading): DecisionRules["silence"] => {
  const { citation, clause, value } = choiceOf(reading, {
    key: "silence",
    expected: "silence",
    among: ["not-participating", "abstain", "follow-majority"],
    otherwise: decisionDefaults.silence,
  })
  const rule = ruleOf(reading, "silence")
  if (value === "follow-majority" && clause === null && rule !== undefined) {
    const { from, key } = rule
    reading.refusals.push({ _tag: "ClauseMissing", rule: "CHARTER-9", key, from, choice: value })
  }
  return { policy: value, clause, citation }
}

const extensionOf = (reading: Reading): DecisionRules["extension"] => {
  const times = countOf(reading, {
    ...{ key: "extension-times", unit: "time", most: 10, otherwise: decisionDefaults.extensionTimes },
  })
  const days = countOf(reading, {
    ...{ key: "extension-days", unit: "calendar-day", most: 366, otherwise: decisionDefaults.extensionDays },
  })
  const citation = times.citation === defaultCitation ? days.citation : times.citation
  return { times: times.value, days: days.value, citation }
}

const present = <Item>(...items: ReadonlyArray<Item | null>): ReadonlyArray<Item> =>
  items.flatMap((item) => (item === null ? [] : [item]))

/** A body decides, or it is heard: one of the two, and not both. Rule CHARTER-11. */
const approvalOf = (reading: Reading): ReadonlyArray<CitedThreshold> => {
  const { set } = reading
  const deciding = (["approval.heads", "approval.area"] as const).filter((key) => ruleOf(reading, key) !== undefined)
  const isHeard = flagOf(reading, "consultative", false).value
  const keys = deciding.map((key) => `${set}/${key}`)
  if (isHeard && keys.length > 0)
    reading.refusals.push({ _tag: "HeardAndDeciding", rule: "CHARTER-11", set, keys: [...keys, `${set}/consultative`] })
  if (!isHeard && keys.length === 0) {
    const wanted = [`${set}/approval.heads`, `${set}/approval.area`, `${set}/consultative`]
    reading.refusals.push({ _tag: "RuleMissing", rule: "CHARTER-11", set, keys: wanted })
  }
  return present(thresholdOf(reading, "approval.heads", "heads"), thresholdOf(reading, "approval.area", "area"))
}

/** The packs that say anything by which a sitting of the set is judged; a proposal that was not taken says nothing. */
const packsOf = ({ rules }: Reading, assigned: Assigned): ReadonlyArray<string> => {
  const names = [...rules.values(), ...assigned.rules].flatMap(({ bounds, from }) => [
    ...(from === "own" ? [] : [from]),
    ...bounds.filter(({ bound }) => bound !== "default").map(({ pack }) => pack),
  ])
  return [...new Set(names)].sort(compareTexts)
}

const readingOf = ({ rules }: Resolved, set: string): Reading => {
  const keys = new Set<string>(decisionKeys.map((key) => `${set}/${key}`))
  const own = rules.filter(({ key }) => keys.has(key)).map((rule) => [rule.key, rule] as const)
  return { set, rules: new Map(own), refusals: [] }
}

const rulesFrom = (reading: Reading, { day, rules }: Resolved): DecisionRules => {
  const assigned = assignedSubjects(rules, reading.set)
  const notice = countOf(reading, {
    ...{ key: "notice-days", unit: "calendar-day", most: 366, otherwise: decisionDefaults.noticeDays },
  })
  const cap = countOf(reading, {
    ...{ key: "proxy-cap", unit: "person", most: 10_000, otherwise: decisionDefaults.proxyCap },
  })
  const counts = { among: ["present", "participating"], otherwise: decisionDefaults.quorumCounts } as const
  const repeated = { among: ["first", "last"], otherwise: decisionDefaults.repeated } as const
  const counted = choiceOf(reading, { key: "repeated-ballots", expected: "repeated-ballots", ...repeated })
  const study = flagOf(reading, "party-study", decisionDefaults.partyStudy)
  const urgent = flagOf(reading, "urgent-notice", decisionDefaults.urgentNotice).value
  return {
    ...{ set: reading.set, day, packs: packsOf(reading, assigned) },
    quorum: present(thresholdOf(reading, "quorum.heads", "heads"), thresholdOf(reading, "quorum.area", "area")),
    quorumCounts: choiceOf(reading, { key: "quorum-counts", expected: "quorum-counts", ...counts }).value,
    approval: approvalOf(reading),
    composition: thresholdOf(reading, "composition", "heads"),
    notice: { days: notice.value, urgent, citation: notice.citation },
    ballot: modesOf(reading),
    proxies: { cap: cap.value, citation: cap.citation },
    silence: silenceOf(reading),
    repeated: { counts: counted.value, citation: counted.citation },
    extension: extensionOf(reading),
    partyStudy: { required: study.value, citation: study.citation },
    subjects: assigned.subjects,
  }
}

/**
 * Everything by which a sitting under one set of rules is judged, from what was resolved for the day; what nobody says is
 * our default. Refused where the set does not say how the body decides, or says something that does not fit. Rules
 * CHARTER-9, CHARTER-11, CHARTER-12, CHARTER-15.
 */
export const decisionRules = (
  resolved: Resolved,
  set: string,
): Checked<DecisionRules, NonEmpty<DecisionRulesRefusal>> => {
  const reading = readingOf(resolved, set)
  const rules = rulesFrom(reading, resolved)
  const [first, ...others] = reading.refusals
  return first === undefined ? accept(rules) : refuse([first, ...others])
}
