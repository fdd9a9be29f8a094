import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Posting } from "../model.ts"

/** Days through which something stood, both ends included; `until` null: it stands. */
export interface Stretch {
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** What stood where, and on which channels it must stand at the same time. */
export interface Posted {
  readonly postings: ReadonlyArray<Posting>
  readonly channels: ReadonlyArray<string>
}

/** The earlier of two ends; a stretch that stands has none. */
const earlierEnd = (one: CivilDate | null, other: CivilDate | null): CivilDate | null => {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** The later of two ends; what stands outlasts every end. */
const laterEnd = (one: CivilDate | null, other: CivilDate | null): CivilDate | null => {
  if (one === null || other === null) return null
  return one < other ? other : one
}

/** A stretch and the next one, as one where it went up again on the day on which it came down or before. */
const joined = (before: ReadonlyArray<Stretch>, next: Stretch): ReadonlyArray<Stretch> => {
  const last = before.at(-1)
  if (last === undefined || (last.until !== null && last.until < next.from)) return [...before, next]
  return [...before.slice(0, -1), { from: last.from, until: laterEnd(last.until, next.until) }]
}

/**
 * When something stood on a channel, wherever and however many times: in order, apart. A posting that goes up on the day on
 * which another comes down takes over from it; on the next day a new stretch begins. Rule DISCLOSURE-9.
 */
export const stretchesOn = (postings: ReadonlyArray<Posting>, channel: string): ReadonlyArray<Stretch> =>
  postings
    .filter((posting) => posting.channel === channel)
    .map(({ on, takenDown }): Stretch => ({ from: on, until: takenDown?.on ?? null }))
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .reduce<ReadonlyArray<Stretch>>(joined, [])

/** The days that lie in a stretch of both lists. */
const shared = (some: ReadonlyArray<Stretch>, others: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> =>
  some.flatMap((one) =>
    others.flatMap((other): ReadonlyArray<Stretch> => {
      const from = one.from < other.from ? other.from : one.from
      const until = earlierEnd(one.until, other.until)
      return until === null || from <= until ? [{ from, until }] : []
    }),
  )

/** When it stood on every one of the channels at the same time; never where none is named. Rule DISCLOSURE-7. */
export const stretchesOf = ({ channels, postings }: Posted): ReadonlyArray<Stretch> => {
  const [first, ...others] = channels.map((channel) => stretchesOn(postings, channel))
  return others.reduce<ReadonlyArray<Stretch>>(shared, first ?? [])
}

/** The channels on which it does not stand. */
export const missingChannels = ({ channels, postings }: Posted): ReadonlyArray<string> =>
  channels.filter((channel) => stretchesOn(postings, channel).every(({ until }) => until !== null))

/**
 * Whether a stretch reaches to the end of a day: what comes down on that day does not, since a day ends at 24:00. Rule
 * DISCLOSURE-9.
 */
export const reachesThrough = ({ until }: Stretch, lastDay: CivilDate): boolean => until === null || until > lastDay
