import type { Conference, ConferenceEvent } from "@jinlin/core/joint-conference"
import { type CivilDate, daysBetween } from "@jinlin/core/kernel/arithmetic"
import * as fc from "fast-check"
import type { Told } from "../story.ts"
import { type ConferenceLaw, firstFault, storiesOf } from "./law.ts"

/** Each step of a meeting as a letter, so that its course is a word. */
const letters: Readonly<Partial<Record<ConferenceEvent["_tag"], string>>> = {
  MeetingScheduled: "s",
  MeetingNoticed: "n",
  MeetingFoundQuorate: "q",
  MeetingFoundInquorate: "i",
  MeetingReconvened: "r",
  MeetingAdjourned: "a",
  MeetingCancelled: "c",
  MeetingHeld: "h",
  MinutesFiled: "m",
  MeetingSettled: "t",
}

/** scheduled, noticed, (inquorate, called once more,) quorate, held, minuted, settled; or cancelled, or adjourned. */
const lawful = /^s(c|n(c|q(h(m(t)?)?)?|i(a|r(c|q(h(m(t)?)?)?|i(a)?)?)?)?)?$/

const courses = (told: Told): ReadonlyMap<string, string> => {
  const words = new Map<string, string>()
  for (const event of told.history) {
    const letter = letters[event._tag]
    if (letter !== undefined && "meeting" in event) words.set(event.meeting, (words.get(event.meeting) ?? "") + letter)
  }
  return words
}

/** How many days before the due day the reminder goes out, by the policy that judged the meeting. */
const earlyDays = ({ meetings }: Conference, resolution: string): number =>
  meetings.find(({ actions }) => actions.some((action) => action.resolution === resolution))?.frozen?.policy
    .actionReminderDays ?? 0

const fullDays = (from: CivilDate, to: CivilDate): number => daysBetween(from, to) - 1

/** Laws on the course of a meeting and on what follows from it. */
export const courseLaws: ReadonlyArray<ConferenceLaw> = [
  {
    id: "CONFERENCE-6",
    says: "Between the notice and its meeting lie at least as many full days as the policy of the day of the notice says; between calling an inquorate meeting once more and that day, as many as its rule for that says.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(told.chapters, ({ before, events, now }) =>
        firstFault(events, (event) => {
          if (event._tag === "MeetingNoticed")
            return fullDays(event.noticedOn, event.on) < event.policy.noticeDays && `${event.noticedOn} for ${event.on}`
          if (event._tag !== "MeetingReconvened") return undefined
          const rule = before.meetings.find(({ meeting }) => meeting === event.meeting)?.frozen?.policy.reconvening
          return (
            fullDays(now.civilDate, event.on) < (rule?.noticeDays ?? Number.POSITIVE_INFINITY) && `again on ${event.on}`
          )
        }),
      ),
  },
  {
    id: "CONFERENCE-7",
    says: "An item comes on the agenda before the notice, at least as many full days before the meeting as the policy of that day says, and once.",
    stories: storiesOf({}, ["item", "item", "withdraw", "notice", "wait", "policy"]),
    check: (told) =>
      firstFault(told.chapters, ({ before, events, now }) =>
        firstFault(events, (event) => {
          if (event._tag !== "AgendaItemAdded") return undefined
          const meeting = before.meetings.find((known) => known.meeting === event.meeting)
          const policy = before.policies.filter(({ effectiveFrom }) => effectiveFrom <= now.civilDate).at(-1)?.policy
          if (meeting?.status !== "scheduled" || policy === undefined) return `${event.item} after the notice`
          if (meeting.agenda.some(({ item }) => item === event.item)) return `${event.item} twice`
          return fullDays(now.civilDate, meeting.on) < policy.agendaDays && `${event.item} too late`
        }),
      ),
  },
  {
    id: "CONFERENCE-15",
    says: "Every meeting takes its steps in their order, each once but for one that is called once more, and none after it was settled, cancelled or adjourned; it is called to order on its day and not before its hour.",
    stories: storiesOf(),
    check: (told) =>
      firstFault(courses(told), ([meeting, word]) => !lawful.test(word) && `${meeting} went ${word}`) ??
      firstFault(told.chapters, ({ before, events, now }) =>
        firstFault(events, (event) => {
          if (event._tag !== "MeetingFoundQuorate" && event._tag !== "MeetingFoundInquorate") return undefined
          const meeting = before.meetings.find((known) => known.meeting === event.meeting)
          return (
            (meeting?.on !== now.civilDate || meeting.minuteOfDay > now.minuteOfDay) && `called on ${now.civilDate}`
          )
        }),
      ),
  },
  {
    id: "CONFERENCE-16",
    says: "What an inquorate meeting is put off to is a new meeting with the same agenda; only a meeting whose policy has a rule for it is called once more, and then once, with nobody there yet.",
    stories: storiesOf({}, ["adjourn", "adjourn", "reconvene", "reconvene", "attend", "wait"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, before, events }) =>
        firstFault(events, (event) => {
          if (event._tag === "MeetingReconvened") {
            const old = before.meetings.find(({ meeting }) => meeting === event.meeting)
            const next = after.meetings.find(({ meeting }) => meeting === event.meeting)
            const rule = old?.frozen?.policy.reconvening ?? null
            return (old?.reconvened !== false || rule === null || next?.attendance.length !== 0) && "called once more"
          }
          if (event._tag !== "MeetingAdjourned") return undefined
          const old = before.meetings.find(({ meeting }) => meeting === event.meeting)
          const next = after.meetings.find(({ meeting }) => meeting === event.into)
          const known = [...before.meetings, ...before.closed].some(({ meeting }) => meeting === event.into)
          return (known || JSON.stringify(old?.agenda) !== JSON.stringify(next?.agenda)) && `put off to ${event.into}`
        }),
      ),
  },
  {
    id: "CONFERENCE-17",
    says: "A meeting is settled as soon as its minutes are filed and nothing that it resolved is open, and not before; late minutes are asked for once, and not before they are late.",
    stories: storiesOf(),
    check: (told) => {
      const asked = told.history.filter(({ _tag }) => _tag === "MinutesReminded").map((event) => JSON.stringify(event))
      if (new Set(asked).size < asked.length) return "asked twice"
      return firstFault(
        told.chapters,
        ({ after, before, events, now }) =>
          firstFault(
            after.meetings,
            (meeting) =>
              meeting.status === "minuted" &&
              meeting.actions.every(({ closed }) => closed) &&
              `${meeting.meeting} is not settled`,
          ) ??
          firstFault(events, (event) => {
            if (event._tag === "MinutesReminded") {
              const held = told.history.find((one) => one._tag === "MeetingHeld" && one.meeting === event.meeting)
              const late = held?._tag === "MeetingHeld" ? held.minutesBefore : now.civilDate
              return now.civilDate < late && `asked for on ${now.civilDate}`
            }
            if (event._tag !== "MeetingSettled") return undefined
            const meeting = before.meetings.find((known) => known.meeting === event.meeting)
            const closing = events.flatMap((one) => (one._tag === "ActionClosed" ? [one.resolution] : []))
            const open =
              meeting?.actions.filter(({ closed, resolution }) => !closed && !closing.includes(resolution)) ?? []
            return open.length > 0 && `${event.meeting} is settled too early`
          }),
      )
    },
  },
  {
    id: "CONFERENCE-18",
    says: "Of each thing to be done the due day only moves on; it is reminded of at most once for each stage and due day, never before its time, and not at all once it is closed; it is closed at most once.",
    stories: storiesOf({}, [
      "finish",
      "extend",
      "extend",
      "reassign",
      "remind",
      "remind",
      "remind",
      "wait",
      "wait",
      "merge",
    ]),
    check: (told) => {
      const seen = new Set<string>()
      const closed = new Set<string>()
      return firstFault(told.chapters, ({ before, events, now }) =>
        firstFault(events, (event) => {
          if (event._tag === "ActionExtended") return event.dueOn <= event.before && `${event.dueOn} is not later`
          if (event._tag !== "ActionReminded" && event._tag !== "ActionClosed") return undefined
          const key = JSON.stringify({ ...event, unit: null })
          if (closed.has(event.resolution) || seen.has(key)) return `${event._tag} once too often`
          seen.add(key)
          if (event._tag === "ActionClosed") closed.add(event.resolution)
          if (event._tag !== "ActionReminded") return undefined
          const days = earlyDays(before, event.resolution)
          const early =
            event.stage === "overdue" ? now.civilDate <= event.dueOn : daysBetween(now.civilDate, event.dueOn) > days
          return early && `${event.stage} on ${now.civilDate}, due on ${event.dueOn}`
        }),
      )
    },
  },
  {
    id: "CONFERENCE-19",
    says: "While the policy stays the same and no meeting is called once more, a period that was noted as missed saw no meeting and never will, each is noted once, and the next begins where it ended.",
    stories: storiesOf({ reconvening: fc.constant(null) }, [
      "wait",
      "wait",
      "missing",
      "missing",
      "cancel",
      "adjourn",
      "item",
    ]),
    check: (told) => {
      const missed = told.history.flatMap((event) => (event._tag === "MeetingFoundMissing" ? [event] : []))
      const held = told.history.flatMap((event) => (event._tag === "MeetingHeld" ? [event.heldOn] : []))
      const wrongOrder = firstFault(missed.entries(), ([index, { before, next }]) => {
        const following = missed[index + 1]
        const resumed = following !== undefined && following.since === missed[index]?.since
        return (next.before <= before || (resumed && following.before !== next.before)) && `after ${before}`
      })
      return (
        wrongOrder ??
        firstFault(missed, ({ before, since }) => {
          const previous = missed.filter((one) => one.since === since && one.before < before).at(-1)?.before ?? since
          const found = held.find((day) => day > since && day >= previous && day < before)
          return found !== undefined && `a meeting was held on ${found}, before ${before}`
        })
      )
    },
  },
]
