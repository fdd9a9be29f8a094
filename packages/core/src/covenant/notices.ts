import type { Notice, Recipient } from "../kernel/notice.ts"
import type { CovenantEvent } from "./events.ts"

/** Everybody whom the covenant is for. */
const everybody: ReadonlyArray<Recipient> = [{ _tag: "AllUnits" }]

const drafter: Recipient = { _tag: "Post", post: "drafter" }
const secretary: Recipient = { _tag: "Post", post: "secretary" }

const tell = (template: string, to: ReadonlyArray<Recipient>, data: Notice["data"]): ReadonlyArray<Notice> => [
  { template, to, data },
]

/**
 * Who must be told of an event: everybody when a text lies open, goes to a body, comes into force or ends; the drafters of what
 * became of it; the secretary of what must be filed. Nobody is named.
 */
export const notices = (event: CovenantEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "CommentsOpened":
      return tell("covenant-comments-opened", everybody, { round: event.round.round, until: event.round.until })
    case "CommentsClosed":
      return tell("covenant-comments-closed", [drafter], { round: event.round, on: event.on })
    case "DraftSubmitted":
      return tell("covenant-submitted", everybody, { revision: event.revision, on: event.on })
    case "DraftReturned":
      return tell("covenant-draft-returned", [drafter], { because: event.because, on: event.on })
    case "VersionAdopted":
      return tell("covenant-adopted", [drafter, secretary], {
        version: event.version,
        decidedOn: event.decidedOn,
        fileBy: event.filing.lastDay,
      })
    case "VersionBroughtIntoForce":
      return tell("covenant-in-force", everybody, { version: event.version, from: event.from })
    case "FilingReminded":
      return tell("covenant-filing-due", [secretary], { version: event.version, lastDay: event.lastDay })
    case "CorrectionOrdered":
      return tell("covenant-correction-ordered", [drafter, secretary], {
        version: event.given.version,
        by: event.given.by,
        reason: event.given.reason,
      })
    case "OrderLifted":
      return tell("covenant-order-lifted", [drafter, secretary], { reason: event.reason, on: event.on })
    case "CovenantRepealed":
      return tell("covenant-repealed", everybody, { from: event.from })
    default:
      return []
  }
}
