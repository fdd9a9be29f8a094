import type { CoGovernanceEvent } from "@jinlin/core/co-governance"
import type { CovenantEvent } from "@jinlin/core/covenant"
import type { DeliberationEvent } from "@jinlin/core/deliberation"
import type { DisclosureEvent } from "@jinlin/core/disclosure"
import type { CalendarData } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { RecordDocument, ReleasedSections } from "./texts.ts"

/** One stream: what it is called, and everything that happened in it, in order. */
export interface History<Event> {
  readonly id: string
  readonly events: ReadonlyArray<Event>
}

/** The streams of a matter, as the log has them. */
export interface RecordHistories {
  readonly deliberations: ReadonlyArray<History<DeliberationEvent>>
  readonly disclosures: ReadonlyArray<History<DisclosureEvent>>
  readonly coGovernance?: History<CoGovernanceEvent> | undefined
  readonly covenant?: History<CovenantEvent> | undefined
}

/** What a record is made with besides the histories. */
export interface RecordSurroundings {
  readonly community: string
  /** The day on which it is made. */
  readonly asOf: CivilDate
  /** Whether it is about the covenant, and deliberations stand in it as those on the covenant; else about what was deliberated. */
  readonly subject?: "covenant" | undefined
  /** Documents as the text store has them today; what may not be shown of them is left out here. */
  readonly documents?: ReadonlyArray<RecordDocument> | undefined
  /** Sections that somebody has read for personal information, besides those that disclosures show. */
  readonly released?: ReadonlyArray<ReleasedSections> | undefined
  /** The calendars by which periods were counted. */
  readonly calendars?: ReadonlyArray<CalendarData> | undefined
  /** Whether a text holds a name that the host knows, such as the names in its vault. Rule RECORD-7. */
  readonly holdsName?: ((text: string) => boolean) | undefined
}
