import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Capacity, Conference, Convenorship, Seat, Unit } from "../model.ts"

/** The unit of this id, if it is in the conference. */
export const unitOf = (conference: Pick<Conference, "units">, unit: string): Unit | undefined =>
  conference.units.find((known) => known.unit === unit)

/** The ids of those that count and vote; observers do neither (CONFERENCE-9). */
export const membersOf = (
  roll: ReadonlyArray<{ readonly unit: string; readonly capacity: Capacity }>,
): ReadonlyArray<string> => roll.filter((seat) => seat.capacity === "member").map((seat) => seat.unit)

/** For which unit a person speaks, as its delegate or its alternate; units in `besides` are not looked at. */
export const speaksFor = (
  roll: ReadonlyArray<Seat>,
  person: string,
  besides: ReadonlyArray<string> = [],
): string | undefined =>
  roll.find((seat) => !besides.includes(seat.unit) && (seat.delegate === person || seat.alternate === person))?.unit

/** Who convenes on a day: the last one whose first day has come. Nobody before the founding day (CONFERENCE-2). */
export const convenorOn = (
  conference: { readonly convenors: ReadonlyArray<Convenorship> },
  day: CivilDate,
): string | undefined => conference.convenors.findLast(({ from }) => from <= day)?.person
