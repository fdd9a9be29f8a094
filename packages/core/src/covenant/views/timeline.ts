import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { CovenantEvent } from "../events.ts"

/** One day on which something happened to a covenant. It names no people. */
export interface CovenantEntry {
  readonly on: CivilDate
  readonly what: CovenantEvent["_tag"]
  readonly draft: number | null
  readonly version: number | null
  /** The reason that was given. */
  readonly because: string | null
}

const versionOf = (event: CovenantEvent): number | null => {
  if (event._tag === "CorrectionOrdered") return event.given.version
  return "version" in event ? event.version : null
}

const reasonOf = (event: CovenantEvent): string | null => {
  if (event._tag === "CorrectionOrdered") return event.given.reason
  return "reason" in event ? event.reason : null
}

/** What happened to a covenant, in order, as everybody may see it. */
export const timeline: Projection<ReadonlyArray<CovenantEntry>, CovenantEvent> = {
  initial: [],
  evolve: (entries, event) => {
    const draft = "draft" in event ? event.draft : null
    const entry = { on: event.on, what: event._tag, draft, version: versionOf(event), because: reasonOf(event) }
    return [...entries, entry]
  },
}
