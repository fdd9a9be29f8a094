import type { CoGovernanceCommand } from "@jinlin/core/co-governance"
import type { CovenantCommand } from "@jinlin/core/covenant"
import type { DeliberationCommand } from "@jinlin/core/deliberation"
import type { DisclosureCommand } from "@jinlin/core/disclosure"
import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import type { Actor } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { RotaCommand } from "@jinlin/core/rotating-chair"
import type { RefusedRow } from "./refusals.ts"

/**
 * Something that is asked of one stream of one process; `subject` is the id of the stream: of a conference for the
 * conference itself and its rota, of a matter for its deliberation, of a matter with two deliberations, a covenant or a
 * disclosure for that.
 */
export type Asked =
  | { readonly process: "joint-conference"; readonly subject: string; readonly command: ConferenceCommand }
  | { readonly process: "rotating-chair"; readonly subject: string; readonly command: RotaCommand }
  | { readonly process: "deliberation"; readonly subject: string; readonly command: DeliberationCommand }
  | { readonly process: "co-governance"; readonly subject: string; readonly command: CoGovernanceCommand }
  | { readonly process: "covenant"; readonly subject: string; readonly command: CovenantCommand }
  | { readonly process: "disclosure"; readonly subject: string; readonly command: DisclosureCommand }

/** A command of a process that a journal may hold. */
export type JournalCommand = Asked["command"]

/** A row as a file holds it: texts by column name, and where it stands. */
export interface RawRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, unknown>
}

/** Where a row stands, when it happens and who acts. */
export interface RowFrame {
  readonly line: number
  readonly on: CivilDate
  /** Minutes since midnight. */
  readonly minuteOfDay: number
  /** The conference; the charter's community for everything that is not of one. */
  readonly conference: string
  readonly actor: Actor
}

/** A row that was read: who asked for what, when, and of which stream. */
export type JournalRow = RowFrame & Asked

/** Both what could be read and what could not, for those who go on with the rest. */
export interface SortedRows<Row> {
  readonly rows: ReadonlyArray<Row>
  readonly refused: ReadonlyArray<RefusedRow>
}
