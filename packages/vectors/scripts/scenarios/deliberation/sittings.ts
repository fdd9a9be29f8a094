import type { ArrivedBallot, BoxCount, Sitting, Voter } from "@jinlin/core/deliberation"
import { judgeSitting } from "@jinlin/core/deliberation/rules"
import { decidingRules } from "@jinlin/testkit/deliberation"
import * as fc from "fast-check"
import { asJson } from "../../json-text.ts"
import { ask, type KernelFile, type Put } from "../../kernel/question.ts"

interface Counted {
  readonly sitting: Sitting
  readonly ballots: ReadonlyArray<ArrivedBallot>
  readonly box: ReadonlyArray<BoxCount>
}

const [opened, closed] = [1_000, 2_000]
const names = ["a", "b", "c", "d", "e", "f"]
const choice = fc.constantFrom<ArrivedBallot["choice"]>("for", "for", "for", "against", "abstain")

/** Somebody of the roll, and now and then a stranger. */
const someone = (roll: ReadonlyArray<Voter>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...roll.map(({ voter }) => voter)) },
    { weight: 1, arbitrary: fc.constant("stranger") },
  )

const rolls = (hasHeads: boolean): fc.Arbitrary<ReadonlyArray<Voter>> =>
  fc
    .array(
      fc.record({
        heads: hasHeads ? fc.constantFrom(1, 1, 1, 2) : fc.constant(1),
        area: fc.constantFrom(0, 40, 60, 100, 450),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((weights) => weights.map((weight, at) => ({ voter: names[at] ?? "a", person: null, kind: null, ...weight })))

const ballotsOf = (roll: ReadonlyArray<Voter>, isSecret: boolean): fc.Arbitrary<ReadonlyArray<ArrivedBallot>> =>
  fc.array(
    fc
      .record({
        voter: someone(roll),
        choice: isSecret ? fc.constant(null) : choice,
        by: fc.option(someone(roll), { nil: null, freq: 6 }),
        channel: isSecret
          ? fc.constant("online" as const)
          : fc.constantFrom<ArrivedBallot["channel"]>("online", "online", "paper"),
        at: fc.constantFrom(opened, 1_200, 1_200, 1_700, 1_700, closed, 900, 2_100),
        kept: fc.constantFrom<ArrivedBallot["kept"]>("counts", "counts", "counts", "counts", "void", "late"),
      })
      .map(({ by, ...ballot }) => ({ ...ballot, castBy: by ?? ballot.voter })),
    { maxLength: 9, size: "max" },
  )

const silence = fc
  .record({
    policy: fc.constantFrom("not-participating" as const, "abstain" as const, "follow-majority" as const),
    clause: fc.constantFrom(null, "clause 12"),
  })
  .map((said) => ({ ...said, citation: { instrument: "our default", certainty: "our-default" as const } }))

/** Raised hands: mostly not more than are there. */
const handsOf = (roll: ReadonlyArray<Voter>) =>
  fc.tuple(fc.nat(roll.length), fc.nat(2), fc.constantFrom(0, 0, 1)).map(([yes, no, spoilt]) => ({
    for: yes,
    against: Math.max(0, Math.min(no, roll.length - yes)),
    abstain: 0,
    void: spoilt,
  }))

/** What lies in the box: as many as voted, and now and then one more. */
const boxOf = (ballots: ReadonlyArray<ArrivedBallot>) =>
  fc.tuple(fc.nat(3), fc.constantFrom(0, 0, 0, 1)).map(([no, more]): ReadonlyArray<BoxCount> => {
    const voted = new Set(ballots.map(({ voter }) => voter)).size + more
    const against = Math.min(no, voted)
    return [
      { choice: "against", count: against },
      { choice: "for", count: voted - against },
    ]
  })

const modes = fc.constantFrom("open" as const, "open" as const, "secret" as const, "show-of-hands" as const)

/** Sittings of up to six voters, with ballots of every kind, drawn by lot. */
const drawn = modes
  .chain((mode) => rolls(mode === "open").map((roll) => ({ mode, roll })))
  .chain(({ mode, roll }) =>
    fc.record({
      mode: fc.constant(mode),
      roll: fc.constant(roll),
      rules: decidingRules({
        silence,
        proxies: fc.constant({ cap: 1, citation: { instrument: "our default", certainty: "our-default" } }),
      }),
      recusals: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }),
      proxies: fc.uniqueArray(fc.record({ voter: fc.constantFrom("b", "c", "d"), by: someone(roll) }), {
        maxLength: 3,
        selector: ({ voter }) => voter,
      }),
      present: fc.uniqueArray(someone(roll), { maxLength: 6 }),
      // People are counted where each is one head.
      presentCount: roll.every(({ heads }) => heads === 1)
        ? fc.option(fc.nat(roll.length), { nil: null, freq: 2 })
        : fc.constant(null),
      named: fc.option(
        fc.record({
          for: fc.uniqueArray(someone(roll), { maxLength: 3 }),
          against: fc.uniqueArray(someone(roll), { maxLength: 2 }),
          abstain: fc.constant([]),
          void: fc.array(
            someone(roll).map((voter) => ({ voter, reason: "two crosses" })),
            { maxLength: 1 },
          ),
        }),
        { nil: null, freq: 3 },
      ),
      counted: fc.option(handsOf(roll), { nil: null, freq: 4 }),
      ballots: ballotsOf(roll, mode === "secret"),
    }),
  )
  .chain(({ ballots, ...sitting }) => boxOf(ballots).map((box) => ({ ballots, box, sitting })))
  .map(({ ballots, box, sitting: { counted, mode, named, recusals, rules, ...sitting } }): Counted => {
    const byHand = mode === "show-of-hands"
    return {
      sitting: {
        ...{
          round: 1,
          step: "vote",
          calledOn: "2026-03-01",
          sitsOn: "2026-03-05",
          urgent: null,
          calledBy: null,
          presided: [],
        },
        rebased: null,
        ...sitting,
        rules: { set: "assembly", day: "2026-03-01", ...rules },
        recusals: recusals.map((voter) => ({ voter, reason: "an interest" })),
        // Either those who came were counted, or they were taken down by name; and so with their votes.
        present: sitting.presentCount === null ? sitting.present : [],
        named: mode === "open" || (byHand && counted === null) ? named : null,
        counted: byHand ? counted : null,
        ballot: {
          ...{ mode, motion: { _tag: "Adopt" }, openedOn: "2026-03-05", openedAt: opened, closesOn: "2026-03-06" },
          ...{ extended: 0, closedAt: closed, closedOn: "2026-03-07" },
        },
      },
      ballots: byHand ? [] : ballots,
      box: mode === "secret" ? box : [],
    }
  })

const puts = (count: number): ReadonlyArray<Put<Counted>> =>
  fc.sample(drawn, { numRuns: count, seed: 20265 }).map((input) => ({
    says: `Drawn by lot: ${input.sitting.roll.length} on the roll, ${input.ballots.length} ballots, ${input.sitting.ballot?.mode}.`,
    input,
  }))

/** Sittings counted and judged: which ballots count, what they weigh, whether it is enough, what would have turned it. */
export const sittings: KernelFile = ask({
  process: "deliberation",
  name: "sittings",
  asks: "judge a sitting",
  says: "What the ballots of a sitting come to: one of each voter, the others set aside with a reason, the tally, its findings, and what would have turned it.",
  rules: ["TALLY-1", "TALLY-2", "TALLY-6"],
  puts: puts(120),
  answer: ({ ballots, box, sitting }) => ({ value: asJson(judgeSitting(sitting, { ballots, box })) }),
})
