import { type CharterRules, noRules } from "@jinlin/core/charter"

const byMajority = {
  _tag: "Threshold",
  threshold: {
    share: { numerator: "1", denominator: "2" },
    comparison: "more-than",
    measure: "heads",
    base: "participating",
  },
} as const

const step = { body: "owners", standing: "owners", sets: ["owners-by-heads"], returnsTo: [] } as const

/**
 * What this community has chosen itself: by what its owners decide, and in which steps. Most communities follow a list of a rule
 * pack instead: they name it in `uses`, its packs in `packs`, and give `rulePacks` of `@jinlin/rule-packs/packs` to `createJinlin`.
 */
export const rules: CharterRules = {
  ...noRules,
  choices: [
    { key: "owners-by-heads/approval.heads", value: byMajority },
    { key: "owners-by-heads/ballot-modes", value: { _tag: "Choices", choices: ["open", "secret"] } },
    { key: "owners-by-heads/quorum-counts", value: { _tag: "Choice", choice: "participating" } },
  ],
  stepLists: [
    {
      ...{ list: "twice", title: { "zh-Hans": "两次表决", en: "Two votes" } },
      citation: { instrument: "what the owners of Willow agreed on", certainty: "our-default" },
      steps: [
        { ...step, step: "sound-out", whenLost: { _tag: "Reject" }, amendedRestartsAt: null },
        { ...step, step: "decide", whenLost: { _tag: "Return", to: "sound-out" }, amendedRestartsAt: null },
      ],
    },
  ],
}
