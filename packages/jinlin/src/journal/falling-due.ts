import * as deliberation from "@jinlin/core/deliberation"
import * as conference from "@jinlin/core/joint-conference"
import type { RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as chair from "@jinlin/core/rotating-chair"
import { dueKey } from "../shell/record.ts"
import type { Asked } from "./row.ts"
import type { Story } from "./story.ts"

/** Something that falls due to one stream, with a key that is its own. */
export type Listed = Asked & { readonly rule: RuleId; readonly on: CivilDate; readonly key: string }

const streamOf = ({ process, subject }: Asked): string => `${process}/${subject}`

/** The order in which a store gives what falls due: by day, stream and key (`Store.readDue`). */
const inOrder = (one: Listed, other: Listed): number => {
  const [left, right] = one.on === other.on ? [streamOf(one), streamOf(other)] : [one.on, other.on]
  if (left !== right) return left < right ? -1 : 1
  return dueKey(one) < dueKey(other) ? -1 : 1
}

const keyed = (due: Omit<Listed, "key"> & Asked): Listed => ({
  ...due,
  key: `${streamOf(due)} ${due.on} ${due.rule} ${JSON.stringify(due.command)}`,
})

/** Everything that falls due up to a day, in the order in which it does. */
export const dueUntil = (
  until: CivilDate,
  { matters, standings }: Pick<Story, "matters" | "standings">,
): ReadonlyArray<Listed> => {
  const ofStandings = [...standings].flatMap(([subject, { conference: meets, rota }]) => [
    ...conference.due(meets).map((due) => keyed({ ...due, process: "joint-conference", subject })),
    ...chair.due(rota).map((due) => keyed({ ...due, process: "rotating-chair", subject })),
  ])
  const ofMatters = [...matters].flatMap(([subject, matter]) =>
    deliberation.due(matter).map((due) => keyed({ ...due, process: "deliberation", subject })),
  )
  return [...ofStandings, ...ofMatters].filter(({ on }) => on <= until).sort(inOrder)
}
