import { project } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { rotatingChair, type Tenure, type Term, tenures } from "@jinlin/core/rotating-chair"
import type { Story } from "../journal/story.ts"
import { chairEventsOf } from "./streams.ts"

/** From one day (inclusive) to another (exclusive; null: still) a unit had a seat in the rota. */
interface SeatDays {
  readonly unit: string
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** One rota as people look at it. */
export interface ChairBoard {
  /** Every term that was ever published, as it stood last, by ordinal. */
  readonly terms: ReadonlyArray<Term>
  /** The ordinal of the term that serves at the end; 0 before the first. */
  readonly serving: number
  readonly tenures: ReadonlyArray<Tenure>
  readonly seats: ReadonlyArray<SeatDays>
}

/** Every term as it stood last: the state keeps only those that are not over, so each step of it is looked at. */
const termsIn = (events: ReturnType<typeof chairEventsOf>): Pick<ChairBoard, "terms" | "serving"> => {
  const terms = new Map<number, Term>()
  let rota = rotatingChair.initial
  for (const event of events) {
    rota = rotatingChair.evolve(rota, event)
    for (const term of rota.terms) terms.set(term.ordinal, term)
  }
  return { terms: [...terms.values()].toSorted((one, other) => one.ordinal - other.ordinal), serving: rota.serving }
}

const seatsIn = ({ entries }: Story, conference: string): ReadonlyArray<SeatDays> => {
  let seats: ReadonlyArray<SeatDays> = []
  const leave = (units: ReadonlyArray<string>, on: CivilDate): void => {
    seats = seats.map((seat) => (seat.until === null && units.includes(seat.unit) ? { ...seat, until: on } : seat))
  }
  for (const entry of entries) {
    if (entry.conference !== conference || entry.process !== "rotating-chair") continue
    const { event, moment } = entry
    const from = moment.civilDate
    if (event._tag === "UnitSeated") seats = [...seats, { unit: event.unit, from, until: null }]
    if (event._tag === "UnitUnseated") leave([event.unit], from)
    if (event._tag === "RotaClosed")
      leave(
        seats.map(({ unit }) => unit),
        from,
      )
    if (event._tag === "UnitsMerged") {
      leave(event.units, from)
      seats = [...seats, { unit: event.into, from, until: null }]
    }
  }
  return seats
}

/** The rota of one conference: its terms with all their reasons, who held the chair when, and who had a seat when. */
export const chairBoard = (story: Story, conference: string): ChairBoard => {
  const events = chairEventsOf(story, conference)
  return { ...termsIn(events), tenures: project(tenures, events), seats: seatsIn(story, conference) }
}
