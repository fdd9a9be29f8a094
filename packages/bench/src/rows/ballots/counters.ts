import type { Tally } from "@jinlin/core/deliberation"
import { runningTally, tallyOfColumns } from "@jinlin/core/deliberation/rules"
import type { Electorate, Totals } from "./electorate.ts"

const totalsOf = (tally: Tally): Totals => [
  tally.for.heads,
  tally.for.area,
  tally.against.heads,
  tally.against.area,
  tally.abstain.heads,
  tally.abstain.area,
]

/** Ours, all at once. */
export const atOnce = ({ area, codes, heads, voters }: Electorate): Totals =>
  totalsOf(tallyOfColumns({ heads, area }, { voters, codes }))

/** Ours, ballot by ballot; the tally could be looked at after each. */
export const running = ({ area, codes, heads, voters }: Electorate): Totals => {
  const tally = runningTally({ heads, area })
  for (let place = 0; place < voters.length; place += 1) tally.cast(voters[place] ?? 0, codes[place] ?? 0)
  return totalsOf(tally.tally())
}

/** The least that can be done by hand: a column of marks that is overwritten, then one pass over the roll. */
export const byBareLoop = ({ area, codes, heads, voters }: Electorate): Totals => {
  const marks = new Uint8Array(heads.length)
  for (let place = 0; place < voters.length; place += 1) marks[voters[place] ?? 0] = codes[place] ?? 0
  const [headSums, areaSums] = [new Float64Array(4), new Float64Array(4)]
  for (let voter = 0; voter < marks.length; voter += 1) {
    const mark = marks[voter] ?? 0
    headSums[mark] = (headSums[mark] ?? 0) + (heads[voter] ?? 0)
    areaSums[mark] = (areaSums[mark] ?? 0) + (area[voter] ?? 0)
  }
  const [, h1 = 0, h2 = 0, h3 = 0] = headSums
  const [, a1 = 0, a2 = 0, a3 = 0] = areaSums
  return [h1, a1, h2, a2, h3, a3]
}

interface BallotRow {
  readonly voter: string
  readonly choice: "for" | "against" | "abstain"
}

/** The same as objects, as somebody would write it who thinks of no speed; the objects stand before it is measured. */
export const byObjects = ({ area, codes, heads, voters }: Electorate): (() => Totals) => {
  const choices = ["for", "against", "abstain"] as const
  const roll = Array.from(heads, (one, place) => ({ voter: `v-${place}`, heads: one, area: area[place] ?? 0 }))
  const ballots = Array.from(
    voters,
    (voter, place): BallotRow => ({ voter: `v-${voter}`, choice: choices[(codes[place] ?? 1) - 1] ?? "for" }),
  )
  return () => {
    const last = new Map(ballots.map(({ choice, voter }) => [voter, choice]))
    const sums = { for: { heads: 0, area: 0 }, against: { heads: 0, area: 0 }, abstain: { heads: 0, area: 0 } }
    for (const one of roll) {
      const choice = last.get(one.voter)
      if (choice === undefined) continue
      sums[choice] = { heads: sums[choice].heads + one.heads, area: sums[choice].area + one.area }
    }
    const { abstain, against, for: forIt } = sums
    return [forIt.heads, forIt.area, against.heads, against.area, abstain.heads, abstain.area]
  }
}
