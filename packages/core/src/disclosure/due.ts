import type { Due } from "../kernel/due.ts"
import type { DisclosureCommand } from "./commands.ts"
import type { Disclosure } from "./model.ts"
import { completesOn } from "./rules/index.ts"

/**
 * What a disclosure waits for: that it has stood long enough and everybody has an answer (DISCLOSURE-13), and, where its
 * period hangs on a year that was not published, that it is counted again on what may be its last day (DISCLOSURE-8).
 */
export const due = ({
  objections,
  period,
  postings,
  rules,
  status,
}: Disclosure): ReadonlyArray<Due<DisclosureCommand>> => {
  if (status !== "posted" || rules === null || period === null) return []
  const recount: ReadonlyArray<Due<DisclosureCommand>> = period.provisional
    ? [{ rule: "DISCLOSURE-8", on: period.lastDay, command: { _tag: "RecountPeriod" } }]
    : []
  const on = completesOn({ period, objections, postings, sheetDays: rules.sheets.days })
  return on === undefined
    ? recount
    : [...recount, { rule: "DISCLOSURE-13", on, command: { _tag: "CompleteDisclosure" } }]
}
