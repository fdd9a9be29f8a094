import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  choices,
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
import type { RulePack } from "../rule-pack.ts"
import { lint } from "./lint.ts"

const law = pack("law@2020-01-01", { rules: meetingRules })

const only = (id: string, rules: CharterRules, shelf: ReadonlyArray<RulePack>) =>
  lint(rules, shelf, { from: today }).filter((one) => one.rule === id)

const choosing = (...chosen: ReadonlyArray<OwnChoice>) => only("LINT-6", charter([law], { choices: chosen }), [law])

describe("LINT-6 sets that no step uses", () => {
  it.each([
    [own("meeting/notice-days", { _tag: "Count", count: 3, unit: "working-day" }), "ValueMisfit"],
    [own("meeting/ballot-modes", choices("hands")), "ValueMisfit"],
    [own("meeting/repeated-ballots", choice("best")), "ValueMisfit"],
    [own("meeting/consultative", flag(true)), "HeardAndDeciding"],
  ] as const)("LINT-6 %j is an error: %s", (chosen, tag) => {
    expect(choosing(chosen)).toMatchObject([
      {
        level: "error",
        path: ["choices", 0, "value"],
        facts: { set: "meeting", list: "", tag },
        refusal: { _tag: tag },
      },
    ])
  })

  it("LINT-6 a choice for a set of which nobody says how it decides judges nothing: a warning", () => {
    expect(choosing(own("meting/quorum.heads", threshold("at-least 3/4 members")))).toMatchObject([
      { level: "warning", path: ["choices", 0, "value"], facts: { set: "meting" }, refusal: { _tag: "RuleMissing" } },
    ])
    expect(choosing(own("meeting/quorum.heads", threshold("at-least 3/4 members")))).toEqual([])
  })

  it("LINT-6 what a pack proposes for a set of another law is no fault, and a set that a step uses is told there", () => {
    const profile = pack("profile@2020-01-01", {
      rank: "profile",
      rules: [rule("elsewhere/ballot-modes", "default", choices("open"))],
    })
    expect(only("LINT-6", charter([law, profile]), [law, profile])).toEqual([])
    const lists = { stepLists: [stepList("mine", stepPlan("decide", { sets: ["meting"] }))] }
    const chosen = { choices: [own("meting/quorum.heads", threshold("at-least 3/4 members"))], ...lists }
    expect(only("LINT-6", charter([law], chosen), [law])).toMatchObject([{ level: "error", facts: { list: "mine" } }])
  })
})

describe("LINT-24 and LINT-25 what a step says of its body", () => {
  const area = own("estate/approval.area", threshold("more-than 1/2 participating", "area"))
  it.each([
    ["owners", 0],
    ["residents", 1],
    ["council", 1],
  ] as const)("LINT-24 votes by area in a step of %s: found %i", (standing, count) => {
    const list = stepList("mine", stepPlan("decide", { standing, sets: ["estate"] }))
    const found = only("LINT-24", charter([], { choices: [area], stepLists: [list] }), [])
    expect(found).toHaveLength(count)
    if (count === 1)
      expect(found).toMatchObject([
        { level: "warning", path: ["stepLists", 0, "steps", 0, "sets", 0], facts: { standing } },
      ])
  })

  const profile = pack("profile@2020-01-01", {
    rank: "profile",
    stepLists: [stepList("theirs", stepPlan("decide", { body: "assembly", standing: "residents" }))],
  })
  it.each([
    ["assembly", "council", 1],
    ["assembly", "residents", 0],
    ["garden-friends", "council", 0],
  ] as const)("LINT-25 a body %s that is said to be of standing %s: found %i", (body, standing, count) => {
    const list = stepList("mine", stepPlan("decide", { body, standing }))
    const found = only("LINT-25", charter([], { stepLists: [list] }), [profile])
    expect(found).toHaveLength(count)
    if (count === 1)
      expect(found).toMatchObject([
        {
          level: "warning",
          path: ["stepLists", 0, "steps", 0, "standing"],
          facts: { body, standing, known: "residents" },
        },
      ])
  })

  it("LINT-25 a list of a pack says itself what its bodies are", () => {
    const other = pack("other@2020-01-01", {
      ...profile,
      pack: "other@2020-01-01",
      stepLists: [stepList("theirs", stepPlan("decide", { body: "assembly", standing: "council" }))],
    })
    expect(only("LINT-25", charter([other], { uses: ["theirs"] }), [profile, other])).toEqual([])
  })
})
