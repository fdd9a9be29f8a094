import type { LintFinding, LintLevel, LintRange } from "@jinlin/core/charter"
import { addDays } from "@jinlin/core/kernel/arithmetic"
import { describeCitation } from "@jinlin/messages"
import type { Voice } from "../../report/voice.ts"
import { wrapped } from "../../report/width.ts"
import { type Group, groupsOf, toldOf } from "./groups.ts"

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

const placeOf = (finding: LintFinding, { file, voice }: Told): string =>
  voice.say("journal.lint.place", { file, path: pathInFile(finding) })

interface Indent {
  readonly columns: number
  /** How much further the second line and those after it stand, where the text is one of several. */
  readonly hanging?: number
}

const indented = (text: string, { columns, hanging = 0 }: Indent, { width }: Told): ReadonlyArray<string> =>
  wrapped(text, width - columns - hanging).map(
    (line, index) => `${" ".repeat(columns + (index === 0 ? 0 : hanging))}${line}`,
  )

const whatOf = (finding: LintFinding, voice: Voice): string => {
  const { facts, refusal, rule } = finding
  const said = voice.saying(`lint.${rule}.what`, toldOf(finding)) ?? `${rule} ${JSON.stringify(facts)}`
  return voice.sentences([said, ...(refusal === undefined ? [] : [voice.refusal(refusal).what])])
}

/** What is left to say of one of several once the heading is said: which one, how it came about, what exactly is refused. */
const eachOf = (finding: LintFinding, voice: Voice): string => {
  const { refusal, rule } = finding
  const said = voice.saying(`lint.${rule}.each`, toldOf(finding))
  if (refusal === undefined) return said ?? whatOf(finding, voice)
  return voice.sentences([...(said === undefined ? [] : [said]), voice.refusal(refusal).what])
}

const citationOf = ({ citation }: LintFinding, { language, names }: Voice): ReadonlyArray<string> =>
  citation === undefined ? [] : [describeCitation(citation, { language, names }).text]

const withRule = (what: string, { refusal, rule }: LintFinding, voice: Voice): string => {
  const rules = [rule, ...(refusal === undefined ? [] : [refusal.rule])]
  return voice.say("journal.what", { what, rule: voice.say("journal.lint.rules", { rules }) })
}

const remedyLine = ({ remedy }: Group, voice: Voice): ReadonlyArray<string> =>
  remedy === undefined ? [] : [voice.say("journal.remedy", { remedy })]

const oneBlock = (group: Group, told: Told): string => {
  const { voice } = told
  const [finding] = group.findings
  const lines = [
    withRule(whatOf(finding, voice), finding, voice),
    ...remedyLine(group, voice),
    ...citationOf(finding, voice),
  ]
  return [placeOf(finding, told), ...lines.flatMap((line) => indented(line, { columns: 2 }, told))].join("\n")
}

/** What is so of all of them, each below its place with its citation, and what mends them all. */
const sharedBlock = (heading: string, group: Group, told: Told): string => {
  const { voice } = told
  const [first] = group.findings
  const byPlace = Map.groupBy(group.findings, (finding) => placeOf(finding, told))
  const places = [...byPlace].flatMap(([place, findings]) => [
    `  ${place}`,
    ...findings.flatMap((finding) =>
      indented(
        voice.sentences([eachOf(finding, voice), ...citationOf(finding, voice)]),
        { columns: 4, hanging: 2 },
        told,
      ),
    ),
  ])
  const remedy = remedyLine(group, voice).flatMap((line) => indented(line, { columns: 2 }, told))
  return [...indented(withRule(heading, first, voice), { columns: 0 }, told), ...places, ...remedy].join("\n")
}

const block = (group: Group, told: Told): string =>
  group.heading === undefined ? oneBlock(group, told) : sharedBlock(group.heading, group, told)

const titleOf = ({ file, range: { from, to }, voice }: Told): string => {
  if (to === undefined) return voice.say("journal.lint.looked-from", { file, from })
  const last = addDays(to, -1)
  return voice.say(last === from ? "journal.lint.looked-on" : "journal.lint.looked-between", { file, from, to: last })
}

/** What was found, for people: by level, each with its place, what would mend it, and where it says so. Rule LINT-19. */
export const findingsText = (findings: ReadonlyArray<LintFinding>, told: Told): string => {
  const { voice } = told
  const groups = levels.flatMap((level) => {
    const ofLevel = findings.filter((finding) => finding.level === level)
    if (ofLevel.length === 0) return []
    return [
      voice.say(`journal.lint.level.${level}`, { count: ofLevel.length }),
      ...groupsOf(ofLevel, voice).map((group) => block(group, told)),
    ]
  })
  const [errors, warnings, notes] = levels.map((level) => countOf(findings, level))
  const end =
    findings.length === 0 ? voice.say("journal.lint.clean") : voice.say("journal.lint.sum", { errors, warnings, notes })
  return `${[titleOf(told), ...groups, end].join("\n\n")}\n`
}
