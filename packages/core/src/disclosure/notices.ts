import type { Notice, Recipient } from "../kernel/notice.ts"
import type { DisclosureEvent } from "./events.ts"

type Of<Tag extends DisclosureEvent["_tag"]> = Extract<DisclosureEvent, { readonly _tag: Tag }>

const checker: Recipient = { _tag: "Post", post: "checker" }
const discloser: Recipient = { _tag: "Post", post: "discloser" }
const overseer: Recipient = { _tag: "Post", post: "overseer" }

const tell = (template: string, to: ReadonlyArray<Recipient>, data: Notice["data"] = {}): ReadonlyArray<Notice> => [
  { template, to, data },
]

/** What hangs where and until when; where it must hang elsewhere too before any period runs, the committee is told. */
const ofPosting = ({ period, posting }: Of<"DisclosurePosted">): ReadonlyArray<Notice> => {
  const { channel, on, place } = posting
  const to = [discloser, overseer]
  return period === null
    ? tell("disclosure-without-period", to, { channel, place, on })
    : tell("disclosure-posted", to, { channel, place, on, lastDay: period.lastDay })
}

/** Before the end of its period what came down must be put up again, or is counted from another day. */
const ofTakingDown = ({ broken, channel, period, takenDown }: Of<"PostingTakenDown">): ReadonlyArray<Notice> => {
  if (!broken) return []
  const { on, reason } = takenDown
  const to = [discloser, overseer]
  return period === null
    ? tell("disclosure-came-down", to, { channel, on, reason })
    : tell("disclosure-counted-anew", to, { channel, on, reason, lastDay: period.lastDay })
}

/** Whoever was told that it came down is told that it did not. */
const ofHanging = ({ channel, period, reason }: Of<"HangingConfirmed">): ReadonlyArray<Notice> =>
  period === null
    ? tell("disclosure-hangs", [discloser, overseer], { channel, reason })
    : tell("disclosure-hangs-on", [discloser, overseer], { channel, reason, lastDay: period.lastDay })

/**
 * Who must be told of an event. No notice says what was objected, or who did; whoever objected learns of the answer where the
 * disclosure hangs, and so does everybody.
 */
export const notices = (event: DisclosureEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "DisclosurePrepared":
      return tell("disclosure-to-check", [checker], { matter: event.matter, preparation: event.preparation })
    case "DisclosureChecked":
      return tell("disclosure-checked", [discloser], { preparation: event.preparation })
    case "DisclosurePosted":
      return ofPosting(event)
    case "PostingTakenDown":
      return ofTakingDown(event)
    case "HangingConfirmed":
      return ofHanging(event)
    case "PeriodRecounted":
      return event.period === null ? [] : tell("disclosure-recounted", [discloser], { lastDay: event.period.lastDay })
    case "ObjectionRaised":
      return tell("objection-raised", [discloser, overseer], { objection: event.objection, on: event.on })
    case "ObjectionAnswered":
      return tell("objection-answered", [overseer], { objection: event.objection, on: event.on })
    case "DisclosureCompleted":
      return tell("disclosure-completed", [discloser, overseer], { lastDay: event.period.lastDay, on: event.on })
    case "DisclosureSuperseded":
      return tell("disclosure-superseded", [discloser, overseer], { by: event.by, on: event.on })
    case "DisclosureAbandoned":
      return []
  }
}
