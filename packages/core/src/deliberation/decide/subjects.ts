import type { DecisionRules } from "../../kernel/decision-rules.ts"
import type { Objection, OpenMatter } from "./standing.ts"

/**
 * A set to which law assigns subjects decides matters about these and no others, so that nobody chooses the easier majority for
 * what law keeps for the harder one. A set to which none is assigned is free (DELIBERATION-28).
 */
export const subjectMustFit = (
  { about }: Pick<OpenMatter, "about">,
  { set, subjects: known }: DecisionRules,
): Objection => {
  const subjects = known.filter((one) => one.set === set).map(({ subject }) => subject)
  if (subjects.length === 0 || (about !== null && subjects.includes(about))) return undefined
  const found = known.find(({ subject }) => subject === about)
  const assigned = found === undefined ? null : { set: found.set, citation: found.citation }
  return { _tag: "SubjectNotOfSet", rule: "DELIBERATION-28", about, set, subjects, assigned }
}
