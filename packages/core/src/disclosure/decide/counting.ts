import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { Posting } from "../model.ts"
import type { DisclosureRules } from "../policy.ts"
import type { DisclosureRefusal } from "../refusals.ts"
import { periodOf } from "../rules/index.ts"
import { calendarIn, type Standing } from "./standing.ts"

/** The period of these postings under these rules, counted with the calendar of today (DISCLOSURE-8). */
export const periodWith = (
  postings: ReadonlyArray<Posting>,
  { period: { days }, required: { channels } }: DisclosureRules,
  standing: Standing,
): Checked<CivilDeadline | null, DisclosureRefusal> => {
  const calendar = calendarIn(standing)
  if (!calendar.ok) return calendar
  const { around, disclosure } = standing
  const counted = periodOf({
    ...{ postings, channels, days, calendar: calendar.value },
    ...{ now: around.now, known: disclosure.period },
  })
  return counted.ok
    ? accept(counted.value)
    : refuse({ _tag: "PeriodUncountable", rule: "DISCLOSURE-8", ...counted.refusal })
}
