import type { PublicRecord } from "../model/record.ts"
import { type Check, checkOf, notChecked, type Unchecked } from "./check.ts"
import { coGovernanceHolds, coGovernanceNotChecked } from "./co-governance.ts"
import { covenantHolds, covenantNotChecked } from "./covenant.ts"
import { deliberationHolds, deliberationNotChecked } from "./deliberation.ts"
import { digestsHold } from "./digests.ts"
import { disclosureHolds, disclosureNotChecked } from "./disclosure.ts"
import { readRecord } from "./reading.ts"
import { textsHold, textsNotChecked } from "./texts.ts"

/**
 * `holds`: everything that was looked at holds. `incomplete`: so does it here, but the record claims an end and lacks what it rests on,
 * so that nobody could look. `does-not-hold`: something is wrong.
 */
export type VerificationOutcome = "holds" | "incomplete" | "does-not-hold"

/** What came of looking at a record. */
export interface Verification {
  readonly outcome: VerificationOutcome
  /** Everything that was looked at holds, and nothing is missing on which an end rests. What else was not looked at is in `unchecked`. */
  readonly holds: boolean
  /** The record, where it could be read at all; it may be wrong. */
  readonly record: PublicRecord | null
  readonly checks: ReadonlyArray<Check>
  readonly unchecked: ReadonlyArray<Unchecked>
}

/** How a record is looked at. */
export interface Verifying {
  /** The digest of the record as it was learnt elsewhere, such as from the paper notice. */
  readonly digest?: string | undefined
}

/** The parts are those that the record says it has, each once. */
const isComplete = ({ parts }: PublicRecord): boolean => {
  const { coGovernance, covenant, deliberations, disclosures } = parts.matter.content
  const matters = parts.deliberations.map(({ content }) => content.matter)
  const notices = parts.disclosures.map(({ content }) => content.disclosure)
  const documents = parts.texts.map(({ content }) => content.document)
  const calendars = parts.calendars.map(({ content: { id, version } }) => `${id} ${version}`)
  const areOnce = [matters, notices, documents, calendars].every((ids) => new Set(ids).size === ids.length)
  const areSame = deliberations.join() === matters.join() && disclosures.join() === notices.join()
  const isTwo = coGovernance === (parts.coGovernance?.content.matter ?? null)
  return areOnce && areSame && isTwo && covenant === (parts.covenant?.content.covenant ?? null)
}

/** Nothing is of a day after the one on which the record says it was made. */
const isNotAhead = ({ parts }: PublicRecord): boolean => {
  const { asOf } = parts.matter.content
  const days = [
    ...parts.deliberations.flatMap(({ content }) => [content.endedOn, ...content.sittings.map(({ on }) => on)]),
    ...parts.disclosures.flatMap(({ content }) => [content.completedOn, ...content.postings.map(({ on }) => on)]),
    ...(parts.coGovernance?.content.history.map(({ on }) => on) ?? []),
    ...(parts.covenant?.content.history.map(({ on }) => on) ?? []),
  ]
  return days.every((day) => day === null || day <= asOf)
}

const recomputed = (record: PublicRecord): ReadonlyArray<Check> => {
  const { coGovernance, covenant, deliberations, disclosures } = record.parts
  return [
    checkOf({ check: "contents", part: "matter" }, isComplete(record)),
    checkOf({ check: "days", part: "matter" }, isNotAhead(record)),
    ...textsHold(record),
    ...deliberations.flatMap(({ content }, index) => deliberationHolds(content, `deliberations.${index}`)),
    ...disclosures.flatMap(({ content }, index) => disclosureHolds(record.parts, content, `disclosures.${index}`)),
    ...(coGovernance === null ? [] : coGovernanceHolds(record.parts, coGovernance.content)),
    ...(covenant === null ? [] : covenantHolds(record.parts, covenant.content)),
  ]
}

/** What nobody can look at with this record; `digest` is the one that was learnt elsewhere. Rule RECORD-15. */
export const leftUnchecked = (record: PublicRecord, digest: string | undefined): ReadonlyArray<Unchecked> => {
  const { parts } = record
  return [
    ...(digest === undefined ? [notChecked("origin", "record", { digest: record.digest })] : []),
    notChecked("law", "record"),
    ...parts.deliberations.flatMap(({ content }, index) => [
      notChecked("voters", `deliberations.${index}`),
      ...deliberationNotChecked(content, `deliberations.${index}`),
    ]),
    ...textsNotChecked(record),
    ...parts.disclosures.flatMap(({ content }, index) => disclosureNotChecked(parts, content, `disclosures.${index}`)),
    ...coGovernanceNotChecked(parts),
    ...covenantNotChecked(parts),
  ]
}

const outcomeOf = (checks: ReadonlyArray<Check>, unchecked: ReadonlyArray<Unchecked>): VerificationOutcome => {
  if (!checks.every(({ holds }) => holds)) return "does-not-hold"
  return unchecked.some(({ needed }) => needed) ? "incomplete" : "holds"
}

/**
 * Looks at a record with nothing but the record: it is read strictly, every digest is made again, every section is held against its
 * commitment, every vote is judged again from its counts, every period is counted again. It says what it looked at and what it could
 * not look at. Offline and pure; nothing is thrown, whatever comes. Rules RECORD-8 to RECORD-15.
 */
export const verifyRecord = (input: string | Uint8Array, { digest }: Verifying = {}): Verification => {
  const read = readRecord(input)
  if (!read.ok) return { outcome: "does-not-hold", holds: false, record: null, checks: read.refusal, unchecked: [] }
  const { canonical, record } = read.value
  const reading = checkOf({ check: "reading", part: "record" }, true)
  const checks = [reading, canonical, ...digestsHold(record, digest), ...recomputed(record)]
  const unchecked = leftUnchecked(record, digest)
  const outcome = outcomeOf(checks, unchecked)
  return { outcome, holds: outcome === "holds", record, checks, unchecked }
}
