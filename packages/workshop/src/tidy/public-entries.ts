import ts from "typescript"
import { exportedNames, originOf } from "./exported.ts"
import { at, type Finding } from "./finding.ts"
import { resolve } from "./imports.ts"
import { publicEntriesIn } from "./manifest.ts"
import { corePlaceOf, isSource, sourcesIn } from "./places.ts"
import { docOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

const isOfProcess = (path: string): boolean => corePlaceOf(path)?.isProcess === true

/** Whether a file does nothing but pass on what it lists by name. */
const isList = ({ tree }: Source): boolean =>
  tree.statements.every(
    (statement) =>
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause),
  )

const passesOnAList = (workspace: Workspace, source: Source, { moduleSpecifier }: ts.ExportDeclaration): boolean => {
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return false
  const target = resolve(workspace, source, moduleSpecifier.text)
  return target !== undefined && workspace.has(target) && isList(workspace.source(target))
}

/**
 * What is public is listed by name: no `export *` in a public entry, nor anywhere inside a process. Outside processes
 * several entries may share one list: `export *` from a file that holds nothing but names.
 */
export const explicitExports = (workspace: Workspace): ReadonlyArray<Finding> => {
  const entries = new Set(publicEntriesIn(workspace))
  const mustList = (path: string): boolean => isSource(path) && (entries.has(path) || isOfProcess(path))
  return sourcesIn(workspace, mustList).flatMap((source) =>
    source.tree.statements
      .filter((statement) => ts.isExportDeclaration(statement))
      .filter(({ exportClause }) => exportClause === undefined || ts.isNamespaceExport(exportClause))
      .filter((statement) => isOfProcess(source.path) || !passesOnAList(workspace, source, statement))
      .map((statement) =>
        at(source, statement, { wrong: "passes on everything with `export *`", remedy: "List the names" }),
      ),
  )
}

/** Every name that a vendor can import says what it means. A type may lean on the value of the same name. */
export const docstrings = (workspace: Workspace): ReadonlyArray<Finding> => {
  const seen = new Set<string>()
  return publicEntriesIn(workspace).flatMap((entry) =>
    exportedNames(workspace, entry).flatMap((name) => {
      const origin = originOf(workspace, entry, name)
      const [first] = origin?.declarations ?? []
      if (origin === undefined || first === undefined) return []
      const key = `${origin.source.path} ${origin.name}`
      if (seen.has(key) || origin.declarations.some((declaration) => docOf(declaration) !== "")) return []
      seen.add(key)
      const remedy = "Write `/** … */` above it: what it means, shapes, units, errors, source"
      return [at(origin.source, first, { wrong: `public \`${origin.name}\` has no docstring`, remedy })]
    }),
  )
}
