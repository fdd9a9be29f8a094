import type { Citation, CitedThreshold, DecisionRules } from "@jinlin/core/kernel"
import type { Base, CivilDate, Comparison, Measure } from "@jinlin/core/kernel/arithmetic"

/** What a set of rules says, but for its name and the day for which it is resolved. */
export type RulesBody = Omit<DecisionRules, "set" | "day">

/** A citation to hand in where any will do. */
export const ofTheScene: Citation = { instrument: "the rules of the scene", certainty: "our-default" }

/** `2/3 of the members, by heads`, as rules hold it. */
export const cited = (
  share: `${number}/${number}`,
  { base, comparison = "at-least", measure = "heads" }: { base: Base; comparison?: Comparison; measure?: Measure },
): CitedThreshold => {
  const [numerator = "0", denominator = "1"] = share.split("/")
  return { threshold: { share: { numerator, denominator }, comparison, measure, base }, citation: ofTheScene }
}

/** More than half of those present, and more than half of the members there: what most bodies of the scene ask for. */
export const plainRules: RulesBody = {
  packs: [],
  quorum: [cited("1/2", { base: "members", comparison: "more-than" })],
  quorumCounts: "present",
  approval: [cited("1/2", { base: "present", comparison: "more-than" })],
  composition: null,
  notice: { days: 3, urgent: false, citation: ofTheScene },
  ballot: { modes: ["show-of-hands", "open", "secret", "secret-papers"], citation: ofTheScene },
  proxies: { cap: 0, citation: ofTheScene },
  silence: { policy: "not-participating", clause: null, citation: ofTheScene },
  repeated: { counts: "last", citation: ofTheScene },
  extension: { times: 0, days: 0, citation: ofTheScene },
  partyStudy: { required: false, citation: ofTheScene },
  subjects: [],
}

/** A set of rules for a day: the plain ones, but for what is said. */
export const decisionRules = (set: string, day: CivilDate, only: Partial<RulesBody> = {}): DecisionRules => ({
  set,
  day,
  ...plainRules,
  ...only,
})
