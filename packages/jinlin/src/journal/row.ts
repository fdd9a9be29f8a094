import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Actor } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { RefusedRow } from "./refusals.ts"

/** A command of a process that a journal may hold. */
export type JournalCommand = ConferenceCommand | RotaCommand

/** A row as a file holds it: texts by column name, and where it stands. */
export interface RawRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, unknown>
}

/** A row that was read: who asked for what, when, in which conference. */
export interface JournalRow {
  readonly line: number
  readonly on: CivilDate
  /** Minutes since midnight. */
  readonly minuteOfDay: number
  readonly conference: string
  readonly actor: Actor
  readonly command: JournalCommand
}

/** Both what could be read and what could not, for those who go on with the rest. */
export interface SortedRows<Row> {
  readonly rows: ReadonlyArray<Row>
  readonly refused: ReadonlyArray<RefusedRow>
}
