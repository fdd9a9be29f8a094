import type { Disclosure } from "@jinlin/core/disclosure"
import { addDays, type CivilDate, daysBetween, weekday } from "@jinlin/core/kernel/arithmetic"
import { sceneCalendar } from "../scene.ts"
import { type DisclosureLaw, firstFault, same, storiesOf } from "./law.ts"

/** Whether something hung on a channel through the midnight after a day. */
const hungThrough = ({ postings }: Disclosure, channel: string, day: CivilDate): boolean =>
  postings.some((one) => one.channel === channel && one.on <= day && (one.takenDown === null || one.takenDown.on > day))

const isWorked = (day: CivilDate): boolean => {
  const [year] = sceneCalendar.years
  if (year?.work.includes(day) === true) return true
  return weekday(day) <= 5 && year?.off.includes(day) !== true
}

/** Laws on how long it stands. */
export const standingLaws: ReadonlyArray<DisclosureLaw> = [
  {
    id: "DISCLOSURE-7",
    says: "No period runs unless it stands on every required channel, and one runs as soon as it does.",
    stories: storiesOf(["post-online", "post", "down", "down", "wait"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, events }) => {
        const moved = events.some(({ _tag }) => _tag === "DisclosurePosted" || _tag === "PostingTakenDown")
        if (!moved || after.rules === null || after.status !== "posted") return undefined
        const { channels } = after.rules.required
        const stands = (channel: string) =>
          after.postings.some((one) => one.channel === channel && one.takenDown === null)
        const last = after.period?.lastDay
        if (channels.every(stands)) return after.period === null && "it stands everywhere, and no period runs"
        const missing = channels.find((channel) => last !== undefined && !hungThrough(after, channel, last))
        return missing !== undefined && `a period runs to ${last} without ${missing}`
      }),
  },
  {
    id: "DISCLOSURE-8",
    says: "A period lasts as many days as the rules say, its first not counted, and from there on only over rest days to a working day, whose midnight is its end.",
    stories: storiesOf(["post", "post-late", "recount", "wait"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after: { period, rules } }) => {
        if (period === null || rules === null) return undefined
        const { end, from, lastDay } = period
        const counted = addDays(from.civilDate, rules.period.days)
        if (lastDay < counted || !isWorked(lastDay)) return `${from.civilDate} to ${lastDay}`
        if (!same(end, { date: addDays(lastDay, 1), minute: 0 })) return `the end of ${lastDay} is ${end.date}`
        const between = Array.from({ length: daysBetween(counted, lastDay) }, (_, place) => addDays(counted, place))
        const worked = between.find(isWorked)
        return worked !== undefined && `${lastDay}, and ${worked} was worked`
      }),
  },
  {
    id: "DISCLOSURE-9",
    says: "Whatever is completed hung through every midnight of its period on each required channel.",
    stories: storiesOf(["down", "down", "down", "hangs", "post", "post-late", "post-online"]),
    check: (told) =>
      firstFault(told.states.values(), (state) => {
        const { completedOn, period, rules } = state
        if (completedOn === null || period === null || rules === null) return undefined
        const from = period.from.civilDate
        const days = Array.from({ length: daysBetween(from, period.lastDay) + 1 }, (_, place) => addDays(from, place))
        const bare = days.find((day) => rules.required.channels.some((channel) => !hungThrough(state, channel, day)))
        return bare !== undefined && `nothing hung through the midnight of ${bare}`
      }),
  },
]
