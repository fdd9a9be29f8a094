import { enteredOn, voterOn } from "../../kernel/roll-places.ts"
import type { DeliberationEvent } from "../events.ts"
import type { ProxyVote, Recusal, Voter, Weight } from "../model.ts"

/**
 * Who stands on the roll of a sitting that is not over, and who came. What they weigh together is carried along, so that no event
 * adds up a long roll anew.
 */
export interface Assembled {
  readonly roll: ReadonlyArray<Voter>
  readonly recusals: ReadonlyArray<Recusal>
  readonly proxies: ReadonlyArray<ProxyVote>
  readonly present: ReadonlyArray<string>
  readonly presentCount: number | null
  /** Who may take part, and of them who came; recused voters are in neither. */
  readonly entitled: Weight
  readonly there: Weight
}

/** Nobody yet. */
export const nobody: Assembled = {
  ...{ roll: [], recusals: [], proxies: [], present: [], presentCount: null },
  ...{ entitled: { heads: 0, area: 0 }, there: { heads: 0, area: 0 } },
}

const named = (voters: ReadonlyArray<{ readonly voter: string }>): ReadonlySet<string> =>
  new Set(voters.map(({ voter }) => voter))

const weightOf = (voters: ReadonlyArray<Voter>): Weight => ({
  heads: voters.reduce((sum, { heads }) => sum + heads, 0),
  area: voters.reduce((sum, { area }) => sum + area, 0),
})

/** What these voters weigh, of those on the roll who are not recused. */
const weightIn = ({ recusals, roll }: Assembled, voters: ReadonlySet<string>): Weight => {
  if (voters.size === 0) return weightOf([])
  const recused = named(recusals.filter(({ voter }) => voters.has(voter)))
  const standing = [...voters].filter((voter) => !recused.has(voter)).map((voter) => voterOn(roll, voter))
  return weightOf(standing.filter((voter) => voter !== undefined))
}

const change = (weight: Weight, { less, more }: { readonly less: Weight; readonly more: Weight }): Weight => ({
  heads: weight.heads + more.heads - less.heads,
  area: weight.area + more.area - less.area,
})

/** The sums after a change that concerns these voters and nobody else. */
const weighed = (before: Assembled, after: Assembled, voters: ReadonlySet<string>): Assembled => {
  const came = ({ present }: Assembled) => new Set(present.filter((voter) => voters.has(voter)))
  return {
    ...after,
    entitled: change(before.entitled, { less: weightIn(before, voters), more: weightIn(after, voters) }),
    there: change(before.there, { less: weightIn(before, came(before)), more: weightIn(after, came(after)) }),
  }
}

/** Those who are there after an event. */
export const assemble = (assembled: Assembled, event: DeliberationEvent): Assembled => {
  const { present, proxies, recusals, roll } = assembled
  switch (event._tag) {
    case "RollEntered":
      return weighed(assembled, { ...assembled, roll: enteredOn(roll, event.voters) }, named(event.voters))
    case "RollStruck": {
      const gone = new Set(event.voters)
      const left = present.filter((voter) => !gone.has(voter))
      return weighed(
        assembled,
        { ...assembled, roll: roll.filter(({ voter }) => !gone.has(voter)), present: left },
        gone,
      )
    }
    case "VoterRecused": {
      const recused = [...recusals, { voter: event.voter, reason: event.reason }]
      return weighed(assembled, { ...assembled, recusals: recused }, new Set([event.voter]))
    }
    case "ProxyGranted":
      return { ...assembled, proxies: [...proxies, { voter: event.voter, by: event.by }] }
    case "ProxyRevoked":
      return { ...assembled, proxies: proxies.filter(({ voter }) => voter !== event.voter) }
    case "AttendanceRecorded":
      return weighed(assembled, { ...assembled, present: [...present, ...event.present] }, new Set(event.present))
    case "HeadcountRecorded":
      return { ...assembled, presentCount: event.present }
    default:
      return assembled
  }
}

/** Who should have come and who did, where nothing was voted on and no tally says so. Recused voters are in neither. */
export const attended = ({
  entitled,
  presentCount,
  there,
}: Assembled): { readonly should: Weight; readonly did: Weight } => ({
  should: entitled,
  did: presentCount === null ? there : { heads: presentCount, area: 0 },
})

/** Those of the roll who take no part. Whoever was struck from it stays recused and is not of it. */
export const recusedOnRoll = ({ recusals, roll }: Pick<Assembled, "recusals" | "roll">): ReadonlyArray<Recusal> => {
  return recusals.filter(({ voter }) => voterOn(roll, voter) !== undefined)
}
