import ts from "typescript"
import { importsOf, resolve } from "./imports.ts"
import type { Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

/** Where an exported name is declared. A value and its type may share one name. */
export interface Origin {
  readonly source: Source
  readonly name: string
  readonly declarations: ReadonlyArray<ts.Statement>
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const namesIn = (name: ts.BindingName): ReadonlyArray<string> =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []))

/** The names that a statement declares. */
export const declaredNames = (statement: ts.Statement): ReadonlyArray<string> => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name))
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return named && statement.name !== undefined ? [statement.name.text] : []
}

const declaring = (source: Source, name: string): ReadonlyArray<ts.Statement> =>
  source.tree.statements.filter((statement) => declaredNames(statement).includes(name))

/** Names that a file exports where it declares them: `export const a`. */
const ownExports = (source: Source): ReadonlyArray<string> =>
  source.tree.statements.filter(isExported).flatMap(declaredNames)

/** What `export { a as b }` and `import { a as b }` call by another name, and where it comes from. */
interface Passing {
  readonly as: string
  readonly name: string
  readonly specifier: string | undefined
}

const passingOf = (source: Source): ReadonlyArray<Passing> =>
  source.tree.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return []
    if (!ts.isNamedExports(statement.exportClause)) return []
    const { moduleSpecifier } = statement
    const specifier =
      moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined
    return statement.exportClause.elements.map(({ name, propertyName }) => ({
      as: name.text,
      name: (propertyName ?? name).text,
      specifier,
    }))
  })

/** Where `import { a as b }` of this file got its `b` from. */
const importedAs = (
  source: Source,
  local: string,
): { readonly name: string; readonly specifier: string } | undefined => {
  for (const { specifier, node } of importsOf(source)) {
    const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue
    const element = bindings.elements.find(({ name }) => name.text === local)
    if (element !== undefined) return { name: (element.propertyName ?? element.name).text, specifier }
  }
  return undefined
}

const starsOf = (source: Source): ReadonlyArray<string> =>
  importsOf(source)
    .filter(({ node }) => ts.isExportDeclaration(node) && node.exportClause === undefined)
    .map(({ specifier }) => specifier)

/** Every name that a file exports, its own and those it passes on. */
export const exportedNames = (workspace: Workspace, path: string): ReadonlyArray<string> => {
  if (!workspace.has(path)) return []
  const source = workspace.source(path)
  const starred = starsOf(source).flatMap((specifier) => {
    const target = resolve(workspace, source, specifier)
    return target === undefined ? [] : exportedNames(workspace, target)
  })
  return [...new Set([...ownExports(source), ...passingOf(source).map((one) => one.as), ...starred])]
}

/** Follows an exported name through re-exports to the file that declares it; nothing when it is not of the workspace. */
export const originOf = (workspace: Workspace, path: string, name: string): Origin | undefined => {
  if (!workspace.has(path)) return undefined
  const source = workspace.source(path)
  const follow = (specifier: string, next: string): Origin | undefined => {
    const target = resolve(workspace, source, specifier)
    return target === undefined ? undefined : originOf(workspace, target, next)
  }
  if (ownExports(source).includes(name)) return { source, name, declarations: declaring(source, name) }
  const passing = passingOf(source).find((one) => one.as === name)
  if (passing?.specifier !== undefined) return follow(passing.specifier, passing.name)
  if (passing !== undefined) {
    const declarations = declaring(source, passing.name)
    if (declarations.length > 0) return { source, name: passing.name, declarations }
    const imported = importedAs(source, passing.name)
    return imported === undefined ? undefined : follow(imported.specifier, imported.name)
  }
  for (const specifier of starsOf(source)) {
    const found = follow(specifier, name)
    if (found !== undefined) return found
  }
  return undefined
}
