import type { Conference, ConferenceEvent, ConferencePolicy } from "@jinlin/core/joint-conference"
import type { Told } from "../story.ts"

type Of<Tag extends ConferenceEvent["_tag"]> = Extract<ConferenceEvent, { readonly _tag: Tag }>

/** What was known in a meeting when something happened in it, kept by hand from the events and from nothing else. */
export interface Known {
  readonly noticed: Of<"MeetingNoticed">
  readonly reconvened: boolean
  /** By unit, who came for it. */
  readonly arrivals: ReadonlyMap<string, ReadonlySet<"delegate" | "alternate">>
  /** The conference before the command that caused it. */
  readonly before: Conference
}

/** The calls to order and the texts that were put to the vote, each with what was known then. */
export interface Account {
  readonly called: ReadonlyArray<Known & { readonly event: Of<"MeetingFoundQuorate" | "MeetingFoundInquorate"> }>
  readonly put: ReadonlyArray<Known & { readonly event: Of<"ResolutionAdopted" | "ResolutionLost"> }>
  readonly arrived: ReadonlyArray<Known & { readonly event: Of<"AttendanceRecorded"> }>
}

/** Reads a story as a diligent outsider would: only its events, one after the other. */
export const accountOf = (told: Told): Account => {
  const called: Array<Account["called"][number]> = []
  const put: Array<Account["put"][number]> = []
  const arrived: Array<Account["arrived"][number]> = []
  const meetings = new Map<string, Omit<Known, "before">>()
  for (const { before, events } of told.chapters)
    for (const event of events) {
      if (event._tag === "MeetingNoticed")
        meetings.set(event.meeting, { noticed: event, reconvened: false, arrivals: new Map() })
      const known = "meeting" in event ? meetings.get(event.meeting) : undefined
      if (known === undefined || !("meeting" in event)) continue
      if (event._tag === "MeetingReconvened")
        meetings.set(event.meeting, { ...known, reconvened: true, arrivals: new Map() })
      if (event._tag === "AttendanceRecorded") {
        const came = new Set([...(known.arrivals.get(event.unit) ?? []), event.by])
        arrived.push({ ...known, before, event })
        meetings.set(event.meeting, { ...known, arrivals: new Map([...known.arrivals, [event.unit, came]]) })
      }
      if (event._tag === "MeetingFoundQuorate" || event._tag === "MeetingFoundInquorate")
        called.push({ ...known, before, event })
      if (event._tag === "ResolutionAdopted" || event._tag === "ResolutionLost") put.push({ ...known, before, event })
    }
  return { called, put, arrived }
}

/** Whether `count` of `of` is enough, in plain numbers: `count × denominator` against `numerator × of`. */
export const enough = (
  { comparison, share }: ConferencePolicy["majority" | "quorum"],
  count: number,
  of: number,
): boolean => {
  const [reached, asked] = [count * Number(share.denominator), Number(share.numerator) * of]
  return count > 0 && (comparison === "at-least" ? reached >= asked : reached > asked)
}

/** The quorum in force at the notice, for this sitting of the meeting. */
export const quorumInForce = ({ noticed, reconvened }: Known): ConferencePolicy["quorum"] =>
  reconvened && noticed.policy.reconvening !== null ? noticed.policy.reconvening.quorum : noticed.policy.quorum

/** The ids of the members on the roll that the notice froze. */
export const frozenMembers = ({ noticed }: Known): ReadonlyArray<string> =>
  noticed.roll.filter((seat) => seat.capacity === "member").map((seat) => seat.unit)

/** The members that are there: by their delegates, or by their alternates where these count. */
export const there = (known: Known): ReadonlyArray<string> =>
  frozenMembers(known).filter((unit) => {
    const came = known.arrivals.get(unit)
    return came?.has("delegate") || (came?.has("alternate") && known.noticed.policy.alternates !== "never")
  })
