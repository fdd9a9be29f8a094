import { decisionKeys } from "../decision-keys.ts"
import { compareTexts } from "../text-order.ts"
import type { LintFinding } from "./finding.ts"
import { likelyMeant } from "./spelling.ts"
import { namedPacks, type View } from "./view.ts"

/** `meeting/quorum.heads` is the rule `quorum.heads` of the set `meeting`. */
const partsOf = (key: string): readonly [set: string, name: string] => {
  const at = key.lastIndexOf("/")
  return [key.slice(0, Math.max(at, 0)), key.slice(at + 1)]
}

const isDecision = (name: string): boolean => decisionKeys.some((key) => key === name)

/** The rules that are known of each set: those of its packs and, where its sittings are judged, those by which they are. */
const knownOf = (keys: ReadonlyArray<string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Map<string, Set<string>>()
  for (const [set, name] of keys.map(partsOf)) {
    const names = known.get(set) ?? new Set<string>()
    for (const one of isDecision(name) ? [name, ...decisionKeys] : [name]) names.add(one)
    known.set(set, names)
  }
  return known
}

/** The key that a choice was likely meant for, where no pack has the one that was written. */
const meantBy = (key: string, ofPacks: ReturnType<typeof knownOf>, all: ReturnType<typeof knownOf>) => {
  const [set, name] = partsOf(key)
  const sets = [...ofPacks.keys()].toSorted(compareTexts)
  const otherSet = ofPacks.has(set) ? undefined : likelyMeant(set, sets)
  if (otherSet !== undefined) return `${otherSet}/${name}`
  const names = [...(ofPacks.get(set) ?? []), ...(all.get(set) ?? [])].filter(
    (one) => isDecision(one) || ofPacks.get(set)?.has(one),
  )
  const otherName = likelyMeant(name, [...new Set(names)].toSorted(compareTexts))
  return otherName === undefined ? undefined : `${set}/${otherName}`
}

/**
 * A key that no pack has is free, and so a misspelt one passes in silence: told are choices whose key is a letter or two away from one
 * that is known. Rule LINT-23.
 */
export const keysMustBeMeant = (views: ReadonlyArray<View>): ReadonlyArray<LintFinding> => {
  const [first] = views
  if (first === undefined) return []
  const { charter, packs } = first
  const theirs = namedPacks(charter, packs).flatMap(({ rules }) => rules.map(({ key }) => key))
  const [ofPacks, all] = [knownOf(theirs), knownOf([...theirs, ...charter.choices.map(({ key }) => key)])]
  const known = new Set(theirs)
  return charter.choices.flatMap(({ key }, index): ReadonlyArray<LintFinding> => {
    const meant = known.has(key) ? undefined : meantBy(key, ofPacks, all)
    if (meant === undefined) return []
    const facts = { day: first.day, key, meant }
    return [{ rule: "LINT-23", level: "warning", path: ["choices", index, "key"], facts }]
  })
}
