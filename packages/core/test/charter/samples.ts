import type { CharterRules, OwnChoice, PackRule, RulePack, RuleValue } from "@jinlin/core/charter"
import type { StepList, StepPlan } from "@jinlin/core/kernel"
import type { Base, CivilDate, Comparison, Measure } from "@jinlin/core/kernel/arithmetic"

type Written = `${number}/${number}`

/** `threshold("at-least 2/3 members")`, by heads unless `area` is said. */
export const threshold = (said: `${Comparison} ${Written} ${Base}`, measure: Measure = "heads"): RuleValue => {
  const [comparison, share, base] = said.split(" ") as [Comparison, Written, Base]
  const [numerator = "", denominator = ""] = share.split("/")
  return { _tag: "Threshold", threshold: { share: { numerator, denominator }, comparison, measure, base } }
}

export const days = (count: number): RuleValue => ({ _tag: "Count", count, unit: "calendar-day" })
export const persons = (count: number): RuleValue => ({ _tag: "Count", count, unit: "person" })
export const times = (count: number): RuleValue => ({ _tag: "Count", count, unit: "time" })
export const flag = (value: boolean): RuleValue => ({ _tag: "Flag", flag: value })
export const choice = (value: string, clause?: string): RuleValue => ({
  ...{ _tag: "Choice", choice: value },
  ...(clause === undefined ? {} : { clause }),
})
export const choices = (first: string, ...others: ReadonlyArray<string>): RuleValue => ({
  ...{ _tag: "Choices", choices: [first, ...others] },
})

/** A rule of a pack; its article is its own key, so that a test can see which one was named. */
export const rule = (
  key: string,
  bound: PackRule["bound"],
  value: RuleValue,
  period: Pick<PackRule, "from" | "to"> = {},
): PackRule => ({
  ...{ key, bound, value, ...period },
  citation: { instrument: "Sample Law", article: key, certainty: "law" },
})

/** A pack of `cn` that holds from 2020-01-01 on. */
export const pack = (name: string, given: Partial<RulePack> = {}): RulePack => ({
  rulePack: 1,
  pack: name,
  title: { "zh-Hans": "示例法", en: "Sample Law" },
  rank: "statute",
  jurisdiction: "cn",
  effectiveFrom: "2020-01-01",
  effectiveTo: null,
  source: { text: "written for a test", url: null, readOn: "2026-11-23" },
  rules: [],
  stepLists: [],
  citation: { instrument: "Sample Law", certainty: "law" },
  ...given,
})

/** A charter that follows these packs. */
export const charter = (packs: ReadonlyArray<RulePack>, given: Partial<CharterRules> = {}): CharterRules => ({
  packs: packs.map((one) => one.pack),
  choices: [],
  stepLists: [],
  uses: [],
  ...given,
})

export const own = (key: string, value: RuleValue, period: Pick<OwnChoice, "from" | "to"> = {}): OwnChoice => ({
  key,
  value,
  ...period,
})

export const stepPlan = (step: string, given: Partial<StepPlan> = {}): StepPlan => ({
  step,
  body: "meeting",
  standing: "residents",
  sets: ["meeting"],
  whenLost: { _tag: "Reject" },
  returnsTo: [],
  amendedRestartsAt: null,
  ...given,
})

export const stepList = (list: string, first: StepPlan, ...others: ReadonlyArray<StepPlan>): StepList => ({
  list,
  title: { "zh-Hans": "示例步骤", en: "Sample steps" },
  steps: [first, ...others],
  citation: { instrument: "Sample Law", certainty: "our-default" },
})

/** A meeting that can be held: two thirds of the members, more than half of those present. */
export const meetingRules: ReadonlyArray<PackRule> = [
  rule("meeting/quorum.heads", "floor", threshold("at-least 2/3 members")),
  rule("meeting/approval.heads", "floor", threshold("more-than 1/2 present")),
]

export const today: CivilDate = "2026-11-23"
