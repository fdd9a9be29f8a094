import type { Frozen, Meeting, Seat } from "../model.ts"
import { membersOf } from "./roll.ts"

/** What the rules of a sitting read: what the notice froze, and who came. A vendor fills it from tables of its own. */
export interface Sitting {
  readonly frozen: Pick<Frozen, "policy" | "roll">
  readonly attendance: Meeting["attendance"]
  readonly reconvened: boolean
}

/** The unit's place on the frozen roll. */
export const seatOn = (frozen: Pick<Frozen, "roll">, unit: string): Seat | undefined =>
  frozen.roll.find((seat) => seat.unit === unit)

/**
 * Who speaks for a unit in a sitting: its delegate if he came; else its alternate, if the policy lets alternates count and
 * he came; else nobody, and the unit is absent (CONFERENCE-9).
 */
export const speakerFor = ({ attendance, frozen }: Sitting, unit: string): string | undefined => {
  const seat = seatOn(frozen, unit)
  const came = attendance.find((record) => record.unit === unit)
  if (seat === undefined || came === undefined) return undefined
  if (came.delegate) return seat.delegate
  const counts = came.alternate && frozen.policy.alternates === "when-delegate-absent"
  return counts ? (seat.alternate ?? undefined) : undefined
}

/** The members for which somebody speaks: each once, observers never (CONFERENCE-9). */
export const presentMembers = (sitting: Sitting): ReadonlyArray<string> =>
  membersOf(sitting.frozen.roll).filter((unit) => speakerFor(sitting, unit) !== undefined)
