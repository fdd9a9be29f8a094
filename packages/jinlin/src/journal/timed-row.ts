import type { Charter } from "../charter/charter.ts"
import { momentIn } from "../hosting/moment.ts"
import { canonical, digestOfText } from "../shell/digest.ts"
import type { JournalRow } from "./row.ts"

/** A row on its way into a store. */
export interface TimedRow {
  readonly row: JournalRow
  /** When it happens, in milliseconds since 1970. */
  readonly instant: number
  /** A digest of all that it says: when, who, where and what, with the choices of the charter that it names. */
  readonly content: string
}

/** A row with its instant in the time zone of the charter. */
export const timedRow = (row: JournalRow, { zone }: Charter): TimedRow => {
  const { actor, command, process, subject } = row
  const { instant } = momentIn(zone, row.on, row.minuteOfDay)
  const who = actor._tag === "Post" ? [actor.post, actor.person, actor.within, actor.onBehalfOf ?? null] : []
  const content = digestOfText(canonical([process, subject, [instant, zone], who, command]))
  return { row, instant, content }
}
