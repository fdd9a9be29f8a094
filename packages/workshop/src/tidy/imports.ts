import { posix } from "node:path"
import ts from "typescript"
import { manifestsIn, sourceOfEntry } from "./manifest.ts"
import { nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

/** One mention of another module. */
export interface Import {
  readonly specifier: string
  readonly node: ts.Node
  /** Whether it is still there when types are stripped. `import { type A }` is: only `import type` goes away. */
  readonly atRunTime: boolean
  /** The values that are asked for, by the names of the other module; nothing when that is everything. */
  readonly names: ReadonlyArray<string> | undefined
}

const bound = (elements: ReadonlyArray<ts.ImportSpecifier | ts.ExportSpecifier>): ReadonlyArray<string> =>
  elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name, propertyName }) => (propertyName ?? name).text)

const ofImport = (node: ts.ImportDeclaration, specifier: string): Import => {
  const clause = node.importClause
  const bindings = clause?.namedBindings
  const names = bindings !== undefined && ts.isNamedImports(bindings) ? bound(bindings.elements) : undefined
  return { specifier, node, atRunTime: clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword, names }
}

const ofExport = (node: ts.ExportDeclaration, specifier: string): Import => {
  const clause = node.exportClause
  const names = clause !== undefined && ts.isNamedExports(clause) ? bound(clause.elements) : undefined
  return { specifier, node, atRunTime: !node.isTypeOnly, names }
}

const ofCall = (node: ts.CallExpression): Import | undefined => {
  const [first] = node.arguments
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === "require")
  if (!loads || first === undefined || !ts.isStringLiteralLike(first)) return undefined
  return { specifier: first.text, node, atRunTime: true, names: undefined }
}

const importAt = (node: ts.Node): Import | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return ofImport(node, node.moduleSpecifier.text)
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier))
    return ofExport(node, node.moduleSpecifier.text)
  if (ts.isCallExpression(node)) return ofCall(node)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return { specifier: node.argument.literal.text, node, atRunTime: false, names: undefined }
  return undefined
}

const known = new WeakMap<Source, ReadonlyArray<Import>>()

/** Everything that a file imports, re-exports or loads, in its order. */
export const importsOf = (source: Source): ReadonlyArray<Import> => {
  const before = known.get(source)
  if (before !== undefined) return before
  const found = nodesOf(source.tree)
    .map(importAt)
    .filter((one) => one !== undefined)
  known.set(source, found)
  return found
}

/** The package that a bare specifier names: `@jinlin/core/kernel` is of `@jinlin/core`; nothing for a relative one. */
export const packageOf = (specifier: string): string | undefined => /^(@[^/]+\/[^/]+|[^./@][^/]*)/.exec(specifier)?.[0]

/** The file of ours that a specifier leads to; nothing when it leads elsewhere. */
export const resolve = (workspace: Workspace, from: Source, specifier: string): string | undefined => {
  if (/^\.\.?\//.test(specifier)) return posix.join(posix.dirname(from.path), specifier)
  const name = packageOf(specifier)
  const manifest = manifestsIn(workspace).find((candidate) => candidate.name !== "" && candidate.name === name)
  if (manifest === undefined || name === undefined) return undefined
  return sourceOfEntry(manifest, manifest.exports[`.${specifier.slice(name.length)}`])
}

/**
 * The way from a file along run-time imports to the first specifier that `wanted` holds for, both ends included;
 * nothing when there is no way.
 */
export const wayTo = (
  workspace: Workspace,
  start: string,
  wanted: (specifier: string) => boolean,
): ReadonlyArray<string> | undefined => {
  const seen = new Set<string>()
  const walk = (path: string): ReadonlyArray<string> | undefined => {
    if (seen.has(path) || !workspace.has(path)) return undefined
    seen.add(path)
    const source = workspace.source(path)
    for (const { specifier, atRunTime } of importsOf(source)) {
      if (!atRunTime) continue
      if (wanted(specifier)) return [path, specifier]
      const next = resolve(workspace, source, specifier)
      const further = next === undefined ? undefined : walk(next)
      if (further !== undefined) return [path, ...further]
    }
    return undefined
  }
  return walk(start)
}
