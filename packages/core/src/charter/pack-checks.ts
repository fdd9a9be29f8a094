import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Located } from "../kernel/reading-refusals.ts"
import type { Bound } from "./rule-value.ts"

/** A pack is named after another day than the one from which it holds: give it the name of its own day. Rule PACK-1. */
export interface PackNamedOtherwise {
  readonly _tag: "PackNamedOtherwise"
  readonly rule: "PACK-1"
  readonly pack: string
  readonly effectiveFrom: CivilDate
}

/** A pack ends before it begins, or on the same day, and never holds. Rule PACK-4. */
export interface PackNeverHolds {
  readonly _tag: "PackNeverHolds"
  readonly rule: "PACK-4"
  readonly effectiveFrom: CivilDate
  readonly effectiveTo: CivilDate
}

/** A value is called law, and no article is named that says it: name it, or say how surely it is known. Rule PACK-5. */
export interface LawWithoutArticle {
  readonly _tag: "LawWithoutArticle"
  readonly rule: "PACK-5"
  readonly key: string
}

/** One key has two values of one bound on one day: the item `first` has it too. Rule PACK-6. */
export interface PackRuleTwice {
  readonly _tag: "PackRuleTwice"
  readonly rule: "PACK-6"
  readonly key: string
  readonly bound: Bound
  readonly first: number
}

/** What is wrong with a pack of which each field alone is right. */
export type PackFault = PackNamedOtherwise | PackNeverHolds | LawWithoutArticle | PackRuleTwice

interface RuleToCheck {
  readonly key: string
  readonly bound: Bound
  readonly citation: Citation
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
}

interface PackToCheck {
  readonly pack: string
  readonly effectiveFrom: CivilDate
  readonly effectiveTo: CivilDate | null
  readonly rules: ReadonlyArray<RuleToCheck>
}

const meet = (a: RuleToCheck, b: RuleToCheck): boolean =>
  (a.from === undefined || b.to === undefined || a.from < b.to) &&
  (b.from === undefined || a.to === undefined || b.from < a.to)

/** A key may have a floor and a ceiling, or hold one value until a day and another from it on. */
const rulesTwice = (rules: ReadonlyArray<RuleToCheck>): ReadonlyArray<Located<PackRuleTwice>> => {
  const known = new Map<string, Array<readonly [number, RuleToCheck]>>()
  return rules.flatMap((rule, index) => {
    const { bound, key } = rule
    const name = `${key} ${bound}`
    const before = known.get(name) ?? []
    known.set(name, [...before, [index, rule]])
    const [first] = before.find(([, other]) => meet(rule, other)) ?? []
    if (first === undefined) return []
    return [{ path: ["rules", index, "key"], refusal: { _tag: "PackRuleTwice", rule: "PACK-6", key, bound, first } }]
  })
}

/** What is wrong with a pack of which each field alone is right, with where it stands. Rules PACK-1, PACK-4 to PACK-6. */
export const packFaults = (pack: PackToCheck): ReadonlyArray<Located<PackFault>> => {
  const { effectiveFrom, effectiveTo, pack: name, rules } = pack
  const faults: Array<Located<PackFault>> = []
  if (name.slice(name.lastIndexOf("@") + 1) !== effectiveFrom) {
    const refusal = { _tag: "PackNamedOtherwise", rule: "PACK-1", pack: name, effectiveFrom } as const
    faults.push({ path: ["pack"], refusal })
  }
  if (effectiveTo !== null && effectiveTo <= effectiveFrom) {
    const refusal = { _tag: "PackNeverHolds", rule: "PACK-4", effectiveFrom, effectiveTo } as const
    faults.push({ path: ["effectiveTo"], refusal })
  }
  for (const [index, { citation, key }] of rules.entries()) {
    if (citation.certainty !== "law" || (citation.article ?? "").trim() !== "") continue
    faults.push({ path: ["rules", index, "citation"], refusal: { _tag: "LawWithoutArticle", rule: "PACK-5", key } })
  }
  return [...faults, ...rulesTwice(rules)]
}
