import type { Circumstances } from "../kernel/authority.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"

/** Who presides by a rota that is kept elsewhere: a unit, or the convenor where no unit may. */
export type Presider = { readonly _tag: "Unit"; readonly unit: string } | { readonly _tag: "Convenor" }

/**
 * What a decision about a joint conference is told. A conference does not know the rotating chair: who presides is named in
 * the command, and where a rota is kept the two must agree.
 */
export interface ConferenceCircumstances extends Circumstances {
  /** For `ScheduleMeeting`, `ReplaceChairUnit` and `AdjournMeeting` on the day, for `AdoptResolution` on the item. Absent: no rota is kept. */
  readonly presider?: Presider | undefined
}

/** The facts that a decision reads from other streams. It takes no claims. */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "presider",
    from: "rotating-chair",
    key: "conference",
    view: "presider",
    consistency: "as-of",
    commands: ["ScheduleMeeting", "ReplaceChairUnit", "AdjournMeeting", "AdoptResolution"],
  },
]
