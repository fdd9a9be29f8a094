import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { isSource, isTest, sourcesIn } from "./places.ts"
import { nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

type Look = (node: ts.Node) => Pick<Finding, "wrong" | "remedy"> | undefined

const unwrapped = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node

const isCastToUnknown = (node: ts.Expression): boolean =>
  ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.UnknownKeyword

const typesGivenUp: Look = (node) => {
  if (node.kind === ts.SyntaxKind.AnyKeyword)
    return { wrong: "gives types up with `any`", remedy: "Write the type, or `unknown` and narrow it" }
  if (ts.isAsExpression(node) && isCastToUnknown(unwrapped(node.expression)))
    return { wrong: "gives types up with `as unknown as`", remedy: "Narrow with a predicate, or read with a schema" }
  if (ts.isNonNullExpression(node))
    return {
      wrong: "claims with `!` that a value is there",
      remedy: "Ask for the value and refuse, or throw, if it is absent",
    }
  return undefined
}

const notErasable: Look = (node) => {
  if (ts.isEnumDeclaration(node)) return { wrong: "declares an enum", remedy: "Use a union of literals" }
  if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name))
    return { wrong: "declares a namespace", remedy: "Use a module of its own" }
  return undefined
}

const defaultExport: Look = (node) => {
  const says = { wrong: "exports a default", remedy: "Export it by a name" }
  if (ts.isExportAssignment(node) || (ts.isExportSpecifier(node) && node.name.text === "default")) return says
  return node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent) ? says : undefined
}

const findingsOf = (source: Source, looks: ReadonlyArray<Look>): ReadonlyArray<Finding> =>
  nodesOf(source.tree).flatMap((node) =>
    looks.flatMap((look) => {
      const said = look(node)
      return said === undefined ? [] : [at(source, node, said)]
    }),
  )

const silencedAt = (source: Source): ReadonlyArray<Finding> =>
  source.text.split("\n").flatMap((text, index) => {
    const directive = /(?:\/\/|\/\*)\s*(@ts-(?:ignore|expect-error|nocheck))/.exec(text)?.[1]
    if (directive === undefined) return []
    return [
      { path: source.path, line: index + 1, wrong: `silences the compiler with ${directive}`, remedy: "Mend the type" },
    ]
  })

/** Sources keep their types; tests may break them on purpose. */
export const keptTypes = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource).flatMap((source) => [...findingsOf(source, [typesGivenUp]), ...silencedAt(source)])

/** No enum, no namespace, no default export, in tests either. */
export const plainModules = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, (path) => isSource(path) || isTest(path)).flatMap((source) =>
    findingsOf(source, [notErasable, defaultExport]),
  )
