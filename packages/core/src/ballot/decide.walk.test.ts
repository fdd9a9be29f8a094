import { on, walk } from "@jinlin/testkit"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/index.ts"
import { Ballot, BallotCommand, BallotEvent, BallotRefusal, type BallotRound, ballot, notices } from "./index.ts"

const of = { matter: "m-1", round: 1, voter: "v-1" } as const
const actor = { _tag: "Post", person: "p-1", post: "voter", within: "m-1" } as const
const now = on("2026-03-01")
const places = ["v-1", "v-2", "v-3"] as const

/** Everything that can be asked of a ballot, from each place of the roll, and of another voter's ballot. */
const everything: ReadonlyArray<BallotCommand> = [
  ...places.flatMap(
    (castBy): ReadonlyArray<BallotCommand> => [
      { _tag: "CastBallot", ...of, castBy, choice: "for" },
      { _tag: "CastSecretBallot", ...of, castBy, choice: "for" },
      { _tag: "EnterPaperBallot", ...of, castBy, choice: "against", late: false },
      { _tag: "EnterPaperBallot", ...of, castBy, choice: "against", late: true },
    ],
  ),
  { _tag: "EnterVoidBallot", ...of, reason: "two crosses" },
  { _tag: "CastBallot", ...of, voter: "v-2", castBy: "v-2", choice: "for" },
  { _tag: "EnterPaperBallot", ...of, round: 2, castBy: "v-1", choice: "for", late: false },
]

const modes = ["open", "secret", "show-of-hands", "secret-papers"] as const
const body = { round: 1, body: "assembly" }
const people: ReadonlyArray<BallotRound["voter"]> = [
  null,
  { person: "p-1", recused: false },
  { person: null, recused: false },
  { person: "p-1", recused: true },
]
const proxies: ReadonlyArray<BallotRound["proxy"]> = [null, { voter: "v-2", person: "p-2" }]
const gone = { mode: null, closesOn: null, voter: null, proxy: null } as const

/** Every way in which a round can stand. */
const rounds: ReadonlyArray<BallotRound | null> = [
  null,
  { ...body, ...gone, phase: "decided" },
  { ...body, ...gone, phase: "annulled" },
  ...people.flatMap((voter) =>
    proxies.flatMap(
      (proxy): ReadonlyArray<BallotRound> => [
        { ...body, phase: "called", mode: null, closesOn: null, voter, proxy },
        ...modes.flatMap(
          (mode): ReadonlyArray<BallotRound> => [
            { ...body, phase: "open", mode, closesOn: "2026-03-01", voter, proxy },
            { ...body, phase: "open", mode, closesOn: "2026-02-28", voter, proxy },
            { ...body, phase: "closed", mode, closesOn: "2026-02-28", voter, proxy },
          ],
        ),
      ],
    ),
  ),
]

/** By hand, of an open ballot before the end of its last day, and of every other round: what it takes at all. */
const takes = (round: BallotRound | null, command: BallotCommand, { casts }: Ballot): boolean => {
  if (round === null || command.round !== 1) return false
  const isLate = command._tag === "EnterPaperBallot" && command.late
  const isRunning = round.phase === "open" && round.closesOn === "2026-03-01"
  if (isLate) return !isRunning && round.phase !== "called" && (round.mode === null || round.mode === "open")
  if (!isRunning || round.voter === null || round.voter.recused) return false
  const castBy = "castBy" in command ? command.castBy : command.voter
  if (castBy !== command.voter && castBy !== round.proxy?.voter) return false
  if (command._tag === "CastSecretBallot") return round.mode === "secret" && casts.length === 0
  return round.mode === "open"
}

const around = (round: BallotRound | null) => ({ actor, now, round })
const readBallot = decodeStrictly(Ballot)
const readEvent = decodeStrictly(BallotEvent)
const readRefusal = decodeStrictly(BallotRefusal)

/** Three ballots of one voter are as good as more: the walk ends there. */
const deep = 3

describe("every state that a ballot can come to, in every round", () => {
  const seen = new Map<string, Ballot>()
  // Of each round all that can arrive; what it leaves behind is looked at in every other round too.
  for (const round of rounds) {
    const walked = walk({
      decider: ballot,
      commands: (state) => {
        seen.set(JSON.stringify(state), state)
        return state.casts.length >= deep ? [] : everything
      },
      circumstances: () => around(round),
      view: ({ casts }) => `${casts.length}`,
      limit: 5_000,
    })
    if (!walked.complete) throw new Error("the walk did not end")
  }
  const states = [...seen.values()]
  const asked = states.flatMap((state) =>
    rounds.flatMap((round) => everything.map((command) => ({ command, round, state }) as const)),
  )

  it("BALLOT-2 takes what its round takes, whatever arrived before, and nothing else", () => {
    const wrong = asked.filter(({ command, round, state }) => {
      const isOther = state.of !== null && (state.of.voter !== command.voter || state.of.round !== command.round)
      const expected = takes(round, command, state) && !isOther
      return Result.isSuccess(ballot.decide(command, state, around(round))) !== expected
    })
    expect(wrong).toEqual([])
    expect(states.length).toBeGreaterThan(100)
    expect(asked.length).toBeGreaterThan(100_000)
  })

  it("BALLOT-2 nothing that arrived is ever taken away, and each command that is granted adds one ballot", () => {
    for (const { command, round, state } of asked) {
      const decided = ballot.decide(command, state, around(round))
      if (Result.isFailure(decided)) continue
      const next = decided.success.reduce(ballot.evolve, state)
      if (next.casts.length !== state.casts.length + 1 || state.casts.some((cast, place) => next.casts[place] !== cast))
        throw new Error(JSON.stringify({ command, round, state }))
    }
  })

  it("BALLOT-9 all of it can be stored, every refusal there is is met, and no notice says what was chosen", () => {
    const kinds = new Set<string>()
    const told = new Set<string>()
    for (const state of states) if (!readBallot(state).ok) throw new Error(JSON.stringify(state))
    for (const { command, round, state } of asked) {
      const decided = ballot.decide(command, state, around(round))
      if (Result.isSuccess(decided))
        for (const event of decided.success) {
          if (!readEvent(event).ok) throw new Error(JSON.stringify(event))
          told.add(JSON.stringify(notices(event)))
        }
      else
        for (const refusal of decided.failure) {
          if (!kinds.has(refusal._tag)) expect(readRefusal(refusal)).toMatchObject({ ok: true })
          kinds.add(refusal._tag)
        }
    }
    const all = BallotRefusal.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !kinds.has(tag))).toEqual([])
    expect([...told].join()).not.toMatch(/"(for|against|abstain)"/)
  })

  it("BALLOT-2 every command there is was tried", () => {
    const tried = new Set(everything.map(({ _tag }) => _tag))
    const all = BallotCommand.members.map((member) => member.fields._tag.schema.literal)
    expect(all.filter((tag) => !tried.has(tag))).toEqual([])
  })
})
