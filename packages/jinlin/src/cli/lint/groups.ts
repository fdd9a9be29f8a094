import type { LintFinding } from "@jinlin/core/charter"
import type { Voice } from "../../report/voice.ts"

/** Findings that are told together: of one rule and level, with the same to be said of all of them and the same remedy. */
export interface Group {
  /** What can be said of all of them; nothing: there is one alone. */
  readonly heading: string | undefined
  readonly remedy: string | undefined
  readonly findings: readonly [LintFinding, ...ReadonlyArray<LintFinding>]
}

/** What a text may speak of: the facts, of which some list codes. */
export const toldOf = ({ facts }: LintFinding): Readonly<Record<string, unknown>> => {
  const { known, modes } = facts
  const listed = {
    ...(typeof modes === "string" ? { modes: modes.split(", ") } : {}),
    ...(typeof known === "string" ? { known: known.split(", ") } : {}),
  }
  return { ...facts, ...listed }
}

const remedyOf = (finding: LintFinding, voice: Voice): string | undefined => {
  const { refusal, rule } = finding
  return refusal === undefined ? voice.saying(`lint.${rule}.remedy`, toldOf(finding)) : voice.refusal(refusal).remedy
}

/** Findings of one level in the order in which they were found, those that share rule, heading and remedy together. Rule LINT-19. */
export const groupsOf = (findings: ReadonlyArray<LintFinding>, voice: Voice): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>()
  for (const [index, finding] of findings.entries()) {
    const { refusal, rule } = finding
    const heading = voice.saying(`lint.${rule}.several`, toldOf(finding))
    const remedy = remedyOf(finding, voice)
    const isAlone = heading === undefined || remedy === undefined
    const key = JSON.stringify(isAlone ? index : [rule, refusal?.rule, heading, remedy])
    const known = groups.get(key)
    groups.set(key, { heading, remedy, findings: known === undefined ? [finding] : [...known.findings, finding] })
  }
  return [...groups.values()].map((group) => (group.findings.length > 1 ? group : { ...group, heading: undefined }))
}
