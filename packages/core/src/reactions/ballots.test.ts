import { describe, expect, it } from "vitest"
import type { Ballot } from "../ballot/index.ts"
import { empty, type Matter, type OpenBallot, type Sitting } from "../deliberation/model.ts"
import type { StepPlan } from "../kernel/step-list.ts"
import { arrivedBallots, roundOf, votersReached } from "./index.ts"

const step: StepPlan = {
  ...{ step: "assembly", body: "owners", standing: "owners", sets: ["owners-general"] },
  ...{ whenLost: { _tag: "Reject" }, returnsTo: [], amendedRestartsAt: null },
}
const citation = { instrument: "the owners' own rules", certainty: "our-default" } as const
const rules: Sitting["rules"] = {
  ...{ set: "owners-general", day: "2026-03-01", packs: [], quorum: [], quorumCounts: "present", approval: [] },
  composition: null,
  notice: { days: 3, urgent: false, citation },
  ballot: { modes: ["open"], citation },
  proxies: { cap: 1, citation },
  silence: { policy: "not-participating", clause: null, citation },
  repeated: { counts: "last", citation },
  extension: { times: 0, days: 0, citation },
  partyStudy: { required: false, citation },
  subjects: [],
}
const voter = (name: string, person: string | null) => ({ voter: name, person, heads: 1, area: 100, kind: null })
const ballot: OpenBallot = {
  ...{ mode: "open", motion: { _tag: "Adopt" }, openedOn: "2026-03-05", openedAt: 10, closesOn: "2026-03-09" },
  ...{ extended: 0, closedAt: null, closedOn: null },
}
const sitting: Sitting = {
  ...{ round: 3, step: "assembly", rules, calledOn: "2026-03-01", sitsOn: "2026-03-05", urgent: null, rebased: null },
  roll: [voter("v-1", "p-1"), voter("v-2", "p-2"), voter("v-3", null), voter("v-4", "p-1")],
  recusals: [{ voter: "v-2", reason: "an interest" }],
  proxies: [
    { voter: "v-1", by: "v-4" },
    { voter: "v-4", by: "v-3" },
  ],
  ...{ calledBy: null, presided: [], present: [], presentCount: null, ballot, named: null, counted: null },
}
const matter: Matter = {
  ...empty,
  status: "open",
  plan: { list: "owners", steps: [step] },
  proposer: { person: "p-9", within: "owners-committee" },
  at: "assembly",
  sitting,
}
const over = (...outcomes: ReadonlyArray<Matter["closed"][number]["outcome"]>): Matter => ({
  ...matter,
  sitting: null,
  closed: outcomes.map((outcome, index) => ({ ...{ round: index + 1, step: "assembly", outcome }, register: null })),
})
const at = (voterAt: string, round = 3) => ({ round, voter: voterAt })

describe("REACTION-10 the round of a ballot is read from its matter", () => {
  it("REACTION-10 with who votes, by the roll", () => {
    expect(roundOf(matter, at("v-1"))).toEqual({
      ...{ round: 3, phase: "open", mode: "open", closesOn: "2026-03-09", body: "owners" },
      voter: { person: "p-1", recused: false },
      proxy: { voter: "v-4", person: "p-1" },
    })
    expect(roundOf(matter, at("v-2"))).toMatchObject({ voter: { person: "p-2", recused: true }, proxy: null })
    expect(roundOf(matter, at("v-4"))).toMatchObject({ proxy: { voter: "v-3", person: null } })
    expect(roundOf(matter, at("v-9"))).toMatchObject({ phase: "open", voter: null, proxy: null })
  })

  it.each([
    ["called", null, null],
    ["open", ballot, "open"],
    ["closed", { ...ballot, closedAt: 99 }, "open"],
    ["closed", { ...ballot, mode: "secret", closedAt: 0 }, "secret"],
  ] as const)("REACTION-10 as %s", (phase, put, mode) => {
    expect(roundOf({ ...matter, sitting: { ...sitting, ballot: put } }, at("v-1"))).toMatchObject({ phase, mode })
  })

  it.each(["passed", "amended", "returned", "lost", "annulled"] as const)(
    "REACTION-10 over, without a roll: %s",
    (outcome) => {
      const phase = outcome === "annulled" ? "annulled" : "decided"
      expect(roundOf(over(outcome), at("v-1", 1))).toEqual({
        ...{ round: 1, phase, mode: null, closesOn: null, voter: null, proxy: null, body: "owners" },
      })
    },
  )

  it("REACTION-10 no round where there is none, or no vote was taken", () => {
    expect(roundOf(empty, at("v-1", 1))).toBeNull()
    expect(roundOf(matter, at("v-1", 2))).toBeNull()
    expect(roundOf(over("heard", "cancelled"), at("v-1", 1))).toBeNull()
    expect(roundOf(over("heard", "cancelled"), at("v-1", 2))).toBeNull()
    expect(roundOf({ ...matter, plan: null }, at("v-1"))).toBeNull()
  })
})

describe("REACTION-11 what is counted is everything that arrived", () => {
  it("REACTION-11 of each voter in its order", () => {
    const of = { matter: "m-1", round: 3, voter: "v-1" }
    const cast = { channel: "online", castBy: "v-1" } as const
    const ballots: ReadonlyArray<Ballot> = [
      {
        of,
        casts: [
          { ...cast, choice: "for", at: 11, kept: { _tag: "Counts" } },
          { ...cast, channel: "paper", choice: null, at: 12, kept: { _tag: "Void", reason: "torn" } },
          { ...cast, choice: null, at: 23, kept: { _tag: "Late" } },
        ],
      },
      { of: null, casts: [] },
      {
        of: { ...of, voter: "v-2" },
        casts: [{ ...cast, castBy: "v-5", choice: null, at: 0, kept: { _tag: "Counts" } }],
      },
    ]
    expect(arrivedBallots(ballots, { openedAt: 10, closedAt: 20, endsAt: 30 })).toEqual([
      { voter: "v-1", choice: "for", castBy: "v-1", channel: "online", at: 11, kept: "counts" },
      { voter: "v-1", choice: null, castBy: "v-1", channel: "paper", at: 12, kept: "void" },
      { voter: "v-1", choice: null, castBy: "v-1", channel: "online", at: 23, kept: "late" },
      { voter: "v-2", choice: null, castBy: "v-5", channel: "online", at: 10, kept: "counts" },
    ])
  })

  it.each([
    [9, 10],
    [10, 10],
    [11, 11],
    [19, 19],
    [20, 20],
    [21, 20],
  ])("REACTION-11 what was accepted is in time: by another clock at %i, it is counted at %i", (at, expected) => {
    const of = { matter: "m-1", round: 3, voter: "v-1" }
    const casts = [{ channel: "online", castBy: "v-1", choice: "for", at, kept: { _tag: "Counts" } }] as const
    expect(arrivedBallots([{ of, casts }], { openedAt: 10, closedAt: 20, endsAt: 30 })).toMatchObject([
      { at: expected },
    ])
    expect(arrivedBallots([{ of, casts }], { openedAt: 10, closedAt: null, endsAt: 30 })).toMatchObject([
      { at: Math.max(at, 10) },
    ])
  })
})

describe("REACTION-11 nothing is in time after the last day", () => {
  it.each([
    [29, "counts", 29],
    [30, "late", 30],
    [45, "late", 45],
  ] as const)("REACTION-11 which ends at 30, though the close came at 50: %i", (at, kept, expected) => {
    const of = { matter: "m-1", round: 3, voter: "v-1" }
    const casts = [{ channel: "online", castBy: "v-1", choice: "for", at, kept: { _tag: "Counts" } }] as const
    const window = { openedAt: 10, closedAt: 50, endsAt: 30 }
    expect(arrivedBallots([{ of, casts }], window)).toMatchObject([{ kept, at: expected }])
  })
})

describe("REACTION-12 whom a notice of a matter reaches", () => {
  it.each([
    [{ _tag: "Person", person: "p-7" }, ["p-7"]],
    [{ _tag: "Unit", unit: "v-2" }, ["p-2"]],
    [{ _tag: "Unit", unit: "v-3" }, []],
    [{ _tag: "Unit", unit: "v-9" }, []],
    [{ _tag: "AllUnits" }, ["p-1", "p-2"]],
    [{ _tag: "Post", post: "proposer" }, ["p-9"]],
    [{ _tag: "Post", post: "secretary" }, []],
  ] as const)("REACTION-12 %o reaches %o", (to, expected) => {
    expect(votersReached(matter, to)).toEqual(expected)
  })

  it("REACTION-12 nobody of the roll once the sitting is over, and one person always", () => {
    expect(votersReached(over("passed"), { _tag: "AllUnits" })).toEqual([])
    expect(votersReached(empty, { _tag: "Post", post: "proposer" })).toEqual([])
    expect(votersReached(empty, { _tag: "Person", person: "p-7" })).toEqual(["p-7"])
  })
})
