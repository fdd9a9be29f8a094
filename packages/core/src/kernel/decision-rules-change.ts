import { canonicalJson } from "./canonical-json.ts"
import type { DecisionRules } from "./decision-rules.ts"

const isObject = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Where a law can be read on the web is no part of what it says. */
const withoutAddresses = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutAddresses)
  if (!isObject(value)) return value
  const said = Object.entries(value).filter(([field]) => field !== "url")
  return Object.fromEntries(said.map(([field, one]) => [field, withoutAddresses(one)]))
}

/** One text for one meaning; what is no JSON, and so no rule, is like nothing else. */
const textOf = (value: unknown): string | undefined => {
  const text = canonicalJson(withoutAddresses(value))
  return text.ok ? text.value : undefined
}

/** Every field but `day`: the same rules resolved on another day are no other rules. */
const compared = [
  "set",
  "packs",
  "quorum",
  "quorumCounts",
  "approval",
  "composition",
  "notice",
  "ballot",
  "proxies",
  "silence",
  "repeated",
  "extension",
  "partyStudy",
  "subjects",
] as const satisfies ReadonlyArray<Exclude<keyof DecisionRules, "day">>

/**
 * The names of the fields in which two sets of rules differ, in the order in which a set lists them; empty when they say the
 * same. The day is left out, and so are the addresses of citations; another article or another version of a law is a
 * difference, even if its numbers are the same. Rule LAW-1.
 */
export const changedRules = (a: DecisionRules, b: DecisionRules): ReadonlyArray<string> =>
  compared.filter((field) => {
    const [before, after] = [textOf(a[field]), textOf(b[field])]
    return before === undefined || before !== after
  })
