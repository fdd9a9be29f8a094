import type { Circumstances } from "../kernel/authority.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"

/**
 * A rota asks little of others: who acts and what day it is, and when it opens, who the members of its conference are. That a
 * unit joins or leaves later, and that a meeting was held, reach it as commands from the reactions that watch the conference.
 */
export interface RotaCircumstances extends Circumstances {
  /** For `OpenRota`: the member units of the conference. Absent: no conference is kept, and the list is taken as it is. */
  readonly members?: ReadonlyArray<string> | undefined
}

/** The facts that a decision reads from other streams. It takes no claims. */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "members",
    from: "joint-conference",
    key: "conference",
    view: "members",
    consistency: "same-commit",
    commands: ["OpenRota"],
  },
]
