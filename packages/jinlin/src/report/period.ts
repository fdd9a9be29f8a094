import { addDays, type CivilDate, latest } from "@jinlin/core/kernel/arithmetic"
import type { Story } from "../journal/story.ts"

/** The days that a story tells of, both inclusive: from its first event to its last, or as far as its charter says. */
export interface Period {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** The days that a story tells of; undefined where nothing happened. */
export const periodOf = ({ charter, entries, tasks }: Story): Period | undefined => {
  const days = [...entries, ...tasks].map(({ moment }) => moment.civilDate)
  const [first, ...others] = days
  if (first === undefined) return undefined
  const last = latest(first, ...others, ...(charter.until === undefined ? [] : [charter.until]))
  return { from: others.reduce((from, day) => (day < from ? day : from), first), until: last }
}

/** The first day that a period no longer tells of. */
export const dayAfter = ({ until }: Period): CivilDate => addDays(until, 1)
