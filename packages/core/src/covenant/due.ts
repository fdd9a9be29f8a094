import type { Due } from "../kernel/due.ts"
import type { CovenantCommand } from "./commands.ts"
import type { Covenant, Draft } from "./model.ts"
import { commentsCloseOn, reminderOn } from "./rules/index.ts"

const closing = ({ phase, round }: Draft): ReadonlyArray<Due<CovenantCommand>> =>
  phase === "commenting" && round !== null
    ? [{ rule: "COVENANT-3", on: commentsCloseOn(round), command: { _tag: "CloseComments" } }]
    : []

/** What a covenant waits for: the end of its comments (COVENANT-3), and the last day for filing what is not filed (COVENANT-13). */
export const due = ({ draft, versions }: Covenant): ReadonlyArray<Due<CovenantCommand>> => {
  const filings = versions.flatMap((known): ReadonlyArray<Due<CovenantCommand>> => {
    const on = reminderOn(known)
    const { version } = known
    return on === undefined ? [] : [{ rule: "COVENANT-13", on, command: { _tag: "RemindFiling", version } }]
  })
  return [...(draft === null ? [] : closing(draft)), ...filings]
}
