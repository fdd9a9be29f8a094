import type { Citation } from "../../kernel/citation.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Disclosed, Disclosure, DisclosureStatus, Posting, TakenDown } from "../model.ts"

/** A place at which it hangs, or hung. */
export interface PlaceOnBoard {
  readonly number: number
  readonly channel: string
  readonly place: string
  readonly on: CivilDate
  readonly takenDown: TakenDown | null
}

/** An objection on the board: digests of what was said and answered, never by whom. */
export interface ObjectionOnBoard {
  readonly objection: string
  readonly text: string
  /** The day on which it was received, and the day on which it was entered. */
  readonly receivedOn: CivilDate
  readonly on: CivilDate
  readonly answer: string | null
  readonly answeredOn: CivilDate | null
}

/** A disclosure as everybody may see it: it names no people. */
export interface DisclosureCard {
  readonly status: DisclosureStatus
  readonly matter: string
  readonly what: Disclosed
  readonly document: string
  readonly audience: string
  /** Sections in their order; of one that is blacked out the commitment stands for the text. */
  readonly sections: ReadonlyArray<{ readonly name: string; readonly commitment: string; readonly shown: boolean }>
  readonly corrects: string | null
  readonly supersededBy: string | null
  readonly places: ReadonlyArray<PlaceOnBoard>
  /** The days of the period, its first day not counted; null: none runs. */
  readonly period: { readonly from: CivilDate; readonly lastDay: CivilDate; readonly provisional: boolean } | null
  /** For how many days it stands and where that is said; null: it was not up yet. */
  readonly asked: { readonly days: number; readonly citation: Citation } | null
  readonly objections: ReadonlyArray<ObjectionOnBoard>
  readonly completedOn: CivilDate | null
}

const onBoard = ({ channel, number, on, place, takenDown }: Posting): PlaceOnBoard => ({
  number,
  channel,
  place,
  on,
  takenDown,
})

/** What stands where until when, with objections and answers; null while nothing was ever put up. Rule DISCLOSURE-19. */
export const publicCard = (disclosure: Disclosure): DisclosureCard | null => {
  const { audience, completedOn, corrects, document, matter, period, postings, rules, what } = disclosure
  if (postings.length === 0 || matter === null || what === null || document === null || audience === null) return null
  return {
    status: disclosure.status,
    ...{ matter, what, document, audience, corrects, completedOn },
    sections: disclosure.sections,
    supersededBy: disclosure.supersededBy,
    places: postings.map(onBoard),
    period: period && { from: period.from.civilDate, lastDay: period.lastDay, provisional: period.provisional },
    asked: rules && { days: rules.period.days, citation: rules.period.citation },
    objections: disclosure.objections.map(({ answered, objection, on, receivedOn, text }) => ({
      ...{ objection, text, receivedOn, on },
      answer: answered?.answer ?? null,
      answeredOn: answered?.on ?? null,
    })),
  }
}

/** What those who publish must still do. */
export interface DisclosureTasks {
  readonly status: DisclosureStatus
  readonly preparation: number
  readonly preparedBy: string | null
  readonly checkedBy: string | null
  /** Channels on which it must stand for the period to run, and does not. */
  readonly missing: ReadonlyArray<string>
  /** Objections that wait, the oldest first. */
  readonly unanswered: ReadonlyArray<{ readonly objection: string; readonly on: CivilDate }>
  /** Postings of an earlier day stand with the digest of their sheet; these have neither sheet nor photograph. */
  readonly withoutEvidence: ReadonlyArray<number>
}

/** What stands in the way of a disclosure, for those who serve it. Rule DISCLOSURE-19. */
export const staffCard = (disclosure: Disclosure): DisclosureTasks => {
  const { checkedBy, objections, postings, preparation, preparedBy, rules, status } = disclosure
  const channels = status === "posted" && rules !== null ? rules.required.channels : []
  return {
    status,
    preparation,
    preparedBy: preparedBy?.person ?? null,
    checkedBy: checkedBy?.person ?? null,
    missing: channels.filter((channel) =>
      postings.every((posting) => posting.channel !== channel || posting.takenDown !== null),
    ),
    unanswered: objections.filter(({ answered }) => answered === null).map(({ objection, on }) => ({ objection, on })),
    withoutEvidence: postings.filter(({ evidence }) => evidence === null).map(({ number }) => number),
  }
}
