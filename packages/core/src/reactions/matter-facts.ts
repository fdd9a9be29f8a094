import type { DeliberationFact } from "../co-governance/index.ts"
import type { MatterOutcome } from "../covenant/index.ts"
import type { MatterStanding } from "../deliberation/index.ts"

/** A matter of deliberation as a matter of co-governance is told of it (REACTION-13). */
export const deliberationFact = (matter: string, standing: MatterStanding): DeliberationFact => ({
  matter,
  ...standing,
})

/** What became of a matter, as a covenant is told of it (REACTION-14); null: nobody has put it forward. */
export const matterOutcome = (matter: string, { endedOn, set, status, text }: MatterStanding): MatterOutcome | null => {
  if (status === "unopened") return null
  const isDecided = status === "decided"
  return {
    ...{ matter, status },
    text: isDecided || status === "open" ? text : null,
    decidedOn: isDecided ? endedOn : null,
    set: isDecided ? set : null,
  }
}
