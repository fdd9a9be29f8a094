import { type Conference, convenorOn, unitOf } from "../joint-conference/index.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Recipient } from "../kernel/notice.ts"

const spokesmenOf = (conference: Conference, unit: string): ReadonlyArray<string | null | undefined> => {
  const seat = unitOf(conference, unit)
  return [seat?.delegate, seat?.alternate]
}

const named = (conference: Conference, to: Recipient, on: CivilDate): ReadonlyArray<string | null | undefined> => {
  switch (to._tag) {
    case "Unit":
      return spokesmenOf(conference, to.unit)
    case "AllUnits":
      return conference.units.flatMap(({ unit }) => spokesmenOf(conference, unit))
    case "Person":
      return [to.person]
    case "Post":
      return to.post === "convenor" ? [convenorOn(conference, on)] : [conference.secretariat?.person]
  }
}

/**
 * The people whom a notice reaches on a day, as references, each once (REACTION-9): of a unit its delegate and alternate, of
 * the posts of the conference their holders. Empty: nobody is named, and a person must see to it.
 */
export const peopleOf = (conference: Conference, to: Recipient, on: CivilDate): ReadonlyArray<string> => [
  ...new Set(named(conference, to, on).filter((person) => typeof person === "string")),
]
