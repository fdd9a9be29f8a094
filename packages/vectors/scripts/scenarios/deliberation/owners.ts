import type { ArrivedBallot, Choice } from "@jinlin/core/deliberation"
import { on } from "@jinlin/testkit"
import { call, close, decideIt, enter, extend, grant, open, ownersAlone, put, recuse, voter, votes } from "./asking.ts"
import type { MatterLine } from "./telling.ts"

type Lines = ReadonlyArray<MatterLine>

/** A ballot as it arrived, at nine in the morning of a day. */
const ballot = (of: string, choice: Choice, changes: Partial<ArrivedBallot> = {}): ArrivedBallot => ({
  voter: of,
  choice,
  castBy: of,
  channel: "online",
  at: on("2026-04-06").instant,
  kept: "counts",
  ...changes,
})

/** Nine owners of 100 m² each and a developer of 600 m² that is one head: 10 heads, 1,500 m². */
const estate = enter(
  voter("developer", { person: null, area: 6_000_000 }),
  ...["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name) => voter(name, { area: 1_000_000 })),
)

const called: Lines = [
  { on: "2026-04-01", ask: open(ownersAlone), says: "A matter of owners: money for a lift." },
  { on: "2026-04-01", ask: call("vote", "owners-special", "2026-04-05"), says: "They are called." },
  { on: "2026-04-01", ask: estate, says: "Nine owners and a developer with the unsold dwellings, which is one head." },
]

const decided = (says: string, ballots: ReadonlyArray<ArrivedBallot>): Lines => [
  { on: "2026-04-11", ask: close, says: "The day after its last day it is closed." },
  { on: "2026-04-11", ask: decideIt, ballots, says },
]

const all = (choice: Choice, ...voters: ReadonlyArray<string>) => voters.map((one) => ballot(one, choice))

/** Heads and area, ballots of every kind, and what is set aside with its reason. */
export const owners: Lines = [
  ...called,
  { on: "2026-04-02", ask: grant("i", "h"), says: "One lets another vote for it." },
  {
    on: "2026-04-05",
    ask: put("open", "2026-04-10"),
    says: "An open ballot of six days: its quorum are those who take part.",
  },
  {
    on: "2026-04-09",
    by: { _tag: "Post", person: "p-secretary", post: "secretary", within: "owners-assembly" },
    ask: votes({ for: ["d"] }),
    says: "A secretary who takes votes down says for whom.",
    refused: ["OnBehalfMissing"],
  },
  {
    on: "2026-04-09",
    ask: votes({ for: ["d"], against: [], void: [{ voter: "e", reason: "torn" }] }),
    says: "A paper register comes in between.",
  },
  ...decided("One head and much area are missing: it is lost, and every ballot that does not count has its reason.", [
    ...all("for", "a", "b", "c"),
    ballot("a", "against", { at: on("2026-04-07").instant }),
    ballot("a", "for", { at: on("2026-04-08").instant }),
    ballot("b", "against", { at: on("2026-04-08").instant, channel: "paper" }),
    ballot("i", "for", { castBy: "h" }),
    ballot("h", "for"),
    ballot("f", "for", { castBy: "g" }),
    ballot("stranger", "for"),
    ballot("g", "against", { kept: "late", at: on("2026-04-12").instant }),
    ballot("f", "for", { kept: "void" }),
    ballot("developer", "against"),
  ]),
]

/** Exactly two thirds take part, exactly three quarters are for it. */
export const passed: Lines = [
  ...called,
  { on: "2026-04-02", ask: recuse("i"), says: "One has an interest: it is of the estate, and takes no part." },
  { on: "2026-04-05", ask: put("open", "2026-04-10"), says: "An open ballot." },
  ...decided(
    "Eight of ten heads and 1,300 of 1,500 m² take part; six heads are exactly three quarters, and their area is more.",
    [
      ...all("for", "developer", "a", "b", "c", "d", "e"),
      ...all("against", "f"),
      ...all("abstain", "g"),
      ballot("i", "against"),
    ],
  ),
]

/** One vote short of taking part, then put off, and still short. */
export const short: Lines = [
  ...called,
  { on: "2026-04-05", ask: put("open", "2026-04-10"), says: "An open ballot." },
  { on: "2026-04-10", ask: extend("2026-04-12"), says: "Too few have voted: it is put off." },
  { on: "2026-04-13", ask: close, says: "It is closed." },
  {
    on: "2026-04-13",
    ask: decideIt,
    ballots: all("for", "a", "b", "c", "d", "e", "developer"),
    says: "Six of ten heads take part: one is missing. Nothing was decided, and the matter stays.",
  },
  { on: "2026-04-14", ask: call("vote", "owners-special", "2026-04-18"), says: "It is called again." },
  { on: "2026-04-14", ask: estate, says: "With its roll." },
  { on: "2026-04-18", ask: put("open", "2026-04-19"), says: "An open ballot." },
  { on: "2026-04-20", ask: close, says: "It is closed." },
  {
    on: "2026-04-20",
    ask: decideIt,
    ballots: [...all("for", "a", "b", "c", "d", "e"), ...all("against", "f", "g", "developer")].map((one) => ({
      ...one,
      at: on("2026-04-18", 600).instant,
    })),
    says: "Enough take part, and two heads and much area are missing: it is lost, and the plan rejects it.",
  },
]

const follows = {
  policy: "follow-majority",
  clause: "covenant, clause 12",
  citation: { instrument: "our default", certainty: "our-default" },
} as const

const covenant = { silence: follows, repeated: { counts: "first", citation: follows.citation } } as const

/** Silence, where a clause is named for it. */
export const silence: Lines = [
  { on: "2026-04-01", ask: open(ownersAlone), says: "A matter of owners." },
  {
    on: "2026-04-01",
    changes: covenant,
    ask: call("vote", "owners-special", "2026-04-05"),
    says: "Their covenant lets the silent follow the majority, and the first ballot count.",
  },
  { on: "2026-04-01", ask: estate, says: "Their roll." },
  {
    on: "2026-04-05",
    changes: covenant,
    ask: put("open", "2026-04-10"),
    says: "An open ballot.",
  },
  { on: "2026-04-11", ask: close, says: "It is closed." },
  {
    on: "2026-04-11",
    changes: covenant,
    ask: decideIt,
    ballots: [
      ...all("for", "a", "b", "c"),
      ...all("against", "d"),
      ballot("a", "against", { at: on("2026-04-07").instant }),
    ],
    says: "Four of ten heads voted. Nobody takes part by silence, and no clause makes it so: nothing was decided.",
  },
  { on: "2026-04-12", changes: covenant, ask: call("vote", "owners-special", "2026-04-16"), says: "Called again." },
  { on: "2026-04-12", ask: estate, says: "Their roll." },
  { on: "2026-04-16", changes: covenant, ask: put("open", "2026-04-16"), says: "An open ballot." },
  { on: "2026-04-16", minute: 601, ask: close, says: "It is closed." },
  {
    on: "2026-04-16",
    minute: 602,
    changes: covenant,
    ask: decideIt,
    ballots: [...all("for", "a", "b", "c", "d", "developer"), ...all("against", "e", "f")].map((one) => ({
      ...one,
      at: on("2026-04-16", 600).instant,
    })),
    says: "Seven took part, five of them for it. The silent follow those who lead; the finding says by which clause.",
  },
]
