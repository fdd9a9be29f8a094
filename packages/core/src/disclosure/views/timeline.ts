import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DisclosureEvent } from "../events.ts"

/** One day on which something happened to a disclosure that everybody may see. It names no people. */
export interface DisclosureEntry {
  /** The day on which it happened; it may have been entered later. */
  readonly on: CivilDate
  readonly what: DisclosureEvent["_tag"]
  readonly channel: string | null
  readonly objection: string | null
  /** The last day of the period after this, where one runs. */
  readonly lastDay: CivilDate | null
  /** The reason that was given. */
  readonly because: string | null
}

const entry = (event: DisclosureEvent, more: Partial<DisclosureEntry> = {}): DisclosureEntry => ({
  on: event.on,
  what: event._tag,
  channel: null,
  objection: "objection" in event ? event.objection : null,
  lastDay: "period" in event ? (event.period?.lastDay ?? null) : null,
  because: null,
  ...more,
})

const entryOf = (event: DisclosureEvent): DisclosureEntry => {
  switch (event._tag) {
    case "DisclosurePosted":
      return entry(event, { on: event.posting.on, channel: event.posting.channel })
    case "PostingTakenDown": {
      const { channel, takenDown } = event
      return entry(event, { on: takenDown.on, channel, because: takenDown.reason })
    }
    case "HangingConfirmed":
      return entry(event, { channel: event.channel, because: event.reason })
    case "ObjectionRaised":
      return entry(event, { on: event.receivedOn })
    case "DisclosureAbandoned":
      return entry(event, { because: event.reason })
    default:
      return entry(event)
  }
}

/** What happened to a disclosure, in the order in which it was entered. */
export const timeline: Projection<ReadonlyArray<DisclosureEntry>, DisclosureEvent> = {
  initial: [],
  evolve: (entries, event) => [...entries, entryOf(event)],
}
