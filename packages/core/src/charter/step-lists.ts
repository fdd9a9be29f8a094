import { canonicalJson } from "../kernel/canonical-json.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { StepList } from "../kernel/step-list.ts"
import type { CharterRefusal } from "./refusals.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { PackId, RulePack } from "./rule-pack.ts"
import { compareTexts } from "./text-order.ts"

/** The step lists of a community on a day, and what stands against the others. */
export interface StepListsOn {
  readonly stepLists: ReadonlyArray<StepList>
  readonly refusals: ReadonlyArray<CharterRefusal>
}

interface Offered {
  readonly list: StepList
  readonly from: PackId | "own"
}

const textOf = (list: StepList): string => {
  const text = canonicalJson(list)
  return text.ok ? text.value : list.list
}

const clashing = (offers: ReadonlyArray<Offered>): CharterRefusal | undefined => {
  const [first] = offers
  if (first === undefined || offers.length < 2 || new Set(offers.map(({ list }) => textOf(list))).size < 2)
    return undefined
  const from = offers.map((offer) => offer.from).toSorted(compareTexts)
  return { _tag: "StepListTwice", rule: "CHARTER-10", list: first.list.list, from }
}

/** Its own lists, and those of its packs that it uses. Rule CHARTER-10. */
export const stepListsOn = (
  { stepLists, uses }: CharterRules,
  packs: ReadonlyArray<RulePack>,
  day: CivilDate,
): StepListsOn => {
  const own = stepLists.map((list): Offered => ({ list, from: "own" }))
  const offered = packs.flatMap((pack) => pack.stepLists.map((list): Offered => ({ list, from: pack.pack })))
  const all = [...own, ...offered.filter(({ list }) => uses.includes(list.list))]
  const ids = [...new Set(all.map(({ list }) => list.list))].sort(compareTexts)
  const known = [...new Set([...own, ...offered].map(({ list }) => list.list))].sort(compareTexts)
  const missing = [...new Set(uses)].filter((list) => !known.includes(list)).sort(compareTexts)
  const byId = ids.map((id) => all.filter(({ list }) => list.list === id))
  return {
    stepLists: byId.flatMap(([first]) => (first === undefined ? [] : [first.list])),
    refusals: [
      ...missing.map((list): CharterRefusal => ({ _tag: "StepListUnknown", rule: "CHARTER-10", list, day, known })),
      ...byId.map(clashing).filter((refusal) => refusal !== undefined),
    ],
  }
}
