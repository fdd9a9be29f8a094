// The law of the scenarios: rules of five bodies, as a community's packs and choices would resolve them for a day.
import type { Citation, CitedThreshold, DecisionRules } from "@jinlin/core/kernel"
import type { Base, CivilDate, Comparison, Measure } from "@jinlin/core/kernel/arithmetic"

const ours: Citation = { instrument: "our default", certainty: "our-default" }
const act = (article: string): Citation => ({
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article,
  certainty: "law",
})
const code = (article: string): Citation => ({ instrument: "Civil Code (2021-01-01)", article, certainty: "law" })

type Share = readonly [numerator: number, denominator: number]

/** A threshold with its source: `asks([2, 3], "at-least", "heads of members", act("29"))`. */
const asks = (
  [numerator, denominator]: Share,
  comparison: Comparison,
  of: `${Measure} of ${Base}`,
  citation: Citation,
): CitedThreshold => {
  const [measure, base] = of.split(" of ") as [Measure, Base]
  const share = { numerator: String(numerator), denominator: String(denominator) }
  return { threshold: { share, comparison, measure, base }, citation }
}

/** What a set says beyond the defaults. */
export type Said = Partial<Omit<DecisionRules, "set" | "day">>

const defaults: Said & Omit<DecisionRules, "set" | "day"> = {
  packs: [],
  quorum: [],
  quorumCounts: "present",
  approval: [asks([1, 2], "more-than", "heads of present", ours)],
  composition: null,
  notice: { days: 3, urgent: false, citation: ours },
  ballot: { modes: ["show-of-hands", "open"], citation: ours },
  proxies: { cap: 0, citation: ours },
  silence: { policy: "not-participating", clause: null, citation: ours },
  repeated: { counts: "last", citation: ours },
  extension: { times: 0, days: 0, citation: ours },
  partyStudy: { required: false, citation: ours },
  subjects: [],
}

const half = (of: `${Measure} of ${Base}`, citation: Citation) => asks([1, 2], "more-than", of, citation)

/** What the Civil Code assigns to the two sets of the owners. */
export const ofOwners: Said["subjects"] = [
  { subject: "raising-of-maintenance-funds", set: "owners-special", citation: code("278(1)(6)") },
  { subject: "rebuilding", set: "owners-special", citation: code("278(1)(7)") },
  { subject: "use-of-maintenance-funds", set: "owners-general", citation: code("278(1)(5)") },
]

/** What the sets of the scenarios say. */
const sets: Readonly<Record<string, Said>> = {
  "party-committee": { notice: { days: 0, urgent: false, citation: ours } },
  "two-committees": {
    quorum: [half("heads of members", ours)],
    ballot: { modes: ["show-of-hands", "open", "secret-papers"], citation: ours },
  },
  "consultation-council": { approval: [], quorum: [half("heads of members", ours)] },
  "representatives-meeting": {
    packs: ["cn.urc-law@2026-01-01"],
    quorum: [asks([2, 3], "at-least", "heads of members", act("29"))],
    approval: [half("heads of present", act("29"))],
    composition: asks([4, 5], "at-least", "heads of members", act("28")),
    notice: { days: 10, urgent: true, citation: act("26") },
    ballot: { modes: ["show-of-hands", "open", "secret", "secret-papers"], citation: ours },
    partyStudy: { required: true, citation: act("30") },
  },
  "owners-special": {
    packs: ["cn.civil-code-278@2021-01-01"],
    quorum: [
      asks([2, 3], "at-least", "heads of whole-estate", code("278")),
      asks([2, 3], "at-least", "area of whole-estate", code("278")),
    ],
    quorumCounts: "participating",
    approval: [
      asks([3, 4], "at-least", "heads of participating", code("278")),
      asks([3, 4], "at-least", "area of participating", code("278")),
    ],
    ballot: { modes: ["open", "secret"], citation: ours },
    proxies: { cap: 1, citation: ours },
    extension: { times: 1, days: 7, citation: ours },
  },
}

/** The rules of a set as they are on a day, with what differs in this scenario. */
export const lawOf = (set: string, day: CivilDate, changes: Said = {}): DecisionRules => ({
  set,
  day,
  ...defaults,
  ...sets[set],
  ...changes,
})

/** Another citation for the same numbers: the act as it read before 2026. */
export const formerAct: Citation = {
  instrument: "Urban Residents' Committee Organization Law (2018-12-29)",
  certainty: "law",
}
