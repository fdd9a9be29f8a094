import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { corePlaceOf, isSource, sourcesIn } from "./places.ts"
import { nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

const limits = { fileLines: 250, crowdedFileLines: 150, functionLines: 70, parameters: 3 }

const linesOf = ({ text }: Source): number => text.replace(/\n$/, "").split("\n").length

/** A file is read in one go. */
export const fileLengths = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource)
    .filter((source) => linesOf(source) > limits.fileLines)
    .map((source) => {
      const wrong = `has ${linesOf(source)} lines, more than ${limits.fileLines}`
      return { path: source.path, line: limits.fileLines + 1, wrong, remedy: "Split it by what its parts are about" }
    })

/** Files that are getting long: to be looked at, not an error. */
export const crowdedFiles = (workspace: Workspace): ReadonlyArray<string> =>
  sourcesIn(workspace, isSource)
    .filter((source) => linesOf(source) > limits.crowdedFileLines)
    .map((source) => `${source.path} ${linesOf(source)} lines`)

type WithBody = ts.FunctionLikeDeclaration & { readonly body: ts.Node }

const hasBody = (node: ts.Node): node is WithBody =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined

const functionsOf = (source: Source): ReadonlyArray<WithBody> => nodesOf(source.tree).filter(hasBody)

const heightOf = (source: Source, node: ts.Node): number => {
  const lineAt = (position: number): number => source.tree.getLineAndCharacterOfPosition(position).line
  return lineAt(node.end) - lineAt(node.getStart(source.tree)) + 1
}

/** A function that reaches 70 lines is two functions. */
export const functionLengths = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource).flatMap((source) =>
    functionsOf(source)
      .filter((node) => heightOf(source, node) > limits.functionLines)
      .map((node) => {
        const wrong = `a function of ${heightOf(source, node)} lines, more than ${limits.functionLines}`
        return at(source, node, { wrong, remedy: "Make two of it, each with a name" })
      }),
  )

/**
 * Two signatures have four parameters because ARCHITECTURE gives them so: an authority rule
 * `(actor, command, state, circumstances)` (§2) and `step(decider, state, command, circumstances)` (§3).
 */
const mayHave = (source: Source): number => {
  const place = corePlaceOf(source.path)
  const isAuthority = place?.role === "authority" || source.path.endsWith("/authority.ts")
  const byDesign = isAuthority || source.path === "packages/core/src/kernel/decider.ts"
  return byDesign ? limits.parameters + 1 : limits.parameters
}

/** More than three values to hand over have names: they are one options object. Types of functions are not counted. */
export const parameterCounts = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource).flatMap((source) =>
    functionsOf(source)
      .filter(({ parameters }) => parameters.length > mayHave(source))
      .map((node) => {
        const wrong = `a function of ${node.parameters.length} parameters, more than ${mayHave(source)}`
        return at(source, node, { wrong, remedy: "Take one options object whose fields have names" })
      }),
  )
