import type { RuleId } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { dueKey } from "../shell/record.ts"
import { hostedBy } from "./deciding.ts"
import { stateIn } from "./holdings.ts"
import type { Asked } from "./row.ts"
import type { Holdings } from "./story.ts"

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

const subjectsOf = ({ coGovernances, covenants, disclosures, matters, standings }: Holdings) =>
  [
    ["joint-conference", standings.keys()],
    ["rotating-chair", standings.keys()],
    ["deliberation", matters.keys()],
    ["co-governance", coGovernances.keys()],
    ["covenant", covenants.keys()],
    ["disclosure", disclosures.keys()],
  ] as const

/** Everything that falls due up to a day, in the order in which it does. */
export const dueUntil = (until: CivilDate, holdings: Holdings): ReadonlyArray<Listed> =>
  subjectsOf(holdings)
    .flatMap(([process, subjects]) =>
      [...subjects].flatMap((subject) =>
        hostedBy(process)
          .due(stateIn(holdings, process, subject))
          // What a process says falls due is a command of its own.
          .map((due) => keyed({ ...due, process, subject } as Omit<Listed, "key"> & Asked)),
      ),
    )
    .filter(({ on }) => on <= until)
    .sort(inOrder)
