import { readFileSync } from "node:fs"
import type { Plugin } from "esbuild"
import ts from "typescript"

const PURE = "/* @__PURE__ */ "

/** Whether what stands inside runs later, when somebody calls it, and not while the module is loaded. */
const runsLater = (node: ts.Node): boolean => ts.isFunctionLike(node)

const callsIn = (node: ts.Node): ReadonlyArray<ts.Node> => {
  if (runsLater(node)) return []
  const inside: Array<ts.Node> = []
  ts.forEachChild(node, (child) => void inside.push(...callsIn(child)))
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? [node, ...inside] : inside
}

/** The start of a chain, `Schema.Int.check(a).check(b)`, is said once: the mark stands before its outermost call. */
const outermost = (calls: ReadonlyArray<ts.Node>): ReadonlyArray<number> => [
  ...new Set(calls.map((call) => call.getStart())),
]

/**
 * Marks the calls that make a module's constants, `export const CivilDate = Schema.…`, as free of side effects, so that
 * a consumer's bundler leaves out the constants that nobody uses. Without the mark it must keep every schema of a chunk.
 * Only calls in the initializers of `const` are marked, and only those that run while the module is loaded; a module that
 * does something on loading says so in a statement of its own, which is left alone.
 */
export const markPureCalls = (path: string, source: string): string => {
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const places = tree.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => [...statement.declarationList.declarations])
    .flatMap(({ initializer }) => (initializer === undefined ? [] : outermost(callsIn(initializer))))
  return places.toSorted((a, b) => b - a).reduce((text, at) => text.slice(0, at) + PURE + text.slice(at), source)
}

/** Does so for every TypeScript file that esbuild reads. */
export const pureCalls: Plugin = {
  name: "pure-calls",
  setup: (build) => {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: markPureCalls(path, readFileSync(path, "utf8")),
      loader: "ts",
    }))
  },
}
