import { addDays } from "@jinlin/core/kernel/arithmetic"
import type { RotaEvent } from "@jinlin/core/rotating-chair"
import type { Told } from "../story.ts"
import { inForce, ruled } from "./in-force.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

type Sat = Extract<RotaEvent, { readonly _tag: "TermBegun" | "VacancyFilled" }>

const isSat = (event: RotaEvent): event is Sat => event._tag === "TermBegun" || event._tag === "VacancyFilled"

/** Who had the chair last is noted by hand; a unit that merged had it under its new name. */
const misdue = (told: Told): string | undefined => {
  let last: string | null = null
  for (const { chapter, policies } of ruled(told))
    for (const event of chapter.events) {
      if (event._tag === "UnitsMerged" && last !== null && event.units.includes(last)) last = event.into
      if (!isSat(event)) continue
      const { handOverBefore, on, term, unit } = event
      const days = inForce(policies, on)?.handOverDays ?? 0
      const due = unit === null || unit === last ? null : addDays(on, days + 1)
      if (handOverBefore !== due) return `term ${term}, ${unit} after ${last}, on ${on}: ${handOverBefore}, not ${due}`
      last = unit ?? last
    }
  return undefined
}

/** The law on the day of the hand-over record. */
export const handOverLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-17",
    says: "Whenever a unit takes the chair that did not have it last, a record is due within the policy's days, the first not counted; when the same unit goes on, or nobody takes it, none is.",
    stories: storiesOf(),
    check: misdue,
  },
]
