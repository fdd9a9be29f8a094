import type { BallotCircumstances, BallotCommand, BallotRound } from "@jinlin/core/ballot"
import { ballot } from "@jinlin/core/ballot"
import { replay } from "@jinlin/core/kernel"
import { on } from "@jinlin/testkit"
import * as fc from "fast-check"
import { whoMayAskBallot } from "../actors.ts"
import type { Walk } from "../walks.ts"
import { cast, castSecretly, openRound, paper, spoilt } from "./asking.ts"

const choices = fc.constantFrom("for" as const, "against" as const, "abstain" as const)
const casters = fc.constantFrom("flat-1", "flat-1", "flat-9", "flat-4")

type Mode = NonNullable<BallotRound["mode"]>

const online = fc.record({ castBy: casters, choice: choices }).map(cast)
const secretly = fc.record({ castBy: casters, choice: choices }).map(castSecretly)
const onPaper = fc.record({ castBy: casters, choice: choices, late: fc.constantFrom(false, false, true) }).map(paper)
const strays = fc.constantFrom(cast({ round: 1 }), cast({ voter: "flat-2" }), spoilt({ matter: "roof" }))

/** Mostly what suits the mode. */
const commands = (mode: Mode): fc.Arbitrary<BallotCommand> =>
  fc.oneof(
    { arbitrary: mode === "open" ? fc.oneof(online, onPaper) : secretly, weight: 6 },
    { arbitrary: fc.oneof(online, secretly, onPaper, fc.constant(spoilt()), strays), weight: 3 },
  )

const people = fc.constantFrom("p-1", "p-1", null)

/** A round at its places in time: the mode stays, everything else may be found otherwise at the next look. */
const rounds = (mode: Mode): fc.Arbitrary<BallotRound | null> =>
  fc
    .oneof(
      { arbitrary: fc.constant(null), weight: 1 },
      {
        arbitrary: fc.record({
          phase: fc.constantFrom("open" as const, "open" as const, "open" as const, "closed" as const),
          closesOn: fc.constantFrom(
            "2026-03-02" as const,
            "2026-03-09" as const,
            "2026-03-09" as const,
            "2026-03-01" as const,
          ),
          voter: fc.option(fc.record({ person: people, recused: fc.constantFrom(false, false, false, true) }), {
            freq: 8,
          }),
          proxy: fc.option(fc.record({ voter: fc.constant("flat-9"), person: fc.constantFrom("p-9", null) })),
        }),
        weight: 9,
      },
    )
    .map((found) => (found === null ? null : { ...openRound, mode, ...found }))

const stories = fc
  .constantFrom(
    "open" as const,
    "open" as const,
    "open" as const,
    "secret" as const,
    "secret" as const,
    "show-of-hands" as const,
  )
  .chain((mode) =>
    fc.record({
      mode: fc.constant(mode),
      asked: fc.array(fc.record({ command: commands(mode), round: rounds(mode) }), {
        minLength: 7,
        maxLength: 10,
        size: "max",
      }),
    }),
  )

/** What arrives of one voter, drawn by lot: ballots of every kind, in rounds that are found in every phase. */
export const ballotWalks = (count: number): ReadonlyArray<Walk<BallotCommand, BallotCircumstances>> =>
  fc.sample(stories, { numRuns: count, seed: 20263 }).map(({ asked, mode }, index) => {
    let state = ballot.initial
    const steps = asked.map(({ command, round }, minute) => {
      const now = on("2026-03-02", 540 + minute)
      const around = { actor: whoMayAskBallot(command, state, { now, round }), now, round }
      const decided = ballot.decide(command, state, around)
      if (decided._tag === "Success") state = replay(ballot, decided.success, state)
      return { says: `A walk drawn by lot: what comes of ${command._tag}.`, command, around }
    })
    const name = `walk-${String(index + 1).padStart(2, "0")}`
    return { name, says: `Ballots drawn by lot, of one voter in a round whose mode is ${mode}.`, asked: steps }
  })
