import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { ConferenceEvent } from "../events.ts"
import type { Capacity, Unit } from "../model.ts"
import { type Audience, personFor } from "./audience.ts"
import { covers, ended, type Span } from "./spans.ts"

/** A unit in the conference, with the same people, for one span of days. People are null where the audience is the public. */
export interface Membership extends Span {
  readonly unit: string
  readonly kind: string
  readonly capacity: Capacity
  readonly delegate: string | null
  readonly alternate: string | null
}

const begun = ({ alternate, capacity, delegate, kind, unit }: Unit, from: CivilDate): Membership => ({
  unit,
  kind,
  capacity,
  delegate,
  alternate,
  from,
  until: null,
})

const renamed = (
  roll: ReadonlyArray<Membership>,
  event: Extract<ConferenceEvent, { readonly _tag: "DelegateNamed" }>,
): ReadonlyArray<Membership> => {
  const { alternate, delegate, on, unit } = event
  const present = roll.find((known) => known.unit === unit && known.until === null)
  if (present === undefined) return roll
  return [...ended(roll, on, (known) => known === present), { ...present, delegate, alternate, from: on }]
}

/** Who belonged to the conference through time, from the events alone. */
export const roster: Projection<ReadonlyArray<Membership>, ConferenceEvent> = {
  initial: [],
  evolve: (roll, event) => {
    switch (event._tag) {
      case "UnitAdmitted":
        return [...roll, begun(event, event.on)]
      case "UnitReleased":
        return ended(roll, event.on, ({ unit }) => unit === event.unit)
      case "MemberUnitsMerged":
        return [...ended(roll, event.on, ({ unit }) => event.units.includes(unit)), begun(event, event.on)]
      case "DelegateNamed":
        return renamed(roll, event)
      case "ConferenceDissolved":
        return ended(roll, event.on, () => true)
      default:
        return roll
    }
  },
}

/** The roster of one day, as an audience may see it. */
export const rosterOn = (
  roll: ReadonlyArray<Membership>,
  day: CivilDate,
  audience: Audience,
): ReadonlyArray<Membership> =>
  roll
    .filter((membership) => covers(membership, day))
    .map((membership) => ({
      ...membership,
      delegate: personFor(audience, membership.delegate),
      alternate: personFor(audience, membership.alternate),
    }))
