import type { BoxCount } from "../../circumstances.ts"
import type { Sitting, Tally, Voter, Weight } from "../../model.ts"
import type { Mark } from "./count-ballots.ts"
import { votesByHand, votesIn, votesInBox } from "./unnamed-votes.ts"
import { type Bloc, blocsOf, minus, nameless, plus, weightOf } from "./weight.ts"

/** What a turnout reads of a sitting. */
export type Attended = Pick<Sitting, "roll" | "recusals" | "present" | "presentCount" | "counted">

/** What was cast: by whom, and what lies in the box where that is secret. */
export interface CastVotes {
  readonly marks: ReadonlyMap<string, Mark>
  readonly box: ReadonlyArray<BoxCount>
}

/** Everybody on the roll by what they did; the silent apart, by whether they are there. */
export interface Turnout {
  readonly members: Weight
  readonly entitled: Weight
  /** Where only a number of those present is known, its area is that of those who voted under their names, and no more. */
  readonly present: Weight
  /** The most area that those present can have, where only their number is known; without it the area is exact. */
  readonly presentAreaAtMost?: number | undefined
  /** Everybody whose ballot is counted, void ones and those in the box included. */
  readonly cast: Weight
  readonly for: ReadonlyArray<Bloc>
  readonly against: ReadonlyArray<Bloc>
  readonly abstain: ReadonlyArray<Bloc>
  readonly silentHere: ReadonlyArray<Bloc>
  readonly silentAbsent: ReadonlyArray<Bloc>
  /** The silent of whom nobody knows whether they are there: only that all who are there have as many heads as are present. */
  readonly silentSomewhere?: ReadonlyArray<Bloc> | undefined
}

const total = (voters: ReadonlyArray<Voter>): Weight => weightOf(blocsOf(voters))

/** A voter who was entered twice stands on the roll as entered last. */
const membersOf = (roll: ReadonlyArray<Voter>): ReadonlyArray<Voter> => [
  ...new Map(roll.map((voter) => [voter.voter, voter])).values(),
]

/** Those entitled, by what counting knows of them. */
const entitledOf = ({ present, recusals }: Attended, members: ReadonlyArray<Voter>, { marks }: CastVotes) => {
  const recused = new Set(recusals.map(({ voter }) => voter))
  const there = new Set(present)
  const entitled = members.filter(({ voter }) => !recused.has(voter))
  const silent = entitled.filter(({ voter }) => !marks.has(voter))
  return {
    entitled,
    voted: entitled.filter(({ voter }) => marks.has(voter)),
    here: silent.filter(({ voter }) => there.has(voter)),
    absent: silent.filter(({ voter }) => !there.has(voter)),
  }
}

type Entitled = ReturnType<typeof entitledOf>

/** Whoever cast a ballot is present, wherever from: presence is never below the ballots cast. */
const presentOf = ({ presentCount }: Attended, { here, voted }: Entitled, cast: Weight): Weight => {
  if (presentCount !== null) return { heads: Math.max(presentCount, cast.heads), area: cast.area }
  const { area, heads } = plus(total(voted), total(here))
  return { heads: Math.max(heads, cast.heads), area }
}

/** The silent. Votes without names leave silent heads without names; a number of those present does not say who they are. */
const silentOf = (
  { counted, presentCount }: Attended,
  { absent, entitled, here }: Entitled,
  { cast, present }: Pick<Turnout, "cast" | "present">,
): Pick<Turnout, "silentHere" | "silentAbsent" | "silentSomewhere"> => {
  if (counted !== null)
    return {
      silentHere: nameless(present.heads - cast.heads),
      silentAbsent: nameless(total(entitled).heads - present.heads),
    }
  if (presentCount === null) return { silentHere: blocsOf(here), silentAbsent: blocsOf(absent) }
  return { silentHere: [], silentAbsent: [], silentSomewhere: blocsOf([...here, ...absent]) }
}

/** With a number alone: the area of those who voted, and of all who may be among the others there. */
const areaAtMost = (
  { presentCount }: Attended,
  { absent, here, voted }: Entitled,
  present: Weight,
): Pick<Turnout, "presentAreaAtMost"> => {
  if (presentCount === null) return {}
  const isAnybodyElse = present.heads > total(voted).heads
  const others = [...here, ...absent].filter(({ heads }) => isAnybodyElse || heads === 0)
  return { presentAreaAtMost: present.area + total(others).area }
}

/** Who did what, from the roll as it was frozen and the ballots that are counted. Rules TALLY-6 and TALLY-7. */
export const turnoutOf = (sitting: Attended, votes: CastVotes): Turnout => {
  const members = membersOf(sitting.roll)
  const known = entitledOf(sitting, members, votes)
  const byHand = votesByHand(sitting)
  const inBox = votesInBox(votes.box)
  const cast = plus(total(known.voted), { heads: votesIn(byHand), area: 0 })
  const present = presentOf(sitting, known, cast)
  const choosing = (choice: "for" | "against" | "abstain"): ReadonlyArray<Bloc> => [
    ...blocsOf(known.voted.filter(({ voter }) => votes.marks.get(voter) === choice)),
    ...nameless(byHand[choice] + inBox[choice]),
  ]
  return {
    ...{ members: total(members), entitled: total(known.entitled), present, cast },
    ...{ for: choosing("for"), against: choosing("against"), abstain: choosing("abstain") },
    ...areaAtMost(sitting, known, present),
    ...silentOf(sitting, known, { cast, present }),
  }
}

/** What a turnout comes to: valid ≤ cast ≤ present, and cast + silent = entitled. Rule TALLY-6. */
export const tallyOf = ({ cast, entitled, members, present, ...turnout }: Turnout): Tally => {
  const chosen = { for: weightOf(turnout.for), against: weightOf(turnout.against), abstain: weightOf(turnout.abstain) }
  const valid = plus(plus(chosen.for, chosen.against), chosen.abstain)
  return { members, entitled, present, cast, valid, ...chosen, silent: minus(entitled, cast) }
}
