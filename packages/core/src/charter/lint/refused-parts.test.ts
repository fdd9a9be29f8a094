import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  flag,
  meetingRules,
  own,
  pack,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "../../../test/charter/samples.ts"
import type { CharterRules, OwnChoice } from "../rule-choices.ts"
import type { PackRule, RulePack } from "../rule-pack.ts"
import { lint } from "./lint.ts"

const rulesFound = (rules: CharterRules, packs: ReadonlyArray<RulePack>): ReadonlyArray<string> =>
  lint(rules, packs, { from: today }).map((finding) => finding.rule)

const of = (choices: ReadonlyArray<OwnChoice>, given: Partial<CharterRules> = {}, ...more: ReadonlyArray<PackRule>) => {
  const law = pack("law@2020-01-01", { rules: [...meetingRules, ...more] })
  return rulesFound(charter([law], { choices, ...given }), [law])
}

const lowQuorum = own("meeting/quorum.heads", threshold("at-least 1/2 members"))
const lowApproval = own("meeting/approval.heads", threshold("more-than 1/3 present"))
const meeting = stepPlan("decide")

describe("a choice that is refused says nothing about what is left of its set", () => {
  it("LINT-14 a quorum that the law refuses is refused, and nobody says that no quorum is asked for", () => {
    expect(of([])).toEqual(["LINT-12"])
    expect(of([lowQuorum])).toEqual(["LINT-1"])
  })

  it("LINT-6 an approval that the law refuses is refused, and nobody says that no rule says how the meeting decides", () => {
    expect(of([lowApproval], { stepLists: [stepList("mine", meeting)] })).toEqual(["LINT-1"])
  })

  it("LINT-7, LINT-20 and LINT-22 say nothing of steps under such a set, and speak of the others", () => {
    const heard = own("council/consultative", flag(true))
    const council = stepPlan("hear", { standing: "council", sets: ["council"] })
    const study = rule("meeting/party-study", "exact", flag(true))
    const lists = { stepLists: [stepList("mine", council, meeting)] }
    expect(of([heard], lists, study)).toContain("LINT-7")
    expect(of([heard, lowQuorum], lists, study)).toEqual(["LINT-1"])
    const free = stepPlan("free", { sets: ["free"] })
    const freely = own("free/approval.heads", threshold("more-than 1/2 members"))
    expect(of([lowQuorum, freely], { stepLists: [stepList("mine", meeting, free)] })).toEqual(["LINT-1", "LINT-20"])
  })

  it("LINT-13 and LINT-21 speak of the other choices of such a set, which stand", () => {
    expect(of([lowQuorum, own("meeting/silence", choice("abstain"))])).toEqual(["LINT-1", "LINT-13"])
  })

  it("LINT-4 weights of which one is refused are not added up", () => {
    const half = threshold("at-least 1/2 valid")
    const law = rule("appraisal/weight.residents", "ceiling", threshold("at-least 1/2 valid"))
    const others = own("appraisal/weight.peers", half)
    expect(of([others], {}, law)).toEqual(["LINT-12"])
    const greedy = own("appraisal/weight.residents", threshold("at-least 2/3 valid"))
    expect(of([others, greedy], {}, law)).toEqual(["LINT-1", "LINT-12"])
  })

  it("LINT-14 where a pack is missing that the charter names, nothing is said of what it may have asked for", () => {
    const chosen = own("meeting/approval.heads", threshold("more-than 2/3 present"))
    const steps = { stepLists: [stepList("mine", meeting)] }
    const named = { ...charter([], { choices: [chosen], ...steps }), packs: ["lwa@2020-01-01"] }
    expect(rulesFound(named, [])).toEqual(["LINT-1"])
  })

  it("LINT-14 on a later day on which the choice stands, what follows from it is told", () => {
    const law = pack("law@2020-01-01", {
      rules: meetingRules.slice(0, 1).map((one) => ({ ...one, to: "2027-01-01" as const })),
    })
    const free = own("meeting/approval.heads", threshold("more-than 1/2 present"))
    const found = lint(charter([law], { choices: [lowQuorum, free] }), [law], { from: today })
    expect(found.map(({ facts, rule: id }) => [id, facts["day"]])).toEqual([
      ["LINT-1", today],
      ["LINT-12", "2027-01-01"],
    ])
  })
})
