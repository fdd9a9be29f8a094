import type { Finding } from "./finding.ts"
import { isTest, processesIn, sourcesIn } from "./places.ts"
import { idsIn, type RuleRow, ruleRowsIn } from "./rule-rows.ts"
import { titlesIn } from "./test-titles.ts"
import type { Workspace } from "./workspace.ts"

const isReadme = (path: string): boolean => /^packages\/[^/]+\/(src\/(.+\/)?)?README\.md$/.test(path)

const rowsIn = (workspace: Workspace, path: string): ReadonlyArray<RuleRow> => ruleRowsIn(path, workspace.text(path))

/** The rules that READMEs among the sources state; a package's own README states those that stand in none of them. */
const statedRules = (workspace: Workspace): ReadonlyMap<string, ReadonlyArray<RuleRow>> => {
  const readmes = workspace.paths.filter(isReadme)
  const [inner, outer] = [
    readmes.filter((path) => path.includes("/src/")),
    readmes.filter((path) => !path.includes("/src/")),
  ]
  const stated = new Map<string, ReadonlyArray<RuleRow>>()
  const innerRows = inner.flatMap((path) => rowsIn(workspace, path))
  const isInner = new Set(innerRows.map(({ id }) => id))
  const outerRows = outer.flatMap((path) => rowsIn(workspace, path)).filter(({ id }) => !isInner.has(id))
  for (const row of [...innerRows, ...outerRows]) stated.set(row.id, [...(stated.get(row.id) ?? []), row])
  return stated
}

/** The ids that a README states, its own rows only. */
export const idsStatedIn = (workspace: Workspace, ...paths: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => rowsIn(workspace, path)).map(({ id }) => id))

/** Every README of the packages. */
export const readmesIn = (workspace: Workspace): ReadonlyArray<string> => workspace.paths.filter(isReadme)

/** The kernel and every process list their rules by id. */
export const rulesAreListed = (workspace: Workspace): ReadonlyArray<Finding> =>
  ["kernel", ...processesIn(workspace)]
    .map((folder) => `packages/core/src/${folder}/README.md`)
    .filter((path) => idsStatedIn(workspace, path).size === 0)
    .map((path) => ({
      path,
      line: 1,
      wrong: "lists no rule",
      remedy: "Write a line or a table row for each, beginning with its id: `| CHAIR-3 | … | art. 25 |`",
    }))

const law = /\bart(s|icle|icles)?\.?\s*\d|第[〇零一二三四五六七八九十百千\d]+[条條]/i
const technical = /\b(RFC|UAX|UTS|UTF|FIPS|ISO|GB\/T|GM\/T|ECMA)[\s-]?#?\d/
const ours = /\bour\s+(default|reading)\b/i

const findingAt = (row: RuleRow | undefined, said: Pick<Finding, "wrong" | "remedy">): ReadonlyArray<Finding> =>
  row === undefined ? [] : [{ path: row.path, line: row.line, ...said }]

/** A rule says which law or technical standard it comes from, or that it is ours. An id with several rows says it in one. */
export const rulesAreCited = (workspace: Workspace): ReadonlyArray<Finding> =>
  [...statedRules(workspace)]
    .filter(([, rows]) => !rows.some(({ text }) => [law, technical, ours].some((source) => source.test(text))))
    .flatMap(([id, [row]]) =>
      findingAt(row, {
        wrong: `${id} has no citation`,
        remedy: 'Name instrument and article (`art. 29`, `第二十九条`) or RFC, or write "our default" or "our reading"',
      }),
    )

/** A rule that no test names is a sentence, not a rule. */
export const rulesAreTested = (workspace: Workspace): ReadonlyArray<Finding> => {
  const tested = new Set(sourcesIn(workspace, isTest).flatMap(titlesIn).flatMap(idsIn))
  return [...statedRules(workspace)]
    .filter(([id]) => !tested.has(id))
    .flatMap(([id, [row]]) =>
      findingAt(row, {
        wrong: `no test is named after ${id}`,
        remedy: `Write one whose title begins with the id: it("${id} …")`,
      }),
    )
}
