import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { ConferenceEvent } from "../events.ts"
import type { AgendaItem, MeetingOutcome, MeetingStatus } from "../model.ts"

/** One meeting on the board. It names units and no people, so that every audience may see it. */
export interface MeetingCard {
  readonly meeting: string
  readonly on: CivilDate
  readonly minuteOfDay: number
  readonly place: string
  readonly status: MeetingStatus | MeetingOutcome
  readonly chairUnit: string | null
  /** The inquorate meeting that this one continues. */
  readonly continues: string | null
  readonly agenda: ReadonlyArray<AgendaItem>
  readonly noticedOn: CivilDate | null
  readonly quorum: Finding | null
  readonly adopted: ReadonlyArray<string>
  readonly lost: ReadonlyArray<string>
  /** Why it was called off, or the meeting to which it was put off. */
  readonly because: string | null
}

const change = (
  board: ReadonlyArray<MeetingCard>,
  meeting: string,
  next: (card: MeetingCard) => Partial<MeetingCard>,
): ReadonlyArray<MeetingCard> => board.map((card) => (card.meeting === meeting ? { ...card, ...next(card) } : card))

const set = (
  board: ReadonlyArray<MeetingCard>,
  event: Extract<ConferenceEvent, { readonly _tag: "MeetingScheduled" }>,
): ReadonlyArray<MeetingCard> => {
  const { agenda, chairUnit, continues, meeting, minuteOfDay, on, place } = event
  const card: MeetingCard = {
    meeting,
    on,
    minuteOfDay,
    place,
    status: "scheduled",
    chairUnit,
    continues,
    agenda,
    noticedOn: null,
    quorum: null,
    adopted: [],
    lost: [],
    because: null,
  }
  return [...board, card]
}

/** All meetings of the conference in the order in which they were set, with where each of them stands. */
export const meetingBoard: Projection<ReadonlyArray<MeetingCard>, ConferenceEvent> = {
  initial: [],
  evolve: (board, event) => {
    switch (event._tag) {
      case "MeetingScheduled":
        return set(board, event)
      case "ChairUnitReplaced":
        return change(board, event.meeting, () => ({ chairUnit: event.chairUnit }))
      case "AgendaItemAdded": {
        const { item, meeting, proposedBy, title } = event
        return change(board, meeting, ({ agenda }) => ({ agenda: [...agenda, { item, title, proposedBy }] }))
      }
      case "AgendaItemWithdrawn":
        return change(board, event.meeting, ({ agenda }) => ({
          agenda: agenda.filter(({ item }) => item !== event.item),
        }))
      case "MeetingNoticed":
        return change(board, event.meeting, () => ({ status: "noticed", noticedOn: event.noticedOn }))
      case "MeetingReconvened": {
        const { meeting, minuteOfDay, on, place } = event
        return change(board, meeting, () => ({ status: "noticed", on, minuteOfDay, place }))
      }
      case "MeetingFoundQuorate":
        return change(board, event.meeting, () => ({ status: "quorate", quorum: event.finding }))
      case "MeetingFoundInquorate":
        return change(board, event.meeting, () => ({ status: "inquorate", quorum: event.finding }))
      case "ResolutionAdopted":
        return change(board, event.meeting, ({ adopted }) => ({ adopted: [...adopted, event.resolution] }))
      case "ResolutionLost":
        return change(board, event.meeting, ({ lost }) => ({ lost: [...lost, event.resolution] }))
      case "MeetingHeld":
        return change(board, event.meeting, () => ({ status: "held" }))
      case "MinutesFiled":
        return change(board, event.meeting, () => ({ status: "minuted" }))
      case "MeetingSettled":
        return change(board, event.meeting, () => ({ status: "settled" }))
      case "MeetingCancelled":
        return change(board, event.meeting, () => ({ status: "cancelled", because: event.reason }))
      case "MeetingAdjourned":
        return change(board, event.meeting, () => ({ status: "adjourned", because: event.into }))
      default:
        return board
    }
  },
}
