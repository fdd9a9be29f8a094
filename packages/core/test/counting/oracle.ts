// Counts again, written from the README of deliberation and not from its code: every voter is an object, every share is held
// by adding up, and what would have turned an outcome is found by trying every choice of voters. Slow, and meant to be.
import type { AskedThreshold, TallyRules } from "../../src/deliberation/rules/index.ts"
import type { Base, Measure } from "../../src/kernel/arithmetic.ts"

/** What somebody on the roll did. `silent` may be there or not; whoever cast a ballot is there. */
export interface Person {
  readonly name: string
  readonly heads: number
  readonly area: number
  readonly did: "for" | "against" | "abstain" | "void" | "silent"
  readonly here: boolean
  readonly recused?: boolean
}

type People = ReadonlyArray<Person>

const takesPart = (person: Person): boolean => person.recused !== true
const cast = (person: Person): boolean => takesPart(person) && person.did !== "silent"
const isThere = (person: Person): boolean => takesPart(person) && (person.here || person.did !== "silent")
const isSilent = (person: Person): boolean => takesPart(person) && person.did === "silent"
const isValid = (person: Person): boolean => cast(person) && person.did !== "void"
const isFor = (person: Person): boolean => takesPart(person) && person.did === "for"
const isAgainst = (person: Person): boolean => takesPart(person) && person.did === "against"

const policyOf = (rules: TallyRules) => rules.silence?.policy ?? "not-participating"
const clauseOf = (rules: TallyRules) => rules.silence?.clause ?? null

/** TALLY-8. */
const belongs = (base: Base, silentToo: boolean): ((person: Person) => boolean) => {
  const bases: Record<Base, (person: Person) => boolean> = {
    members: () => true,
    "whole-estate": () => true,
    entitled: takesPart,
    present: isThere,
    cast,
    valid: isValid,
    participating: (person) => cast(person) || (silentToo && isSilent(person)),
  }
  return bases[base]
}

const total = (people: People, measure: Measure): number => {
  let sum = 0
  for (const person of people) sum += person[measure]
  return sum
}

/** TALLY-13: more are for it than against it, in everything that an approval counts. */
const majorityIsFor = (rules: TallyRules, people: People): boolean => {
  for (const { threshold } of rules.approval) {
    const pro = total(people.filter(isFor), threshold.measure)
    const con = total(people.filter(isAgainst), threshold.measure)
    if (pro <= con) return false
  }
  return true
}

/** TALLY-9. */
const quorumPeople = (rules: TallyRules, people: People): People =>
  people.filter((rules.quorumCounts ?? "present") === "present" ? isThere : cast)

/** TALLY-10, TALLY-12 and TALLY-13. */
const approvingPeople = (rules: TallyRules, people: People, base: Base): People => {
  const follow =
    base === "participating" &&
    policyOf(rules) === "follow-majority" &&
    clauseOf(rules) !== null &&
    majorityIsFor(rules, people)
  return people.filter((person) => isFor(person) || (follow && isSilent(person)))
}

/** `count / of ≥ n / d`, by adding `count` up d times and `of` n times; a count of nobody is never enough. */
export const isEnough = ({ threshold }: AskedThreshold, count: number, of: number): boolean => {
  if (count === 0) return false
  let left = 0n
  for (let time = 0; time < Number(threshold.share.denominator); time += 1) left += BigInt(count)
  let right = 0n
  for (let time = 0; time < Number(threshold.share.numerator); time += 1) right += BigInt(of)
  return threshold.comparison === "at-least" ? left >= right : left > right
}

const weighed = (people: People, counted: People, isOfBase: (person: Person) => boolean, measure: Measure) => ({
  count: total(counted.filter(isOfBase), measure),
  of: total(people.filter(isOfBase), measure),
})

/** How many count, of how many, for a quorum: of the base alone, and nobody by silence. */
const heldQuorum = (rules: TallyRules, people: People, { threshold: { base, measure } }: AskedThreshold) =>
  weighed(people, quorumPeople(rules, people), belongs(base, false), measure)

/** The same for an approval, where the silent may take part. */
const heldApproval = (rules: TallyRules, people: People, { threshold: { base, measure } }: AskedThreshold) => {
  const isOfBase = belongs(base, policyOf(rules) !== "not-participating")
  return weighed(people, approvingPeople(rules, people, base), isOfBase, measure)
}

/** What came of each threshold, quorums before approvals. */
export const heldAll = (rules: TallyRules, people: People) => [
  ...(rules.quorum ?? []).map((asked) => ({ asked, ...heldQuorum(rules, people, asked) })),
  ...rules.approval.map((asked) => ({ asked, ...heldApproval(rules, people, asked) })),
]

/** TALLY-11. */
export const passesByHand = (rules: TallyRules, people: People): boolean =>
  rules.approval.length > 0 && heldAll(rules, people).every(({ asked, count, of }) => isEnough(asked, count, of))

/** TALLY-6. */
export const tallyByHand = (people: People) => {
  const weigh = (group: People) => ({ heads: total(group, "heads"), area: total(group, "area") })
  return {
    members: weigh(people),
    entitled: weigh(people.filter(takesPart)),
    present: weigh(people.filter(isThere)),
    cast: weigh(people.filter(cast)),
    valid: weigh(people.filter(isValid)),
    for: weigh(people.filter(isFor)),
    against: weigh(people.filter(isAgainst)),
    abstain: weigh(people.filter((person) => takesPart(person) && person.did === "abstain")),
    silent: weigh(people.filter(isSilent)),
  }
}

interface Change {
  readonly change: string
  readonly when: "passed" | "failed" | "either"
  readonly can: (person: Person) => boolean
  readonly becomes: (person: Person) => Person
}

/** TALLY-15. */
const changes: ReadonlyArray<Change> = [
  {
    change: "others-vote-for",
    when: "failed",
    can: (person) => takesPart(person) && (person.did === "against" || person.did === "abstain"),
    becomes: (person) => ({ ...person, did: "for" }),
  },
  {
    change: "silent-vote-for",
    when: "failed",
    can: isSilent,
    becomes: (person) => ({ ...person, did: "for", here: true }),
  },
  {
    change: "silent-vote-against",
    when: "passed",
    can: isSilent,
    becomes: (person) => ({ ...person, did: "against", here: true }),
  },
  { change: "for-vote-against", when: "passed", can: isFor, becomes: (person) => ({ ...person, did: "against" }) },
  {
    change: "more-come",
    when: "either",
    can: (person) => isSilent(person) && !person.here,
    becomes: (person) => ({ ...person, here: true }),
  },
]

/** How many voters a choice has, a bit for each. */
const bits = (choice: number): number => (choice === 0 ? 0 : (choice & 1) + bits(choice >> 1))

/** Every choice of those who can make the change is tried; the fewest voters that turn the outcome are told. */
export const flipsByHand = (rules: TallyRules, people: People): ReadonlyArray<{ change: string; voters: number }> => {
  const passed = passesByHand(rules, people)
  return changes.flatMap(({ becomes, can, change, when }) => {
    if (when !== "either" && (when === "passed") !== passed) return []
    const able = people.filter(can)
    let fewest = Number.POSITIVE_INFINITY
    for (let choice = 1; choice < 2 ** able.length; choice += 1) {
      const size = bits(choice)
      if (size >= fewest) continue
      const chosen = new Set(able.filter((_, place) => (choice & (1 << place)) !== 0))
      const after = people.map((person) => (chosen.has(person) ? becomes(person) : person))
      if (passesByHand(rules, after) !== passed) fewest = size
    }
    return Number.isFinite(fewest) ? [{ change, voters: fewest }] : []
  })
}
