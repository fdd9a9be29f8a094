import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { holdsOn } from "./in-force.ts"
import { choicesByKey, earliestOf, overlapping } from "./own-choices.ts"
import type { StandingBound } from "./precedence.ts"
import { withoutEmptyRanges } from "./ranges.ts"
import type { CharterRefusal } from "./refusals.ts"
import type { ResolvedRule } from "./resolved.ts"
import type { CharterRules, OwnChoice } from "./rule-choices.ts"
import type { PackRule, RuleKey, RulePack } from "./rule-pack.ts"
import { type Settled, settle } from "./settle.ts"
import { compareTexts } from "./text-order.ts"
import { normalValue } from "./value-order.ts"

/** What a pack says about one rule, with the days on which it does. */
interface Dated {
  readonly period: Pick<PackRule, "from" | "to">
  readonly bound: StandingBound
}

/** Everything that a pack ever says, by key. */
const datedBounds = ({ jurisdiction, pack, rank, rules }: RulePack): ReadonlyMap<RuleKey, ReadonlyArray<Dated>> => {
  const said = new Map<RuleKey, Array<Dated>>()
  for (const { bound, citation, key, value, ...period } of rules) {
    const held = { value: normalValue(value), bound, citation, pack, standing: { rank, jurisdiction } }
    const known = said.get(key)
    if (known === undefined) said.set(key, [{ period, bound: held }])
    else known.push({ period, bound: held })
  }
  return said
}

/** Silence joins nobody without the clause that lets it. Rule CHARTER-9. */
const clauseMissing = ({ from, key, value }: ResolvedRule): CharterRefusal | undefined =>
  key.endsWith("/silence") &&
  value._tag === "Choice" &&
  value.choice === "follow-majority" &&
  (value.clause ?? "").trim() === ""
    ? { _tag: "ClauseMissing", rule: "CHARTER-9", key, from, choice: value.choice }
    : undefined

/** What is said about one rule on one day, by packs and by the community. */
interface OnDay {
  readonly bounds: ReadonlyArray<StandingBound>
  readonly own: ReadonlyArray<OwnChoice>
}

const settledOn = (key: RuleKey, { bounds, own }: OnDay, day: CivilDate): Settled => {
  const overlap = overlapping(own, day)
  if (overlap !== undefined) return { rule: undefined, refusals: [overlap] }
  const settled = settle({ key, bounds, own: earliestOf(own) })
  const missing = settled.rule === undefined ? undefined : clauseMissing(settled.rule)
  return missing === undefined ? settled : { rule: undefined, refusals: [missing] }
}

const isSame = <Item>(a: ReadonlyArray<Item>, b: ReadonlyArray<Item>): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/** Rules as they stand on one day after another: what is said as on the day before is not settled anew. */
export const settling = ({
  choices,
}: CharterRules): ((packs: ReadonlyArray<RulePack>, day: CivilDate) => ReadonlyArray<Settled>) => {
  const own = choicesByKey(choices)
  const ofPacks = new Map<RulePack, ReturnType<typeof datedBounds>>()
  const boundsOf = (pack: RulePack): ReturnType<typeof datedBounds> => {
    const known = ofPacks.get(pack) ?? datedBounds(pack)
    ofPacks.set(pack, known)
    return known
  }
  const before = new Map<RuleKey, { readonly said: OnDay; readonly settled: Settled }>()
  const settledAgain = (key: RuleKey, said: OnDay, day: CivilDate): Settled => {
    const known = before.get(key)
    const isKnown = known !== undefined && isSame(known.said.bounds, said.bounds) && isSame(known.said.own, said.own)
    if (isKnown && said.own.length < 2) return known.settled
    const settled = settledOn(key, said, day)
    before.set(key, { said, settled })
    return settled
  }
  return (packs, day) => {
    const all = packs.map(boundsOf)
    const keys = [...new Set([...all.flatMap((said) => [...said.keys()]), ...own.keys()])].sort(compareTexts)
    const settled = keys.flatMap((key) => {
      const held = all.flatMap((said) => (said.get(key) ?? []).filter(({ period }) => holdsOn(period, day)))
      const chosen = (own.get(key) ?? []).filter((choice) => holdsOn(choice, day))
      const isSilent = held.length === 0 && chosen.length === 0
      return isSilent ? [] : [settledAgain(key, { bounds: held.map(({ bound }) => bound), own: chosen }, day)]
    })
    return withoutEmptyRanges(settled)
  }
}
