import type { Conference } from "../joint-conference/index.ts"
import type { Actor } from "../kernel/authority.ts"

const isPerson = (person: string, seat: Conference["units"][number]): boolean =>
  seat.delegate === person || seat.alternate === person

/**
 * Who speaks for a unit in the matters of the rota, by the roll of the conference (REACTION-7): a delegate must be the one
 * whom the unit named, or its alternate; a secretary who types for somebody speaks as the unit that named that person. Where
 * no conference is kept, or the actor speaks for no unit, the actor is taken at its word. Undefined: nobody named this person.
 */
export const spokesman = (conference: Conference, actor: Actor): Actor | undefined => {
  if (conference.status !== "active" || actor._tag === "System") return actor
  if (actor.post === "delegate") {
    const seat = conference.units.find((known) => known.unit === actor.within)
    return seat !== undefined && isPerson(actor.person, seat) ? actor : undefined
  }
  const { onBehalfOf } = actor
  if (actor.post !== "secretary" || onBehalfOf === undefined) return actor
  const seat = conference.units.find((known) => isPerson(onBehalfOf, known))
  return seat && { _tag: "Post", post: "delegate", within: seat.unit, person: onBehalfOf }
}
