import type { AssignedSubject } from "../kernel/decision-rules.ts"
import type { ResolvedRule } from "./resolved.ts"
import type { RuleKey } from "./rule-pack.ts"

const suffix = "-matters"

/** The bodies of which a set may be one by its name: `owners-change-of-use` may be one of `owners`, the shortest first. */
const bodiesOf = (set: string): ReadonlyArray<string> => {
  const parts = set.split("-")
  return parts.map((_, last) => parts.slice(0, last + 1).join("-"))
}

/** `owners-matters/rebuilding` is the subject `rebuilding` of the body `owners`. */
const placeOf = (key: RuleKey): { readonly body: string; readonly subject: string } | undefined => {
  const body = key.indexOf("/") - suffix.length
  if (body < 0 || !key.startsWith(suffix, body)) return undefined
  return { body: key.slice(0, body), subject: key.slice(body + suffix.length + 1) }
}

/** Whether a rule says which set of a body decides a subject. */
export const assigns = (key: RuleKey): boolean => placeOf(key) !== undefined

/** Whether a rule says which set of a body decides a subject, and the set may be one of that body. Rule CHARTER-15. */
export const assignsTo = (key: RuleKey, set: string): boolean => {
  const place = placeOf(key)
  return place !== undefined && bodiesOf(set).includes(place.body)
}

/** The rules by which subjects are assigned to a set and to the others of its body, with what they say. */
export interface Assigned {
  readonly rules: ReadonlyArray<ResolvedRule>
  readonly subjects: ReadonlyArray<AssignedSubject>
}

const nothing: Assigned = { rules: [], subjects: [] }

const ofBody = (rules: ReadonlyArray<ResolvedRule>, body: string): Assigned => {
  const said = rules.flatMap((rule) => {
    const place = placeOf(rule.key)
    if (place?.body !== body || rule.value._tag !== "Choice") return []
    const { choice: set } = rule.value
    const { citation } = rule
    return bodiesOf(set).includes(body) ? [{ rule, subject: { subject: place.subject, set, citation } }] : []
  })
  return { rules: said.map(({ rule }) => rule), subjects: said.map(({ subject }) => subject) }
}

/**
 * Which set of a body decides which subject, if any is assigned to this set: from the rules `<body>-matters/<subject>` of the
 * shortest body of which it may be one and whose rules name it. What names no set of its own body assigns nothing. Rule
 * CHARTER-15.
 */
export const assignedSubjects = (rules: ReadonlyArray<ResolvedRule>, set: string): Assigned =>
  bodiesOf(set)
    .map((body) => ofBody(rules, body))
    .find(({ subjects }) => subjects.some((one) => one.set === set)) ?? nothing
