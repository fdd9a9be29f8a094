import { describe, expect, it } from "vitest"
import { electorates, ruleSets, sittingOf } from "../../test/counting/electorates.ts"
import { flipsByHand, type Person, passesByHand } from "../../test/counting/oracle.ts"
import { atLeast, type CountingRules, decisionRules, moreThan } from "../../test/counting/sittings.ts"
import type { Judgement } from "./index.ts"
import { judgeSitting } from "./rules/index.ts"

type People = ReadonlyArray<Person>

const alike = "two heads and the same area each"
const uneven = "other heads and another area each"

/** People by what they weigh; every combination of what four of them do is gone through. */
const weighing: Readonly<Record<string, ReadonlyArray<readonly [heads: number, area: number]>>> = {
  "one head and another area each": [1, 2, 4, 8].map((area) => [1, area]),
  [alike]: [2, 2, 2, 2].map((heads) => [heads, 3]),
  [uneven]: [
    [3, 1],
    [1, 8],
    [2, 2],
    [0, 5],
  ],
}

const headsThere = (people: People): number =>
  people.filter(({ here }) => here).reduce((sum, { heads }) => sum + heads, 0)

/** Who is silent may be there or not: all that may be so when only a number is known, by what is known. */
const sameNumber = (weights: ReadonlyArray<readonly [number, number]>): ReadonlyArray<ReadonlyArray<People>> => {
  const all = Array.from(electorates(4, 6, []), (people) =>
    people.map((one, place): Person => {
      const [heads = 0, area = 0] = weights[place] ?? []
      return { ...one, heads, area }
    }),
  )
  const known = (people: People) => JSON.stringify([people.map(({ did }) => did), headsThere(people)])
  return [...Map.groupBy(all, known).values()]
}

const countedIn = (people: People, rules: CountingRules): Judgement => {
  const { arrived, sitting: byName } = sittingOf(people, rules)
  return judgeSitting({ ...byName, present: [], presentCount: headsThere(people) }, arrived)
}

const isOpen = ({ findings }: Judgement): boolean => findings.some(({ rule }) => rule === "TALLY-14")

const readingPresence: Readonly<Record<string, CountingRules>> = {
  ...Object.fromEntries(
    Object.entries(ruleSets).filter(([, { approval = [], quorum = [], quorumCounts = "present" }]) =>
      [...approval, ...quorum].some(({ threshold }) => threshold.base === "present" || quorumCounts === "present"),
    ),
  ),
  "owners, general": ruleSets["owners, general"] ?? {},
  "heads of those present, area of all": {
    quorum: [atLeast("1/2", "members")],
    approval: [moreThan("1/2", "present"), moreThan("1/3", "members", "area")],
  },
  "a quorum of area": {
    quorum: [atLeast("1/2", "members", "area")],
    approval: [moreThan("1/2", "valid")],
  },
}

/** Rules that read who is there by their area; of these some flips are not told though they are so whoever is there. */
const byAreaOfPresent = ["area of those present", "a quorum of area"]

const cases = Object.entries(weighing).flatMap(([weights, each]) => {
  const worlds = sameNumber(each)
  return Object.entries(readingPresence).map(([name, rules]) => [name, weights, rules, worlds] as const)
})

describe("an oracle that tries everybody who may have been counted", () => {
  it.each(cases)("TALLY-14 judges as everybody does who may be right, or not at all: %s, %s", (_, __, rules, all) => {
    const asked = decisionRules(rules)
    const wrong = all.find((worlds) => {
      const ours = countedIn(worlds[0] ?? [], rules)
      return isOpen(ours) ? ours.passes : worlds.some((people) => passesByHand(asked, people) !== ours.passes)
    })
    expect(wrong).toBeUndefined()
  })

  it.each(cases)("TALLY-15 tells what is so whoever was counted: %s, %s", (name, weights, rules, all) => {
    const asked = decisionRules(rules)
    const isWrong = (ours: Judgement["flips"]) => (people: People) => {
      const theirs = flipsByHand(asked, people)
      if (weights === alike && !byAreaOfPresent.includes(name)) return JSON.stringify(ours) !== JSON.stringify(theirs)
      return ours.some(({ change, voters: count }) => {
        const least = theirs.find((one) => one.change === change)?.voters ?? Number.POSITIVE_INFINITY
        return weights === uneven ? count < least : count !== least
      })
    }
    const wrong = all.find((worlds) => {
      const ours = countedIn(worlds[0] ?? [], rules)
      return !isOpen(ours) && worlds.some(isWrong(ours.flips))
    })
    expect(wrong).toBeUndefined()
  })
})
