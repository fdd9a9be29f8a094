import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { corePlaceOf, isSource, sourcesIn } from "./places.ts"
import { idsStatedIn, readmesIn } from "./readme-rules.ts"
import { idsIn } from "./rule-rows.ts"
import { literalTextOf, nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

interface Use {
  readonly id: string
  readonly node: ts.Node
}

/** What a field named `rule` is given, or, in a type, may hold. */
const ruleGiven = (node: ts.Node): ts.Node | undefined => {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "rule") return node.initializer
  return ts.isPropertySignature(node) && node.name.getText() === "rule" ? node.type : undefined
}

const isId = (text: string): boolean => idsIn(text)[0] === text

/** The ids that a file names: in a field named `rule`, and in core every text that is an id and nothing else. */
const usesIn = (source: Source): ReadonlyArray<Use> =>
  nodesOf(source.tree).flatMap((node): ReadonlyArray<Use> => {
    const given = ruleGiven(node)
    if (given !== undefined) return idsIn(literalTextOf(given)).map((id) => ({ id, node }))
    const isText = corePlaceOf(source.path) !== undefined && ts.isStringLiteralLike(node)
    return isText && isId(node.text) ? [{ id: node.text, node }] : []
  })

/** The READMEs that may state the rules of a file: in core the one of its folder, elsewhere any of a package. */
const answering = (workspace: Workspace, path: string): ReadonlyArray<string> => {
  const place = corePlaceOf(path)
  return place === undefined ? readmesIn(workspace) : [`packages/core/src/${place.folder}/README.md`]
}

/** A rule that code names has a line in the README of its folder. */
export const namedRulesAreListed = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, (path) => isSource(path) && path.startsWith("packages/")).flatMap((source) => {
    const readmes = answering(workspace, source.path)
    const stated = idsStatedIn(workspace, ...readmes)
    const unstated = new Map(
      usesIn(source)
        .filter(({ id }) => !stated.has(id))
        .map((use) => [use.id, use]),
    )
    const where = corePlaceOf(source.path) === undefined ? "a README of a package" : (readmes[0] ?? "")
    return [...unstated.values()].map(({ id, node }) =>
      at(source, node, { wrong: `${id} stands in no README`, remedy: `Give it a row in ${where}, or correct the id` }),
    )
  })
