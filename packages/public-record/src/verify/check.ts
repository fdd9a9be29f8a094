import type { Located } from "@jinlin/core/kernel"

/** What is looked at in a record. Each has a text `record.check.<name>`, and `record.fault.<name>` for where it does not hold. */
export const checkNames = [
  "reading",
  "canonical",
  "part-digest",
  "record-digest",
  "given-digest",
  "contents",
  "commitments",
  "document-digest",
  "order",
  "law",
  "notice",
  "party-study",
  "ballot",
  "secrecy",
  "sums",
  "outcome",
  "consequence",
  "days",
  "ending",
  "disclosed-document",
  "postings",
  "period",
  "completion",
  "correction",
  "co-governance-course",
  "co-governance-outcomes",
  "co-governance-resolution",
  "co-governance-disclosures",
  "co-governance-appraisals",
  "co-governance-closing",
  "covenant-course",
  "covenant-text",
  "covenant-comments",
  "covenant-adoption",
  "covenant-versions",
] as const
/** One of them. */
export type CheckName = (typeof checkNames)[number]

/** What a check speaks of: a round, a step, a day, a digest. */
export type Facts = Readonly<Record<string, string | number>>

/** One thing that was looked at, in which part of the record, and whether it holds. */
export interface Check {
  readonly check: CheckName
  /** `record` for what is around the parts, else such as `matter` or `deliberations.0`. */
  readonly part: string
  readonly holds: boolean
  readonly facts: Facts
  /** Why the file could not be read, with its place. */
  readonly refusal?: Located
}

/** What nobody can look at with the record alone. Each has a text `record.unchecked.<name>`. */
export const uncheckedNames = [
  "origin",
  "voters",
  "counts-withheld",
  "area-withheld",
  "attendance",
  "blacked-out",
  "text-missing",
  "calendar-missing",
  "period-provisional",
  "deliberation-missing",
  "disclosure-missing",
  "covenant-missing",
  "law",
] as const
/** One of them. */
export type UncheckedName = (typeof uncheckedNames)[number]

/** One thing that was not looked at, and where. */
export interface Unchecked {
  readonly unchecked: UncheckedName
  readonly part: string
  readonly facts: Facts
  /** Whether an end that the record claims rests on it: then the record lacks what would prove its end, and is incomplete. */
  readonly needed: boolean
}

/** A check with what it speaks of. */
export const checkOf = (at: Pick<Check, "check" | "part">, holds: boolean, facts: Facts = {}): Check => ({
  ...{ ...at, holds, facts },
})

/** Something that was left unchecked. */
export const notChecked = (unchecked: UncheckedName, part: string, facts: Facts = {}): Unchecked => ({
  ...{ unchecked, part, facts, needed: false },
})

/** The same where an end that the record claims rests on it. */
export const neededIf = (needed: boolean, one: Unchecked): Unchecked => ({ ...one, needed })
