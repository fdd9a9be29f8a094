import type { Due } from "../kernel/due.ts"
import type { DeliberationCommand } from "./commands.ts"
import type { Matter } from "./model.ts"
import { closedByItself } from "./rules/index.ts"

/** What a matter waits for: the end of a ballot that runs (DELIBERATION-16), and the result of one that is closed (DELIBERATION-17). */
export const due = ({ sitting }: Matter): ReadonlyArray<Due<DeliberationCommand>> => {
  const ballot = sitting?.ballot ?? null
  if (ballot === null) return []
  const { closedAt, closedOn } = ballot
  if (closedAt === null || closedOn === null)
    return [{ rule: "DELIBERATION-16", on: closedByItself(ballot), command: { _tag: "CloseBallot" } }]
  return [{ rule: "DELIBERATION-17", on: closedOn, command: { _tag: "DecideStep" } }]
}
