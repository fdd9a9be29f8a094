import { given, on } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { Actor } from "../kernel/authority.ts"
import { type BallotCommand, type BallotEvent, type BallotRound, ballot, circumstances, due } from "./index.ts"

const of = { matter: "m-1", round: 1, voter: "v-1" }
const actor: Actor = { _tag: "Post", person: "p-1", post: "voter", within: "m-1" }
const now = on("2026-03-01")
const open: BallotRound = {
  ...{ round: 1, phase: "open", mode: "open", closesOn: "2026-03-01", body: "assembly", proxy: null },
  voter: { person: "p-1", recused: false },
}
const secret: BallotRound = { ...open, mode: "secret" }
const withProxy: BallotRound = { ...open, proxy: { voter: "v-2", person: "p-2" } }

const cast: BallotCommand = { _tag: "CastBallot", ...of, castBy: "v-1", choice: "for" }
const secretly: BallotCommand = { _tag: "CastSecretBallot", ...of, castBy: "v-1", choice: "for" }
const paper: BallotCommand = { _tag: "EnterPaperBallot", ...of, castBy: "v-1", choice: "against", late: false }
const late: BallotCommand = { ...paper, late: true }
const voidPaper: BallotCommand = { _tag: "EnterVoidBallot", ...of, reason: "two crosses" }

const ask = (command: BallotCommand, round: BallotRound | null, history: ReadonlyArray<BallotEvent> = []) =>
  given(ballot, history).when(command, { actor, now, round })
const reasons = (command: BallotCommand, round: BallotRound | null, history: ReadonlyArray<BallotEvent> = []) =>
  ask(command, round, history).refusals

describe("BALLOT-1 a stream is one ballot", () => {
  const voted: BallotEvent = {
    _tag: "BallotCast",
    ...of,
    castBy: "v-1",
    choice: "for",
    channel: "online",
    person: null,
    at: 1,
  }

  it.each([
    { matter: "m-2", round: 1, voter: "v-1" },
    { matter: "m-1", round: 2, voter: "v-1" },
    { matter: "m-1", round: 1, voter: "v-2" },
  ])("BALLOT-1 and takes none of %o", (other) => {
    const round = { ...open, round: other.round }
    for (const command of [cast, paper, voidPaper])
      expect(reasons({ ...command, ...other }, round, [voted])[0]).toEqual({
        ...{ _tag: "BallotOfAnother", rule: "BALLOT-1", of },
      })
    expect(reasons({ ...late, ...other }, { ...round, phase: "closed" }, [voted])).toHaveLength(1)
  })
})

describe("BALLOT-2 a ballot is cast while its round is open", () => {
  it("BALLOT-2 and is kept as it was cast", () => {
    expect(ask(cast, open).events).toEqual([
      { _tag: "BallotCast", ...of, castBy: "v-1", choice: "for", channel: "online", person: null, at: now.instant },
    ])
    expect(ask(paper, open).events).toEqual([
      { _tag: "BallotCast", ...of, castBy: "v-1", choice: "against", channel: "paper", person: "p-1", at: now.instant },
    ])
  })

  it("BALLOT-10 a paper names who is told of it: who votes for the voter, also where its proxy brought it, or nobody", () => {
    const person = (command: BallotCommand, round: BallotRound) =>
      ask(command, round).events.map((event) => (event._tag === "BallotCast" ? event.person : event._tag))
    expect(person({ ...paper, castBy: "v-2" }, withProxy)).toEqual(["p-1"])
    expect(person(paper, { ...open, voter: { person: null, recused: false } })).toEqual([null])
    expect(person({ ...cast, castBy: "v-2" }, withProxy)).toEqual([null])
  })

  it("BALLOT-2 cast again, both are kept in their order", () => {
    const first = ask(cast, open)
    const second = ask({ ...paper, choice: "abstain" }, open, first.history)
    expect(second.state).toEqual({
      of,
      casts: [
        { choice: "for", channel: "online", castBy: "v-1", at: now.instant, kept: { _tag: "Counts" } },
        { choice: "abstain", channel: "paper", castBy: "v-1", at: now.instant, kept: { _tag: "Counts" } },
      ],
    })
  })

  it.each([
    ["2026-02-28", [{ _tag: "RoundNotOpen", rule: "BALLOT-2", phase: "closed" }]],
    ["2026-03-01", []],
    ["2026-03-02", []],
    [null, []],
  ] as const)(
    "BALLOT-2 nor after the last day of its round, though nobody has closed it yet: %s",
    (closesOn, refused) => {
      for (const command of [cast, paper, voidPaper]) expect(reasons(command, { ...open, closesOn })).toEqual(refused)
      expect(reasons(secretly, { ...secret, closesOn })).toEqual(refused)
      expect(reasons(late, { ...open, closesOn })).toHaveLength(refused.length === 0 ? 1 : 0)
    },
  )

  it.each(["called", "closed", "decided", "annulled"] as const)("BALLOT-2 in no round that is %s", (phase) => {
    const around: BallotRound = { ...open, phase, mode: phase === "closed" ? "open" : null }
    for (const command of [cast, paper, voidPaper])
      expect(reasons(command, around)).toEqual([{ _tag: "RoundNotOpen", rule: "BALLOT-2", phase }])
    expect(reasons(secretly, { ...around, mode: phase === "closed" ? "secret" : null })).toEqual([
      { _tag: "RoundNotOpen", rule: "BALLOT-2", phase },
    ])
  })

  it("BALLOT-2 of a round that is decided nothing else is said: its roll is not at hand", () => {
    const decided: BallotRound = { ...open, phase: "decided", mode: null, voter: null }
    const said = [{ _tag: "RoundNotOpen", rule: "BALLOT-2", phase: "decided" }]
    for (const command of [cast, secretly, paper]) expect(reasons({ ...command, castBy: "v-2" }, decided)).toEqual(said)
    expect(reasons(voidPaper, decided)).toEqual(said)
  })

  it("BALLOT-2 in no round that the matter does not have", () => {
    const unknown = [{ _tag: "RoundUnknown", rule: "BALLOT-2", matter: "m-1", round: 1 }]
    for (const command of [cast, secretly, paper, late, voidPaper]) {
      expect(reasons(command, null)).toEqual(unknown)
      expect(reasons(command, { ...open, round: 2 })).toEqual(unknown)
    }
  })

  it("BALLOT-2 the matter may not move between looking and writing", () => {
    expect(circumstances).toEqual([
      {
        ...{ fact: "round", from: "deliberation", key: "matter", view: "round", consistency: "same-commit" },
        commands: ["CastBallot", "CastSecretBallot", "EnterPaperBallot", "EnterVoidBallot"],
      },
    ])
    expect(due(ask(cast, open).state)).toEqual([])
  })
})

describe("BALLOT-3 the mode says how votes are taken", () => {
  const papers = ["EnterPaperBallot", "EnterVoidBallot"]
  it.each([
    ["secret", [cast, paper, voidPaper], ["CastSecretBallot"]],
    ["open", [secretly], ["CastBallot", ...papers, "RecordVotes"]],
    ["show-of-hands", [cast, secretly, paper, voidPaper], ["RecordVotes", "RecordCounts"]],
    ["secret-papers", [cast, secretly, paper, voidPaper], ["RecordCounts"]],
  ] as const)("BALLOT-3 %s: other commands are told which ones take them", (mode, commands, by) => {
    for (const command of commands)
      expect(reasons(command, { ...open, mode })).toEqual([
        { _tag: "BallotTakenOtherwise", rule: "BALLOT-3", mode, by },
      ])
  })
})

describe("BALLOT-4 who votes is on the roll", () => {
  it("BALLOT-4 nobody else does, and nobody who is recused", () => {
    for (const command of [cast, paper, voidPaper]) {
      expect(reasons(command, { ...open, voter: null })).toContainEqual({
        ...{ _tag: "VoterNotOnRoll", rule: "BALLOT-4", voter: "v-1" },
      })
      expect(reasons(command, { ...open, voter: { person: "p-1", recused: true } })).toEqual([
        { _tag: "RecusedFromVote", rule: "BALLOT-4", voter: "v-1" },
      ])
    }
    expect(reasons(secretly, { ...secret, voter: { person: "p-1", recused: true } })).toEqual([
      { _tag: "RecusedFromVote", rule: "BALLOT-4", voter: "v-1" },
    ])
  })
})

describe("BALLOT-5 the voter casts, or its proxy", () => {
  it("BALLOT-5 either of them may, and no other place of the roll", () => {
    expect(ask({ ...cast, castBy: "v-2" }, withProxy).events).toMatchObject([{ castBy: "v-2" }])
    expect(ask(cast, withProxy).events).toHaveLength(1)
    expect(ask({ ...secretly, castBy: "v-2" }, { ...withProxy, mode: "secret" }).events).toMatchObject([
      { castBy: "v-2" },
    ])
    const refusal = { _tag: "NotEntitledToCast", rule: "BALLOT-5", voter: "v-1", castBy: "v-3" }
    expect(reasons({ ...paper, castBy: "v-3" }, withProxy)).toEqual([{ ...refusal, entitled: ["v-1", "v-2"] }])
    expect(reasons({ ...secretly, castBy: "v-3" }, secret)).toEqual([{ ...refusal, entitled: ["v-1"] }])
  })
})

describe("BALLOT-6 in a secret ballot nobody votes twice", () => {
  it("BALLOT-6 not the voter, and not its proxy after it", () => {
    const first = ask(secretly, { ...withProxy, mode: "secret" })
    expect(first.events).toEqual([{ _tag: "Voted", ...of, castBy: "v-1" }])
    for (const castBy of ["v-1", "v-2"])
      expect(reasons({ ...secretly, castBy }, { ...withProxy, mode: "secret" }, first.history)).toEqual([
        { _tag: "VotedAlready", rule: "BALLOT-6", voter: "v-1" },
      ])
  })
})

describe("BALLOT-7 what cannot be counted is kept", () => {
  it("BALLOT-7 a void paper with its reason, while the round is open", () => {
    const kept = ask(voidPaper, open)
    expect(kept.events).toEqual([
      { _tag: "VoidBallotKept", ...of, person: "p-1", reason: "two crosses", at: now.instant },
    ])
    expect(kept.state.casts).toEqual([
      {
        ...{ choice: null, channel: "paper", castBy: "v-1", at: now.instant },
        kept: { _tag: "Void", reason: "two crosses" },
      },
    ])
  })

  it.each(["closed", "decided"] as const)(
    "BALLOT-7 a late paper once the round is %s, without what it says",
    (phase) => {
      const around: BallotRound = phase === "closed" ? { ...open, phase } : { ...open, phase, mode: null, voter: null }
      const person = phase === "closed" ? "p-1" : null
      const kept = ask(late, around)
      expect(kept.events).toEqual([
        { _tag: "LateBallotKept", ...of, castBy: "v-1", person, channel: "paper", at: now.instant },
      ])
      expect(kept.state.casts).toMatchObject([{ choice: null, kept: { _tag: "Late" } }])
    },
  )

  it.each(["called", "open"] as const)("BALLOT-7 no paper is late while the round is %s", (phase) => {
    expect(reasons(late, { ...open, phase })).toEqual([{ _tag: "PaperNotLate", rule: "BALLOT-7", phase }])
  })
})
