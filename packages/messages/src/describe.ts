import { findingKeys } from "./kinds/words.ts"
import type { Data, Names, Write } from "./text.ts"
import type { TextRefusal, TextResult } from "./text-refusals.ts"
import { visible } from "./visible.ts"

/** One text for display: there is always one, and `missing` says why it is only a stand-in. */
export interface Described {
  readonly text: string
  readonly missing: ReadonlyArray<TextRefusal>
}

/** A refusal in words. */
export interface DescribedRefusal {
  /** What was refused and why, with the place and the evidence. */
  readonly what: string
  /** What would make it pass. */
  readonly remedy: string
  /** Why one of the two is only a stand-in; empty when both are there. */
  readonly missing: ReadonlyArray<TextRefusal>
}

/** What `_tag` names: a refusal, an event, a reason. The other fields are the variables of its text. */
export interface Tagged {
  readonly _tag: string
}

/** What somebody must be told: the name of a notice and its variables. Every `Notice` of `@jinlin/core` is one. */
export interface NoticeData {
  readonly template: string
  readonly data: Data
}

/** What came of applying one rule, with what was looked at. Every `Finding` of `@jinlin/core` is one. */
export interface FindingData {
  readonly rule: string
  readonly holds: boolean
  readonly facts: Data
  readonly shortBy?: number | undefined
  readonly flippedBy?: number | undefined
}

/** The stand-in for a text that there is not: from the catalogue, and without one the bare key. */
const standIn = (write: Write, key: string, data: Data): string => {
  const text = write(key, data, (id) => id)
  return text.ok ? text.value : `[jinlin] [messages] ${key} ${visible(Object.values(data).map(String).join(" "))}`
}

const orStandIn = (result: TextResult, otherwise: () => string): Described =>
  result.ok ? { text: result.value, missing: [] } : { text: otherwise(), missing: [result.refusal] }

/** What is to be said: the key, its variables, and the names for ids. */
interface Line {
  readonly key: string
  readonly data: object
  readonly names: Names
}

/** A line under its key, with a stand-in that names the key. */
export const describeLine = (write: Write, { data, key, names }: Line): Described =>
  orStandIn(write(key, { ...data }, names), () => standIn(write, "fallback.line", { key }))

/** A finding under its rule's own text (`outcome.CHAIR-3`), or, where the rule has none, under that of any threshold. */
export const describeFindingWith = (write: Write, finding: FindingData, names: Names): Described => {
  const data = { ...finding, ...finding.facts }
  const results = findingKeys(finding.rule, finding.facts).map((key) => write(key, data, names))
  const told = results.find((result) => result.ok || result.refusal._tag !== "MissingMessage") ?? results[0]
  const key = `outcome.${finding.rule}`
  return told === undefined
    ? describeLine(write, { key, data, names })
    : orStandIn(told, () => standIn(write, "fallback.line", { key }))
}

/** What is text stays; anything else is no name and says nothing: turning an unknown object into text may throw. */
const worded = (value: unknown): string => (typeof value === "string" ? value : "")

/** A refusal, with stand-ins that name its tag and its rule. */
export const describeRefusalWith = (write: Write, refusal: Tagged, names: Names): DescribedRefusal => {
  const { _tag: tag, rule = "" }: Tagged & { readonly rule?: unknown } = refusal
  const half = (part: "what" | "remedy"): Described =>
    orStandIn(write(`refusal.${tag}.${part}`, { ...refusal }, names), () =>
      standIn(write, `fallback.refusal.${part}`, { tag: worded(tag), rule: worded(rule) }),
    )
  const what = half("what")
  const remedy = half("remedy")
  return { what: what.text, remedy: remedy.text, missing: [...what.missing, ...remedy.missing] }
}
