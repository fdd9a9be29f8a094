import { describe, expect, it } from "vitest"
import { countsOf, electorates, ruleSets, sittingOf } from "../../test/counting/electorates.ts"
import { flipsByHand, heldAll, isEnough, type Person, passesByHand, tallyByHand } from "../../test/counting/oracle.ts"
import type { CountingRules } from "../../test/counting/sittings.ts"
import { decisionRules } from "../../test/counting/sittings.ts"
import { judgeSitting } from "./rules/index.ts"

/** Areas of which no two choices of voters have the same. */
const areas = [1, 2, 4, 8, 16, 32]

/** Areas near to the most that counts exactly, with one who has none. */
const large = [0, 3_000_000_000_000_000, 3_000_000_000_000_001, 2_999_999_999_999_999, 7, 1]

const onPaper = [() => true, () => false, (place: number) => place % 2 === 0]

let ways = 0
const judged = (people: ReadonlyArray<Person>, rules: CountingRules) => {
  ways += 1
  const { arrived, sitting } = sittingOf(people, rules, onPaper[ways % onPaper.length])
  return judgeSitting(sitting, arrived)
}

/** Says everything in which the two disagree; nothing where they agree. */
const differences = (people: ReadonlyArray<Person>, rules: CountingRules): unknown => {
  const ours = judged(people, rules)
  const asked = decisionRules(rules)
  const findings = heldAll(asked, people).map(({ asked: one, count, of }) => [isEnough(one, count, of), count, of])
  const theirs = { passes: passesByHand(asked, people), tally: tallyByHand(people), findings }
  const same = {
    passes: ours.passes,
    tally: ours.tally,
    findings: ours.findings.map(({ facts, holds }) => [holds, facts["count"], facts["of"]]),
  }
  return JSON.stringify(same) === JSON.stringify(theirs) ? undefined : { people, ours: same, theirs }
}

const firstDifference = (
  all: Iterable<ReadonlyArray<Person>>,
  differing: (people: ReadonlyArray<Person>) => unknown,
): unknown => {
  for (const people of all) {
    const found = differing(people)
    if (found !== undefined) return found
  }
  return undefined
}

const flipsDiffer = (rules: CountingRules) => (people: ReadonlyArray<Person>) => {
  const ours = judged(people, rules).flips
  const theirs = flipsByHand(decisionRules(rules), people)
  return JSON.stringify(ours) === JSON.stringify(theirs) ? undefined : { people, ours, theirs }
}

const named = Object.entries(ruleSets)

describe("an oracle that counts voter by voter", () => {
  it.each(named)("TALLY-11 agrees on every electorate of up to 4 who do any of 6 things: %s", (_, rules) => {
    for (const size of [0, 1, 2, 3, 4]) {
      expect(firstDifference(electorates(size, 6, areas), (people) => differences(people, rules))).toBeUndefined()
    }
  })

  it.each(named)("TALLY-11 agrees on every electorate of 5 and 6 whose areas differ: %s", (_, rules) => {
    expect(firstDifference(electorates(5, 4, areas), (people) => differences(people, rules))).toBeUndefined()
    expect(firstDifference(electorates(6, 4, areas), (people) => differences(people, rules))).toBeUndefined()
  })

  it.each(named)(
    "TALLY-11 agrees on every electorate of 6 who weigh the same and do any of 6 things: %s",
    (_, rules) => {
      expect(firstDifference(countsOf(6, 6), (people) => differences(people, rules))).toBeUndefined()
    },
  )

  it.each(named)("TALLY-6 agrees where areas are near to the most that counts exactly: %s", (_, rules) => {
    expect(firstDifference(electorates(4, 5, large), (people) => differences(people, rules))).toBeUndefined()
  })

  it.each(named)("TALLY-2 agrees where some are recused: %s", (_, rules) => {
    const recusing = (people: ReadonlyArray<Person>) =>
      people.map((one, place) => ({ ...one, recused: place % 2 === 0 }))
    expect(firstDifference(electorates(4, 6, areas), (people) => differences(recusing(people), rules))).toBeUndefined()
  })
})

/** Where presence is counted by area, others who come might turn it with fewer; the README says so. */
const byHeads = named.filter(([name]) => name !== "area of those present")

describe("an oracle that tries every choice of voters", () => {
  it.each(byHeads)("TALLY-15 finds the same fewest who turn it, areas differing: %s", (_, rules) => {
    for (const size of [0, 1, 2, 3, 4])
      expect(firstDifference(electorates(size, 6, areas), flipsDiffer(rules))).toBeUndefined()
  })

  it.each(byHeads)("TALLY-15 finds the same fewest who turn it, all weighing the same: %s", (_, rules) => {
    for (const size of [5, 6]) expect(firstDifference(countsOf(size, 6), flipsDiffer(rules))).toBeUndefined()
  })

  it.each(named)("TALLY-15 never says fewer than it takes, whatever heads and areas are: %s", (_, rules) => {
    const weights = [
      [3, 1],
      [1, 8],
      [2, 2],
      [0, 5],
    ]
    const uneven = (people: ReadonlyArray<Person>): ReadonlyArray<Person> =>
      people.map((one, place) => ({ ...one, heads: weights[place]?.[0] ?? 1, area: weights[place]?.[1] ?? 1 }))
    const tooFew = (people: ReadonlyArray<Person>) => {
      const theirs = flipsByHand(decisionRules(rules), uneven(people))
      const ours = judged(uneven(people), rules).flips
      const least = (change: string) => theirs.find((one) => one.change === change)?.voters ?? Number.POSITIVE_INFINITY
      const wrong = ours.filter(({ change, voters }) => voters < least(change))
      return wrong.length === 0 ? undefined : { people: uneven(people), ours, theirs }
    }
    expect(firstDifference(electorates(4, 6, []), tooFew)).toBeUndefined()
  })
})
