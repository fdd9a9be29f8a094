import type { CharterRefusal } from "./refusals.ts"
import type { Resolved, ResolvedRule } from "./resolved.ts"
import type { Reading } from "./rule-reading.ts"
import { compareTexts } from "./text-order.ts"

/** The rules that a process reads under one name, those of `sets` that come first before those that come later. Rule CHARTER-20. */
export const readingUnder = ({ rules }: Resolved, name: string, sets: ReadonlyArray<string>): Reading => {
  const found = new Map<string, ResolvedRule>()
  for (const set of sets.toReversed())
    for (const rule of rules)
      if (rule.key.startsWith(`${set}/`)) found.set(`${name}/${rule.key.slice(set.length + 1)}`, rule)
  return { set: name, rules: found, refusals: [] }
}

/** The packs that have a part in rules that were read; a proposal that was not taken says nothing. */
export const packsIn = (rules: ReadonlyArray<ResolvedRule>): ReadonlyArray<string> => {
  const names = rules.flatMap(({ bounds, from }) => [
    ...(from === "own" ? [] : [from]),
    ...bounds.filter(({ bound }) => bound !== "default").map(({ pack }) => pack),
  ])
  return [...new Set(names)].sort(compareTexts)
}

/** Of what a day refuses: faults of the packs as such, and of the keys that a process reads. Rule CHARTER-21. */
export const againstKeys = (
  refusals: ReadonlyArray<CharterRefusal>,
  reads: (key: string) => boolean,
): ReadonlyArray<CharterRefusal> =>
  refusals.filter((refusal) => ("key" in refusal ? reads(refusal.key) : !("list" in refusal)))
