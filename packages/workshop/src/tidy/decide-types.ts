import ts from "typescript"
import { declaredNames } from "./exported.ts"
import { at, type Finding } from "./finding.ts"
import { processesIn, roleSources } from "./places.ts"
import { around, nodesOf, type Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

const isAnnotated = (node: ts.SignatureDeclaration): boolean =>
  node.type !== undefined || (ts.isVariableDeclaration(node.parent) && node.parent.type !== undefined)

const isTagSwitch = (node: ts.Node): node is ts.SwitchStatement =>
  ts.isSwitchStatement(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "_tag"

/** Functions that must say what they return: `decide` itself, and whatever switches over a tag. */
const decidersIn = (source: Source): ReadonlyArray<ts.SignatureDeclaration> => {
  const nodes = nodesOf(source.tree)
  const named = source.tree.statements
    .filter((statement) => declaredNames(statement).includes("decide"))
    .flatMap((statement) => nodesOf(statement).find(ts.isFunctionLike) ?? [])
  const switching = nodes.filter(isTagSwitch).flatMap((node) => [...around(node)].find(ts.isFunctionLike) ?? [])
  return [...new Set([...named, ...switching])]
}

/** With its return type written out, TypeScript itself finds the command that `decide` forgot; `default:` would hide it. */
export const decideTypes = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace)
    .flatMap((process) => roleSources(workspace, process, "decide"))
    .flatMap((source) => {
      const untyped = decidersIn(source).filter((node) => !isAnnotated(node))
      const defaults = nodesOf(source.tree)
        .filter(isTagSwitch)
        .flatMap(({ caseBlock }) => caseBlock.clauses.filter(ts.isDefaultClause))
      return [
        ...untyped.map((node) =>
          at(source, node, {
            wrong: "a decider has no annotated return type",
            remedy: "Annotate it, `): Decision<Event, Refusal> =>`, so that a forgotten command does not compile",
          }),
        ),
        ...defaults.map((node) =>
          at(source, node, {
            wrong: "`default:` hides commands that were forgotten",
            remedy: "Write a `case` for every tag",
          }),
        ),
      ]
    })
