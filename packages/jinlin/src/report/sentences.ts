import type { DeliberationEvent } from "@jinlin/core/deliberation"
import { membersOf } from "@jinlin/core/joint-conference"
import type { Entry } from "../journal/story.ts"
import type { Bunch } from "./bunches.ts"
import type { Voice } from "./voice.ts"

/** What a sentence is made with besides what happened. */
export interface Telling {
  readonly rolls: Rolls
  readonly voice: Voice
  /** Outcomes of which it is not told how many chose what. */
  readonly withheld: ReadonlySet<DeliberationEvent>
}

/** The members on the roll that judges a meeting, by conference and meeting. */
export type Rolls = ReadonlyMap<string, ReadonlyArray<string>>

/** Under which key a meeting stands in the rolls: the ids of two conferences may be alike. */
export const rollKey = (conference: string, meeting: string): string => `${conference} ${meeting}`

/** The roll of each meeting whose notice went out. */
export const rollsIn = (entries: ReadonlyArray<Entry>): Rolls =>
  new Map(
    entries.flatMap(
      ({ conference, event }): ReadonlyArray<readonly [string, ReadonlyArray<string>]> =>
        event._tag === "MeetingNoticed" ? [[rollKey(conference, event.meeting), membersOf(event.roll)]] : [],
    ),
  )

const eventsOf = <Tag extends Entry["event"]["_tag"]>({ entries }: Bunch, tag: Tag) =>
  entries
    .map(({ event }) => event)
    .filter((event): event is Extract<Entry["event"], { readonly _tag: Tag }> => event._tag === tag)

const attendance = (bunch: Bunch, meeting: string, { rolls, voice }: { rolls: Rolls; voice: Voice }): string => {
  const roll = rolls.get(rollKey(bunch.first.conference, meeting)) ?? []
  const came = [
    ...new Set(eventsOf(bunch, "AttendanceRecorded").flatMap((event) => ("unit" in event ? [event.unit] : []))),
  ]
  const units = came.filter((unit) => roll.includes(unit))
  const observers = came.filter((unit) => !roll.includes(unit))
  return voice.say("report.attendance", { meeting, units, count: units.length, of: roll.length, observers })
}

/** What happened to a matter, in one sentence: who is on a roll and who came is counted, and not listed. */
const ofMatter = ({ entries, first }: Bunch, event: DeliberationEvent, { voice, withheld }: Telling): string => {
  if (withheld.has(event)) return voice.say(`report.withheld.${event._tag}`, { ...event })
  if (event._tag === "RollEntered") {
    const count = entries.reduce((sum, { event: each }) => sum + ("voters" in each ? each.voters.length : 0), 0)
    return voice.say("report.matters.roll-entered", { ...event, count })
  }
  if (event._tag === "AttendanceRecorded")
    return voice.say("report.matters.attendance", { ...event, count: event.present.length })
  return voice.event(first.process, event)
}

/** What happened, in one sentence: the event's own text, or, of several, how many they are and whom they concern. */
export const sentenceOf = (bunch: Bunch, around: Telling): string => {
  const { entries, first } = bunch
  const { voice } = around
  if (first.process === "deliberation") return ofMatter(bunch, first.event, around)
  const { event } = first
  if (event._tag === "AttendanceRecorded") return attendance(bunch, event.meeting, around)
  if (entries.length === 1) return voice.event(first.process, event)
  const count = entries.length
  switch (event._tag) {
    case "UnitAdmitted": {
      const units = eventsOf(bunch, event._tag).map(({ unit }) => unit)
      return voice.say("report.units-admitted", { count, units, capacity: event.capacity })
    }
    case "UnitSeated": {
      const units = eventsOf(bunch, event._tag).map(({ unit }) => unit)
      return voice.say("report.units-seated", { count, units })
    }
    default: {
      const terms = eventsOf(bunch, "TermPublished").map(({ term }) => term.ordinal)
      return voice.say("report.terms-published", { count, terms })
    }
  }
}
