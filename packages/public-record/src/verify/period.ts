import type { Posting } from "@jinlin/core/disclosure"
import { isKept, periodOf, reachesThrough, stretchesOf } from "@jinlin/core/disclosure/rules"
import {
  addDays,
  type CalendarData,
  type CivilDate,
  type CivilDeadline,
  deadlineRule,
  type Moment,
  resolveDeadline,
  type WorkCalendar,
  workCalendar,
} from "@jinlin/core/kernel/arithmetic"
import { digestIn } from "../canonical/digests.ts"
import type { PublicDisclosure, PublicPeriod, PublicPosting } from "../model/disclosure.ts"
import { momentOn } from "./replaying.ts"

/** The beginning of a day. A period of days is the same in every zone and from every minute of its first day. */
const beginningOf = (civilDate: CivilDate): Moment => momentOn(civilDate, 0)

/** A calendar of the record that a period says it was counted by; nothing: the record does not have it, or it is none. */
export const calendarFor = (
  { calendar: { id, version } }: PublicPeriod,
  calendars: ReadonlyArray<CalendarData>,
): WorkCalendar | undefined => {
  const data = calendars.find((one) => one.id === id && one.version === version)
  const read = data === undefined ? undefined : workCalendar(data)
  return read?.ok === true ? read.value : undefined
}

const isSamePeriod = (
  period: PublicPeriod,
  { calendar, end, from, lastDay, provisional, rule, steps }: CivilDeadline,
): boolean => digestIn(period) === digestIn({ from: from.civilDate, lastDay, end, rule, calendar, provisional, steps })

/** The period of a disclosure counted again from its first day: same days, same steps, same end (DISCLOSURE-8). */
const countsAgain = ({ period, rules }: PublicDisclosure, calendar: WorkCalendar): boolean => {
  if (period === null) return true
  const rule = deadlineRule(rules.period.days, "calendar-day", { unpublished: "provisional" })
  const counted = resolveDeadline(rule, beginningOf(period.from), { calendar })
  return counted.ok && counted.value._tag === "CivilDeadline" && isSamePeriod(period, counted.value)
}

/** A posting as the kernel counts it: when it was entered, and by which sheet, makes no difference to a period. */
const hung = ({ takenDown: down, ...posting }: PublicPosting): Posting => ({
  ...{ ...posting, evidence: null, enteredOn: posting.on },
  takenDown: down && { ...down, evidence: null, enteredOn: down.on },
})

/** It stood on every required channel through the whole of its period (DISCLOSURE-7, DISCLOSURE-9). */
const stoodThrough = ({ period, postings, rules }: PublicDisclosure, calendar: WorkCalendar): boolean => {
  if (period === null) return true
  const rule = deadlineRule(rules.period.days, "calendar-day", { unpublished: "provisional" })
  const counted = resolveDeadline(rule, beginningOf(period.from), { calendar })
  if (!counted.ok || counted.value._tag !== "CivilDeadline") return false
  return isKept({ postings: postings.map(hung), channels: rules.required.channels }, counted.value)
}

/** The period counted again from what hung where; one that was corrected may have come down since. Rule RECORD-12. */
export const periodHolds = (known: PublicDisclosure, calendar: WorkCalendar): boolean => {
  if (!countsAgain(known, calendar)) return false
  if (known.status === "superseded") return true
  if (known.period === null || !stoodThrough(known, calendar)) return false
  if (known.status === "completed") return true
  const { postings, rules } = known
  const counted = periodOf({
    postings: postings.map(hung),
    ...{
      channels: rules.required.channels,
      days: rules.period.days,
      calendar,
      now: beginningOf(known.since),
      known: null,
    },
  })
  return counted.ok && counted.value !== null && counted.value.from.civilDate === known.period.from
}

/**
 * What needs no calendar: it lasts as many days as its rules ask for, or longer, ends with its last day, and hung through all of it.
 * One that was corrected may have come down since. Rule RECORD-12.
 */
export const periodCouldBe = ({ period, postings, rules, status }: PublicDisclosure): boolean => {
  if (period === null) return true
  const { end, from, lastDay, rule } = period
  const asked = deadlineRule(rules.period.days, "calendar-day", { unpublished: "provisional" })
  const isLong = digestIn(rule) === digestIn(asked) && lastDay >= addDays(from, rules.period.days)
  const isEnd = end.date === addDays(lastDay, 1) && end.minute === 0
  const { channels } = rules.required
  const hangs = stretchesOf({ postings: postings.map(hung), channels }).some(
    (stretch) => stretch.from <= from && reachesThrough(stretch, lastDay),
  )
  return isLong && isEnd && (status === "superseded" || hangs)
}

/** That no period runs, because it stands on no required channel or not on all of them (DISCLOSURE-7). */
export const noPeriodRuns = ({ postings, rules }: PublicDisclosure): boolean =>
  rules.required.channels.some((channel) => postings.every((one) => one.channel !== channel || one.takenDown !== null))
