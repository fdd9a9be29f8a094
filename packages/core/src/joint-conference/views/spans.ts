import type { CivilDate } from "../../kernel/date-arithmetic.ts"

/** From one day (inclusive) to another (exclusive; null: still). */
export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** Whether a day lies in a span. */
export const covers = ({ from, until }: Span, day: CivilDate): boolean => from <= day && (until === null || day < until)

/** Ends the spans that are open and match; one that began on the same day has not been. */
export const ended = <Item extends Span>(
  spans: ReadonlyArray<Item>,
  on: CivilDate,
  matches: (item: Item) => boolean,
): ReadonlyArray<Item> =>
  spans
    .map((span) => (span.until === null && matches(span) ? { ...span, until: on } : span))
    .filter((span) => span.until !== span.from)
