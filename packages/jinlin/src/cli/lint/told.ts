import type { LintFinding, LintLevel, LintRange } from "@jinlin/core/charter"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import { describeCitation } from "@jinlin/messages"
import type { Voice } from "../../report/voice.ts"
import { wrapped } from "../../report/width.ts"

/** What is told of a charter, and to whom. */
export interface Told {
  readonly file: string
  readonly range: LintRange
  readonly voice: Voice
  readonly width: number
}

/** From what will not work to what is good to know. */
const levels = ["error", "warning", "note"] as const satisfies ReadonlyArray<LintLevel>

/** How many findings of each level there are. */
export const countOf = (findings: ReadonlyArray<LintFinding>, level: LintLevel): number =>
  findings.filter((finding) => finding.level === level).length

/** Where the rules of a charter stand in its file. */
export const pathInFile = ({ path }: LintFinding): LintFinding["path"] => ["rules", ...path]

const remedyOf = ({ facts, refusal, rule }: LintFinding, voice: Voice): string | undefined =>
  refusal === undefined ? voice.saying(`lint.${rule}.remedy`, facts) : voice.refusal(refusal).remedy

const block = (finding: LintFinding, { file, voice, width }: Told): string => {
  const { citation, facts, refusal, rule } = finding
  const said = voice.saying(`lint.${rule}.what`, facts) ?? `${rule} ${JSON.stringify(facts)}`
  const what = voice.sentences([said, ...(refusal === undefined ? [] : [voice.refusal(refusal).what])])
  const remedy = remedyOf(finding, voice)
  const lines = [
    voice.say("journal.what", { what, rule: refusal === undefined ? rule : `${rule}, ${refusal.rule}` }),
    ...(remedy === undefined ? [] : [voice.say("journal.remedy", { remedy })]),
    ...(citation === undefined
      ? []
      : [describeCitation(citation, { language: voice.language, names: voice.names }).text]),
  ]
  const place = voice.say("journal.lint.place", { file, path: pathInFile(finding) })
  return [place, ...lines.flatMap((line) => wrapped(line, width - 2).map((part) => `  ${part}`))].join("\n")
}

const titleOf = ({ file, range: { from, to }, voice }: Told): string => {
  if (to === undefined) return voice.say("journal.lint.looked-from", { file, from })
  const last = addDays(to, -1)
  return voice.say(last === from ? "journal.lint.looked-on" : "journal.lint.looked-between", { file, from, to: last })
}

/** What was found, for people: by level, each with its place, what would mend it, and where it says so. */
export const findingsText = (findings: ReadonlyArray<LintFinding>, told: Told): string => {
  const { voice } = told
  const groups = levels.flatMap((level) => {
    const ofLevel = findings.filter((finding) => finding.level === level)
    if (ofLevel.length === 0) return []
    return [
      voice.say(`journal.lint.level.${level}`, { count: ofLevel.length }),
      ...ofLevel.map((one) => block(one, told)),
    ]
  })
  const [errors, warnings, notes] = levels.map((level) => countOf(findings, level))
  const end =
    findings.length === 0 ? voice.say("journal.lint.clean") : voice.say("journal.lint.sum", { errors, warnings, notes })
  return `${[titleOf(told), ...groups, end].join("\n\n")}\n`
}
