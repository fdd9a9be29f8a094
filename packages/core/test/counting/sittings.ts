import type { ArrivedBallot, NamedVotes, Sitting, Voter } from "../../src/deliberation/index.ts"
import type { Arrived } from "../../src/deliberation/rules/index.ts"
import type { Base, Comparison, Measure } from "../../src/kernel/arithmetic.ts"
import type { CitedThreshold, DecisionRules } from "../../src/kernel/index.ts"

const citation = { instrument: "the test's own", certainty: "our-default" } as const

/** `atLeast("2/3", "members")` and so on: a threshold as packs write it. */
const threshold =
  (comparison: Comparison) =>
  (share: string, base: Base, measure: Measure = "heads"): CitedThreshold => {
    const [numerator = "", denominator = "1"] = share.split("/")
    return { threshold: { share: { numerator, denominator }, comparison, measure, base }, citation }
  }

export const atLeast = threshold("at-least")
export const moreThan = threshold("more-than")

/** The counting part of a sitting's rules; the rest asks for nothing. */
export type CountingRules = Partial<Pick<DecisionRules, "quorum" | "quorumCounts" | "approval">> & {
  readonly silence?: Pick<DecisionRules["silence"], "policy" | "clause">
  readonly repeated?: "first" | "last"
  readonly cap?: number
}

export const decisionRules = (rules: CountingRules): DecisionRules => ({
  set: "test",
  day: "2026-03-02",
  packs: [],
  quorum: rules.quorum ?? [],
  quorumCounts: rules.quorumCounts ?? "present",
  approval: rules.approval ?? [],
  composition: null,
  notice: { days: 0, urgent: false, citation },
  ballot: { modes: ["open"], citation },
  proxies: { cap: rules.cap ?? 0, citation },
  silence: { policy: "not-participating", clause: null, ...rules.silence, citation },
  repeated: { counts: rules.repeated ?? "last", citation },
  extension: { times: 0, days: 0, citation },
  partyStudy: { required: false, citation },
  subjects: [],
})

/** The ballot of the sittings below is open from one of these instants to the other. */
export const opened = 1_000
export const closed = 2_000

export const sitting = (rules: CountingRules, rest: Partial<Sitting> = {}): Sitting => ({
  round: 1,
  step: "resolve",
  rules: decisionRules(rules),
  calledOn: "2026-03-02",
  sitsOn: "2026-03-20",
  urgent: null,
  calledBy: null,
  presided: [],
  rebased: null,
  roll: [],
  recusals: [],
  proxies: [],
  present: [],
  presentCount: null,
  ballot: {
    mode: "open",
    motion: { _tag: "Adopt" },
    openedOn: "2026-03-20",
    openedAt: opened,
    closesOn: "2026-03-20",
    extended: 0,
    closedAt: closed,
    closedOn: "2026-03-20",
  },
  named: null,
  counted: null,
  ...rest,
})

export const voter = (name: string, weight: Partial<Pick<Voter, "heads" | "area">> = {}): Voter => ({
  voter: name,
  person: `${name}:p`,
  heads: 1,
  area: 0,
  kind: null,
  ...weight,
})

/** So many voters of one head each, `v1`, `v2` and so on. */
export const voters = (count: number): ReadonlyArray<Voter> =>
  Array.from({ length: count }, (_, place) => voter(`v${place + 1}`))

export const named = (votes: Partial<NamedVotes>): NamedVotes => ({
  for: [],
  against: [],
  abstain: [],
  void: [],
  ...votes,
})

export const ballot = (
  of: string,
  choice: ArrivedBallot["choice"],
  rest: Partial<ArrivedBallot> = {},
): ArrivedBallot => ({ voter: of, choice, castBy: of, at: 1_500, channel: "online", kept: "counts", ...rest })

export const voidBallot = (of: string, rest: Partial<ArrivedBallot> = {}): ArrivedBallot =>
  ballot(of, null, { kept: "void", ...rest })

/** Nothing arrived on its own. */
export const nothingArrived: Arrived = { ballots: [], box: [] }
