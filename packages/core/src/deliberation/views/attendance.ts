import type { DeliberationEvent } from "../events.ts"
import type { ProxyVote, Recusal, Voter, Weight } from "../model.ts"

/** Who stands on the roll of a sitting that is not over, and who came. */
export interface Assembled {
  readonly roll: ReadonlyArray<Voter>
  readonly recusals: ReadonlyArray<Recusal>
  readonly proxies: ReadonlyArray<ProxyVote>
  readonly present: ReadonlyArray<string>
  readonly presentCount: number | null
}

/** Nobody yet. */
export const nobody: Assembled = { roll: [], recusals: [], proxies: [], present: [], presentCount: null }

const entered = (roll: Assembled["roll"], voters: ReadonlyArray<Voter>): Assembled["roll"] => [
  ...new Map([...roll, ...voters].map((voter) => [voter.voter, voter])).values(),
]

/** Those who are there after an event. */
export const assemble = (assembled: Assembled, event: DeliberationEvent): Assembled => {
  const { present, proxies, recusals, roll } = assembled
  switch (event._tag) {
    case "RollEntered":
      return { ...assembled, roll: entered(roll, event.voters) }
    case "RollStruck": {
      const stays = ({ voter }: { readonly voter: string }): boolean => !event.voters.includes(voter)
      const left = present.filter((voter) => !event.voters.includes(voter))
      return { ...assembled, roll: roll.filter(stays), recusals: recusals.filter(stays), present: left }
    }
    case "VoterRecused":
      return { ...assembled, recusals: [...recusals, { voter: event.voter, reason: event.reason }] }
    case "ProxyGranted":
      return { ...assembled, proxies: [...proxies, { voter: event.voter, by: event.by }] }
    case "ProxyRevoked":
      return { ...assembled, proxies: proxies.filter(({ voter }) => voter !== event.voter) }
    case "AttendanceRecorded":
      return { ...assembled, present: [...present, ...event.present] }
    case "HeadcountRecorded":
      return { ...assembled, presentCount: event.present }
    default:
      return assembled
  }
}

const weightOf = (voters: ReadonlyArray<Voter>): Weight => ({
  heads: voters.reduce((sum, { heads }) => sum + heads, 0),
  area: voters.reduce((sum, { area }) => sum + area, 0),
})

/** Who should have come and who did, where nothing was voted on and no tally says so. Recused voters are in neither. */
export const attended = ({
  present,
  presentCount,
  recusals,
  roll,
}: Assembled): { readonly should: Weight; readonly did: Weight } => {
  const recused = new Set(recusals.map(({ voter }) => voter))
  const came = new Set(present)
  const entitled = roll.filter(({ voter }) => !recused.has(voter))
  const there = weightOf(entitled.filter(({ voter }) => came.has(voter)))
  return { should: weightOf(entitled), did: presentCount === null ? there : { heads: presentCount, area: 0 } }
}
