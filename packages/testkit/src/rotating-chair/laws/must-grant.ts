import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Rota, RotaCommand, RotaPolicy, Term } from "@jinlin/core/rotating-chair"

type Command<Name extends RotaCommand["_tag"]> = Extract<RotaCommand, { readonly _tag: Name }>

/** Where a command is given: the rota before it, which has caught up with the day, and the policy of that day. */
export interface Stand {
  readonly rota: Rota
  readonly policy: RotaPolicy
  readonly day: CivilDate
}

const seated = ({ rota }: Stand, unit: string): boolean => rota.seats.some((seat) => seat.unit === unit)
const othersSeated = ({ rota }: Stand, unit: string | null): boolean => rota.seats.some((seat) => seat.unit !== unit)
const published = ({ rota }: Stand, ordinal: number): Term | undefined =>
  rota.terms.find((term) => term.ordinal === ordinal)
const chairTerm = (stand: Stand): Term | undefined => published(stand, stand.rota.serving)

/** The unit whose own turn a term is that has not begun. */
const holder = (stand: Stand, ordinal: number): string | null => {
  const term = published(stand, ordinal)
  return term?.counts && ordinal > stand.rota.serving ? term.unit : null
}

const mayMerge = (stand: Stand, { into, units: [one, other] }: Command<"MergeUnits">): boolean | undefined => {
  if (one === other) return false
  // A merger of which one unit alone has a seat is left to the decider.
  if (!seated(stand, one) || !seated(stand, other)) return undefined
  return into === one || into === other || !seated(stand, into)
}

const mayRecord = ({ rota }: Stand, { term: ordinal }: Command<"RecordNoShow">): boolean => {
  const known = rota.previous === null ? rota.terms : [rota.previous, ...rota.terms]
  const term = known.find((candidate) => candidate.ordinal === ordinal)
  return (
    term !== undefined &&
    ordinal <= rota.serving &&
    term.unit !== null &&
    term.counts &&
    !rota.noShows.includes(ordinal)
  )
}

const mayFill = (stand: Stand, { term, unit }: Command<"FillVacancy">): boolean =>
  published(stand, term)?.unit === null && (unit === null ? stand.rota.seats.length > 0 : seated(stand, unit))

const mayName = (stand: Stand, { unit }: Command<"NameSubstitute">): boolean => {
  const chair = chairTerm(stand)
  if (chair === undefined) return false
  return unit === null ? othersSeated(stand, chair.unit) : seated(stand, unit) && unit !== chair.unit
}

const handOverIsDue = (stand: Stand, term: number): boolean =>
  stand.rota.handOver?.term === term && typeof chairTerm(stand)?.unit === "string"

const mayRemind = (stand: Stand, { term }: Command<"RemindHandOver">): boolean => {
  const due = stand.rota.handOver
  return due !== null && handOverIsDue(stand, term) && stand.day >= due.dueBefore && !due.reminded
}

const mayCount = (stand: Stand, { heldOn, meeting }: Command<"CountMeeting">): boolean => {
  const from = chairTerm(stand)?.from ?? null
  const inside = from !== null && from <= heldOn && heldOn <= stand.day
  return stand.policy.term._tag === "Meetings" && inside && !stand.rota.meetings.includes(meeting)
}

/** Whether a command must be granted where it is given, or refused; undefined where that is left to the decider. */
export const mustGrant = (command: RotaCommand, stand: Stand): boolean | undefined => {
  switch (command._tag) {
    case "SwapTurns": {
      const [one, other] = [holder(stand, command.first), holder(stand, command.second)]
      return one !== null && other !== null && one !== other
    }
    case "SkipTurn": {
      const unit = holder(stand, command.term)
      const owes = stand.rota.owed.filter((turn) => turn.unit === unit).length
      return unit !== null && othersSeated(stand, unit) && owes < stand.policy.owedTurnsLimit
    }
    case "DeclineTurn": {
      const unit = holder(stand, command.term)
      return unit !== null && othersSeated(stand, unit)
    }
    case "SeatUnit":
      return !seated(stand, command.unit)
    case "UnseatUnit":
      return seated(stand, command.unit)
    case "MergeUnits":
      return mayMerge(stand, command)
    case "RecordNoShow":
      return mayRecord(stand, command)
    case "FillVacancy":
      return mayFill(stand, command)
    case "NameSubstitute":
      return mayName(stand, command)
    case "DeclareInterest": {
      const { item, unit } = command
      const known = stand.rota.interests.some((interest) => interest.item === item && interest.unit === unit)
      return seated(stand, unit) && !known
    }
    case "HandOverChair":
      return handOverIsDue(stand, command.term)
    case "RemindHandOver":
      return mayRemind(stand, command)
    case "CountMeeting":
      return mayCount(stand, command)
    case "AdvanceRota":
      return true
    default:
      return undefined
  }
}
