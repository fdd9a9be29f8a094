import type { Answering } from "./answer.ts"

/** The days of one year that are not what their weekday says: ISO civil dates. */
export interface PublishedYear {
  readonly year: number
  /** Days off that fall on Monday to Friday, and any others that are listed. */
  readonly off: ReadonlyArray<string>
  /** Saturdays and Sundays that are worked in exchange. */
  readonly work: ReadonlyArray<string>
  /** Where it was published, and on which day. */
  readonly source: { readonly title: string; readonly published: string }
}

/** The calendar does not answer. A year that is not published yet is no failure: it is null. Rule PORT-3. */
export interface CalendarUnavailable {
  readonly _tag: "CalendarUnavailable"
  readonly rule: "PORT-3"
  readonly detail: string
}

/** Which days are worked. Its `version` is written down with every deadline that it resolves. */
export interface WorkCalendar {
  readonly name: string
  readonly version: string
  readonly year: (year: number) => Answering<PublishedYear | null, CalendarUnavailable>
}
