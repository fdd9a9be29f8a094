import type { ArrivedBallot, NamedVotes, Sitting } from "../../src/deliberation/index.ts"
import type { Arrived } from "../../src/deliberation/rules/index.ts"
import type { Person } from "./oracle.ts"
import {
  atLeast,
  ballot,
  type CountingRules,
  moreThan,
  named,
  nothingArrived,
  sitting,
  voidBallot,
  voter,
} from "./sittings.ts"

const clause = "Covenant, article 12"

/** Rules of many kinds: those of the laws, and others that ask for what no law asks. */
export const ruleSets: Readonly<Record<string, CountingRules>> = {
  "representatives' meeting": { quorum: [atLeast("2/3", "members")], approval: [moreThan("1/2", "present")] },
  "residents' assembly": { quorum: [moreThan("1/2", "members")], approval: [moreThan("1/2", "present")] },
  "election by representatives": {
    quorum: [moreThan("2/3", "members")],
    quorumCounts: "participating",
    approval: [moreThan("1/2", "cast")],
  },
  "owners, general": {
    quorum: [atLeast("2/3", "whole-estate"), atLeast("2/3", "whole-estate", "area")],
    quorumCounts: "participating",
    approval: [moreThan("1/2", "participating"), moreThan("1/2", "participating", "area")],
  },
  "owners, special": {
    quorum: [atLeast("2/3", "whole-estate"), atLeast("2/3", "whole-estate", "area")],
    quorumCounts: "participating",
    approval: [atLeast("3/4", "participating"), atLeast("3/4", "participating", "area")],
  },
  unanimity: { approval: [atLeast("1", "entitled")] },
  "more than half of the valid": { approval: [moreThan("1/2", "valid")] },
  "half of all": { quorum: [atLeast("2/3", "members")], approval: [atLeast("1/2", "members")] },
  "area alone": { approval: [moreThan("1/2", "cast", "area")] },
  "area of those present": { approval: [moreThan("1/2", "present", "area"), moreThan("1/3", "entitled")] },
  "the silent follow, of all": {
    quorum: [moreThan("1/2", "members")],
    quorumCounts: "participating",
    approval: [moreThan("1/2", "participating"), moreThan("1/2", "participating", "area")],
    silence: { policy: "follow-majority", clause },
  },
  "the silent follow, of those present": {
    quorum: [atLeast("1/2", "entitled")],
    approval: [atLeast("2/3", "present")],
    silence: { policy: "follow-majority", clause },
  },
  "the silent follow, of the valid": {
    approval: [atLeast("2/3", "valid"), atLeast("1/2", "entitled")],
    silence: { policy: "follow-majority", clause },
  },
  "the silent follow without a clause": {
    quorum: [moreThan("1/2", "members")],
    quorumCounts: "participating",
    approval: [moreThan("1/3", "participating")],
    silence: { policy: "follow-majority", clause: null },
  },
  "the silent abstain": {
    quorum: [moreThan("1/2", "members")],
    quorumCounts: "participating",
    approval: [moreThan("1/3", "participating")],
    silence: { policy: "abstain", clause },
  },
  "a quorum of those who came": { quorum: [atLeast("2/3", "cast")], approval: [moreThan("1/2", "cast")] },
}

/** What one of an electorate may have done. */
export const deeds: ReadonlyArray<Pick<Person, "did" | "here">> = [
  { did: "for", here: true },
  { did: "against", here: true },
  { did: "abstain", here: true },
  { did: "silent", here: false },
  { did: "void", here: true },
  { did: "silent", here: true },
]

/** Every electorate of so many, each of whom did one of the first so many deeds. Areas are by place. */
export function* electorates(
  size: number,
  kinds: number,
  areas: ReadonlyArray<number>,
): Generator<ReadonlyArray<Person>> {
  for (let number = 0; number < kinds ** size; number += 1) {
    let rest = number
    const people: Array<Person> = []
    for (let place = 0; place < size; place += 1) {
      const deed = deeds[rest % kinds]
      rest = Math.floor(rest / kinds)
      if (deed !== undefined) people.push({ name: `v${place + 1}`, heads: 1, area: areas[place] ?? 0, ...deed })
    }
    yield people
  }
}

/** Of every electorate one in which those who did the same stand together: enough where all weigh the same. */
export function* countsOf(size: number, kinds: number): Generator<ReadonlyArray<Person>> {
  for (const people of electorates(size, kinds, [])) {
    const order = people.map((person) => deeds.findIndex(({ did, here }) => did === person.did && here === person.here))
    if (order.every((deed, place) => place === 0 || (order[place - 1] ?? 0) <= deed)) yield people
  }
}

const byName = (people: ReadonlyArray<Person>): NamedVotes => {
  const who = (did: Person["did"]) => people.filter((person) => person.did === did).map(({ name }) => name)
  const torn = who("void").map((name) => ({ voter: name, reason: "torn" }))
  return named({ for: who("for"), against: who("against"), abstain: who("abstain"), void: torn })
}

const online = (people: ReadonlyArray<Person>): ReadonlyArray<ArrivedBallot> =>
  people.flatMap(({ did, name }) => {
    if (did === "silent") return []
    return did === "void" ? [voidBallot(name)] : [ballot(name, did)]
  })

/** The sitting in which these people did what they did: all of them taken down, or voting online, or some so and some so. */
export const sittingOf = (
  people: ReadonlyArray<Person>,
  rules: CountingRules,
  onPaper: (place: number) => boolean = () => true,
): { readonly sitting: Sitting; readonly arrived: Arrived } => {
  const present = people.filter(({ did, here }) => here && did === "silent").map(({ name }) => name)
  const recusals = people
    .filter((one) => one.recused === true)
    .map(({ name }) => ({ voter: name, reason: "neighbour" }))
  return {
    sitting: sitting(rules, {
      roll: people.map(({ area, heads, name }) => voter(name, { heads, area })),
      recusals,
      present,
      named: byName(people.filter((_, place) => onPaper(place))),
    }),
    arrived: { ...nothingArrived, ballots: online(people.filter((_, place) => !onPaper(place))) },
  }
}
