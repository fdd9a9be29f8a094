import type { Tally } from "@jinlin/core/deliberation"
import { judge, type TallyRules } from "@jinlin/core/deliberation/rules"
import type { Base, Comparison, Measure } from "@jinlin/core/kernel/arithmetic"
import { asJson } from "../../json-text.ts"
import { ask, type KernelFile, type Put } from "../../kernel/question.ts"

interface Counted {
  readonly rules: TallyRules
  readonly tally: Tally
}

type Share = `${number}/${number}`

const asks = (share: Share, comparison: Comparison, measure: Measure, base: Base) => {
  const [numerator = "", denominator = ""] = share.split("/")
  return { threshold: { share: { numerator, denominator }, comparison, measure, base } } as const
}

/** So many heads and so much area, in square metres. */
const weight = (heads: number, squareMetres = 0) => ({ heads, area: squareMetres * 10_000 })

/** A tally of a body of thirty: 28 entitled, 24 present, 22 cast and two of those void. */
const thirty = (changes: Partial<Tally> = {}): Tally => ({
  members: weight(30),
  entitled: weight(28),
  present: weight(24),
  cast: weight(22),
  valid: weight(20),
  for: weight(0),
  against: weight(0),
  abstain: weight(0),
  silent: weight(6),
  ...changes,
})

const sizes: Readonly<Record<Base, number>> = {
  members: 30,
  "whole-estate": 30,
  entitled: 28,
  present: 24,
  participating: 22,
  cast: 22,
  valid: 20,
}

/** By hand: how many are enough, of each base, for more than half, at least half, more than two thirds, at least two thirds. */
const enough: ReadonlyArray<readonly [Base, ReadonlyArray<readonly [Comparison, Share, number]>]> = [
  [
    "members",
    [
      ["more-than", "1/2", 16],
      ["at-least", "1/2", 15],
      ["more-than", "2/3", 21],
      ["at-least", "2/3", 20],
    ],
  ],
  [
    "whole-estate",
    [
      ["more-than", "1/2", 16],
      ["at-least", "2/3", 20],
    ],
  ],
  [
    "entitled",
    [
      ["more-than", "1/2", 15],
      ["at-least", "1/2", 14],
      ["more-than", "2/3", 19],
      ["at-least", "2/3", 19],
    ],
  ],
  [
    "present",
    [
      ["more-than", "1/2", 13],
      ["at-least", "1/2", 12],
      ["more-than", "2/3", 17],
      ["at-least", "2/3", 16],
    ],
  ],
  [
    "participating",
    [
      ["more-than", "1/2", 12],
      ["at-least", "1/2", 11],
      ["at-least", "2/3", 15],
    ],
  ],
  [
    "cast",
    [
      ["more-than", "1/2", 12],
      ["at-least", "1/2", 11],
      ["at-least", "3/4", 17],
    ],
  ],
  [
    "valid",
    [
      ["more-than", "1/2", 11],
      ["at-least", "1/2", 10],
      ["at-least", "3/4", 15],
    ],
  ],
]

const near: ReadonlyArray<readonly [number, string]> = [
  [-1, "one fewer than enough"],
  [0, "exactly enough"],
  [1, "one more"],
]

/** For each threshold on each base one fewer, exactly, one more. */
const edges: ReadonlyArray<Put<Counted>> = enough.flatMap(([base, rows]) =>
  rows.flatMap(([comparison, share, count]) =>
    near.map(([more, says]) => ({
      says: `${comparison} ${share} of ${sizes[base]} ${base}: ${count + more}, ${says}.`,
      input: {
        rules: { approval: [asks(share, comparison, "heads", base)] },
        tally: thirty({ for: weight(count + more) }),
      },
    })),
  ),
)

const representatives: TallyRules = {
  quorum: [asks("2/3", "at-least", "heads", "members")],
  approval: [asks("1/2", "more-than", "heads", "present")],
}

const meetingOf = (present: number, yes: number): Tally =>
  thirty({
    entitled: weight(30),
    present: weight(present),
    cast: weight(present),
    valid: weight(present),
    for: weight(yes),
    against: weight(present - yes),
    silent: weight(30 - present),
  })

const election: TallyRules = {
  quorum: [asks("2/3", "more-than", "heads", "members")],
  quorumCounts: "participating",
  approval: [asks("1/2", "more-than", "heads", "cast")],
}

const electing = (cast: number): Tally =>
  thirty({
    members: weight(24),
    entitled: weight(24),
    present: weight(24),
    cast: weight(cast),
    valid: weight(cast),
    for: weight(cast),
    silent: weight(24 - cast),
  })

const owners = (share: Share, comparison: Comparison): TallyRules => ({
  quorum: [asks("2/3", "at-least", "heads", "whole-estate"), asks("2/3", "at-least", "area", "whole-estate")],
  quorumCounts: "participating",
  approval: [asks(share, comparison, "heads", "participating"), asks(share, comparison, "area", "participating")],
})
const ordinary = owners("1/2", "more-than")
const special = owners("3/4", "at-least")

/** An estate of 300 owners and 30,000 m². */
const estate = ([heads, area]: readonly [number, number], [yesHeads, yesArea]: readonly [number, number]): Tally => ({
  members: weight(300, 30_000),
  entitled: weight(300, 30_000),
  present: weight(heads, area),
  cast: weight(heads, area),
  valid: weight(heads, area),
  for: weight(yesHeads, yesArea),
  against: weight(heads - yesHeads, area - yesArea),
  abstain: weight(0),
  silent: weight(300 - heads, 30_000 - area),
})

const golden: ReadonlyArray<Put<Counted>> = [
  { says: "A meeting of 30: 19 present are no quorum.", input: { rules: representatives, tally: meetingOf(19, 19) } },
  { says: "20 present are one, and 11 of them pass it.", input: { rules: representatives, tally: meetingOf(20, 11) } },
  { says: "10 of 20 do not.", input: { rules: representatives, tally: meetingOf(20, 10) } },
  {
    says: "24 representatives elect: 16 are not more than two thirds.",
    input: { rules: election, tally: electing(16) },
  },
  { says: "17 are.", input: { rules: election, tally: electing(17) } },
  {
    says: "300 owners of 30,000 m²: exactly 200 and 20,000 take part, 101 and more than 10,000 are for it.",
    input: { rules: ordinary, tally: estate([200, 20_000], [101, 10_001]) },
  },
  {
    says: "Exactly half of the area is not more than half.",
    input: { rules: ordinary, tally: estate([200, 20_000], [101, 10_000]) },
  },
  {
    says: "Nor is exactly half of the heads.",
    input: { rules: ordinary, tally: estate([200, 20_000], [100, 10_001]) },
  },
  {
    says: "199 heads are no quorum, however large.",
    input: { rules: ordinary, tally: estate([199, 25_000], [199, 25_000]) },
  },
  {
    says: "19,999 m² are none, however many.",
    input: { rules: ordinary, tally: estate([250, 19_999], [250, 19_999]) },
  },
  {
    says: "A special matter: 150 of 200 and 15,000 of 20,000 are exactly three quarters.",
    input: { rules: special, tally: estate([200, 20_000], [150, 15_000]) },
  },
  {
    says: "149 are not.",
    input: { rules: special, tally: estate([200, 20_000], [149, 16_000]) },
  },
  {
    says: "A square metre less is not.",
    input: { rules: special, tally: estate([200, 20_000], [160, 14_999]) },
  },
]

const silent = (policy: "not-participating" | "abstain" | "follow-majority", clause: string | null, yes = 12) => ({
  rules: {
    quorum: [asks("2/3", "at-least", "heads", "members")],
    quorumCounts: "participating",
    approval: [asks("1/2", "more-than", "heads", "participating")],
    silence: { policy, clause },
  } satisfies TallyRules,
  tally: thirty({
    entitled: weight(30),
    cast: weight(18),
    valid: weight(18),
    for: weight(yes),
    against: weight(18 - yes),
    silent: weight(12),
  }),
})

/** Twenty of thirty voted, twelve of them for it, and a covenant that says what becomes of the others. */
const ofThirty = (base: Base, clause: string | null) => {
  const { rules, tally } = silent("follow-majority", clause)
  return {
    rules: { ...rules, approval: [asks("1/2", "more-than", "heads", base)] },
    tally: { ...tally, cast: weight(20), valid: weight(20), against: weight(8), silent: weight(10) },
  }
}

const quiet: ReadonlyArray<Put<Counted>> = [
  { says: "Silence takes no part: 18 of 30 are no quorum.", input: silent("not-participating", null) },
  { says: "Nor does a clause help that nobody applies.", input: silent("not-participating", "clause 12") },
  { says: "It may make the base of an approval larger, and fills no quorum.", input: silent("abstain", null) },
  {
    says: "Nor by a clause; and 12 of 30 are not more than half.",
    input: silent("abstain", "clause 12"),
  },
  { says: "It follows nobody without a clause.", input: silent("follow-majority", null) },
  {
    says: "With one it follows those for it, who lead; the quorum is still missing.",
    input: silent("follow-majority", "clause 12"),
  },
  { says: "It does not where they do not lead.", input: silent("follow-majority", "clause 12", 9) },
  {
    says: "20 of 30 are a quorum, and with the ten silent 22 of 30 are for it.",
    input: ofThirty("participating", "clause 12"),
  },
  { says: "Without a clause 12 of 30 are.", input: ofThirty("participating", null) },
  { says: "Of those who cast a ballot nobody is silent: 12 of 20.", input: ofThirty("cast", "clause 12") },
  { says: "Of those entitled the silent are, and follow nobody.", input: ofThirty("entitled", "clause 12") },
]

const odd: ReadonlyArray<Put<Counted>> = [
  { says: "Without an approval nothing passes.", input: { rules: { approval: [] }, tally: meetingOf(30, 30) } },
  {
    says: "Of nobody nothing passes.",
    input: { rules: { approval: [asks("1/2", "at-least", "heads", "valid")] }, tally: thirty({ valid: weight(0) }) },
  },
  {
    says: "More than all nobody meets.",
    input: { rules: { approval: [asks("1/1", "more-than", "heads", "members")] }, tally: meetingOf(30, 30) },
  },
  {
    says: "Areas beyond 32 bits are counted exactly: one square centimetre short of two thirds.",
    input: {
      rules: { approval: [asks("2/3", "at-least", "area", "members")] },
      tally: thirty({
        members: { heads: 3, area: 9_007_199_254_740_990 },
        for: { heads: 2, area: 6_004_799_503_160_659 },
      }),
    },
  },
]

/** Rules held against a count: for vendors who have tables of their own. */
export const tallies: KernelFile = ask({
  process: "deliberation",
  name: "tallies",
  asks: "judge a tally",
  says: "Whether a count is enough, and everything that explains it. What the rules leave out is: no quorum, those present, silence that takes no part.",
  rules: ["TALLY-8", "TALLY-9", "TALLY-10", "TALLY-11", "TALLY-13"],
  puts: [...edges, ...golden, ...quiet, ...odd],
  answer: ({ rules, tally }) => ({ value: asJson(judge(rules, tally)) }),
})
