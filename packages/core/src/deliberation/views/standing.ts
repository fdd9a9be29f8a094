import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Digest } from "../../kernel/digest-schema.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { DeliberationEvent } from "../events.ts"
import type { Matter } from "../model.ts"

/** A matter as other processes need it: how far it is, on which text, under which rules, and on which days. It names no people. */
export interface MatterStanding {
  readonly status: Matter["status"]
  /** The digest of the text as it stands, or as it was decided; null: nobody has put it forward. */
  readonly text: Digest | null
  /** The body of its last step. */
  readonly body: string | null
  /** The rules under which the body sat that passed it last; null: none has yet. */
  readonly set: string | null
  readonly openedOn: CivilDate | null
  /** The day on which it was decided, rejected or taken back. */
  readonly endedOn: CivilDate | null
}

const ended = (standing: MatterStanding, status: Matter["status"], endedOn: CivilDate): MatterStanding => ({
  ...standing,
  status,
  endedOn,
})

/** Where a matter stands, as it is told to other processes. */
export const matterStanding: Projection<MatterStanding, DeliberationEvent> = {
  initial: { status: "unopened", text: null, body: null, set: null, openedOn: null, endedOn: null },
  evolve: (standing, event) => {
    switch (event._tag) {
      case "MatterOpened": {
        const { on: openedOn, plan, text } = event
        const body = plan.steps.at(-1)?.body ?? null
        return { ...standing, status: "open", text, body, openedOn }
      }
      case "TextAmended":
        return { ...standing, text: event.newText }
      case "StepPassed":
        return { ...standing, set: event.set }
      case "MatterDecided":
        return ended(standing, "decided", event.on)
      case "MatterRejected":
        return ended(standing, "rejected", event.on)
      case "MatterWithdrawn":
        return ended(standing, "withdrawn", event.on)
      default:
        return standing
    }
  },
}
