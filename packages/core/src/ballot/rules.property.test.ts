import { given, on } from "@jinlin/testkit"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { project } from "../kernel/projection.ts"
import {
  type BallotCommand,
  type BallotRound,
  ballot,
  ballotNamed,
  ballotSubject,
  notices,
  paperSeen,
  papers,
  roundScope,
} from "./index.ts"

const id = fc.string({ unit: fc.constantFrom("a", "1", ":", "-"), minLength: 1, maxLength: 6 })
const round = fc.integer({ min: 1, max: 12 })
const choice = fc.constantFrom("for", "against", "abstain")
const of = { matter: "m-1", round: 1, voter: "v-1" } as const
const now = on("2026-03-01")
const actor = { _tag: "Post", person: "p-1", post: "voter", within: "m-1" } as const

const around: fc.Arbitrary<BallotRound> = fc.record({
  round: fc.constantFrom(1, 1, 1, 2),
  phase: fc.constantFrom("called", "open", "open", "open", "closed", "decided", "annulled"),
  closesOn: fc.constantFrom("2026-03-01", "2026-03-02", null),
  mode: fc.constantFrom("open", "secret", "secret", "show-of-hands", "secret-papers", null),
  voter: fc.constantFrom({ person: "p-1", recused: false }, { person: "p-1", recused: true }, null),
  proxy: fc.constantFrom(null, { voter: "v-2", person: "p-2" }),
  body: fc.constant("assembly"),
})
const castBy = fc.constantFrom("v-1", "v-2", "v-3")
const openly: fc.Arbitrary<BallotCommand> = fc.oneof(
  fc.record({ _tag: fc.constant("CastBallot" as const), castBy, choice }).map((one) => ({ ...of, ...one })),
  fc
    .record({ _tag: fc.constant("EnterPaperBallot" as const), castBy, choice, late: fc.boolean() })
    .map((one) => ({ ...of, ...one })),
  fc.constant({ ...of, _tag: "EnterVoidBallot" as const, reason: "torn" }),
)

describe("BALLOT-1 names", () => {
  it("BALLOT-1 no two ballots and no two rounds share a name, and a name says which ballot it is", () => {
    fc.assert(
      fc.property(fc.tuple(id, round, id), fc.tuple(id, round, id), (one, other) => {
        expect(ballotNamed(ballotSubject(...one))).toEqual({ matter: one[0], round: one[1], voter: one[2] })
        const isSame = one.every((part, index) => part === other[index])
        expect(ballotSubject(...one) === ballotSubject(...other)).toBe(isSame)
        const isSameRound = one[0] === other[0] && one[1] === other[1]
        expect(roundScope(one[0], one[1]) === roundScope(other[0], other[1])).toBe(isSameRound)
      }),
    )
  })
})

describe("BALLOT-2 what arrives is kept", () => {
  it("BALLOT-2 whatever is asked, nothing that arrived is taken away, and what is refused leaves nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(openly, around), { maxLength: 8 }), (steps) => {
        let scenario = given(ballot, [])
        for (const [command, where] of steps) {
          const came = scenario.when(command, { actor, now, round: where })
          expect(came.events.length).toBe(came.refusals.length === 0 ? 1 : 0)
          expect(came.state.casts.slice(0, scenario.state.casts.length)).toEqual(scenario.state.casts)
          expect(came.state.casts.length).toBe(scenario.state.casts.length + came.events.length)
          scenario = given(ballot, came.history)
        }
      }),
    )
  })
})

describe("BALLOT-9 what was chosen", () => {
  it("BALLOT-9 a secret ballot leaves the same whatever was chosen: events, refusals, notices, view", () => {
    fc.assert(
      fc.property(around, castBy, fc.boolean(), choice, choice, (where, place, again, one, other) => {
        const history = again ? [{ _tag: "Voted", ...of, castBy: "v-1" } as const] : []
        const [first, second] = [one, other].map((chosen) => {
          const command: BallotCommand = { _tag: "CastSecretBallot", ...of, castBy: place, choice: chosen }
          const came = given(ballot, history).when(command, { actor, now, round: where })
          return { came, notices: came.events.flatMap(notices), view: project(papers, came.history) }
        })
        expect(first).toEqual(second)
      }),
    )
  })

  it("BALLOT-9 in an open ballot the voter sees it at any time, and others once it is closed", () => {
    const [paper] = project(papers, [
      { _tag: "BallotCast", ...of, castBy: "v-2", choice: "against", channel: "online", person: null, at: 1 },
    ])
    if (paper === undefined) throw new Error("no paper")
    expect(paper).toEqual({
      ...{ ...of, castBy: "v-2", channel: "online", choice: "against", kept: "counts", reason: null },
    })
    expect(paperSeen(paper, { isOwn: true, isClosed: false })).toEqual(paper)
    expect(paperSeen(paper, { isOwn: false, isClosed: true })).toEqual(paper)
    expect(paperSeen(paper, { isOwn: false, isClosed: false })).toEqual({ ...paper, choice: null })
  })

  it("BALLOT-9 what is late, void or secret shows no choice to anybody", () => {
    const shown = project(papers, [
      { _tag: "Voted", ...of, castBy: "v-1" },
      { _tag: "LateBallotKept", ...of, castBy: "v-2", person: null, channel: "paper", at: 1 },
      { _tag: "VoidBallotKept", ...of, person: null, reason: "torn", at: 2 },
    ])
    expect(shown.map(({ choice: chosen, kept, reason }) => [chosen, kept, reason])).toEqual([
      [null, "counts", null],
      [null, "late", null],
      [null, "void", "torn"],
    ])
  })
})
