import ts from "typescript"
import { literalTextOf, nodesOf, type Source } from "./source.ts"

const runners = new Set(["describe", "it", "test", "suite", "bench"])

/** The name that a chain such as `it.each(table)` or `describe.skip` begins with. */
export const rootOf = (node: ts.Expression): string => {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootOf(node.expression)
  return ts.isTaggedTemplateExpression(node) ? rootOf(node.tag) : ""
}

/** Whether an expression is `describe`, `it`, `test` or one of their variants. */
export const isRunner = (node: ts.Expression): boolean => runners.has(rootOf(node))

/** The titles of the tests and groups of a file; of a template, its fixed parts. */
export const titlesIn = (source: Source): ReadonlyArray<string> =>
  nodesOf(source.tree)
    .filter((node) => ts.isCallExpression(node))
    .filter(({ expression }) => isRunner(expression))
    .map(({ arguments: [title] }) => (title === undefined ? "" : literalTextOf(title)))
    .filter((title) => title !== "")
