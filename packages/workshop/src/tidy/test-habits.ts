import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { isTest, sourcesIn } from "./places.ts"
import { ambientReferences, nodesOf, type Source } from "./source.ts"
import { isRunner, rootOf } from "./test-titles.ts"
import type { Workspace } from "./workspace.ts"

const inTests =
  (look: (source: Source) => ReadonlyArray<Finding>) =>
  (workspace: Workspace): ReadonlyArray<Finding> =>
    sourcesIn(workspace, isTest).flatMap(look)

const remedies: Readonly<Record<string, string>> = {
  only: "Take `.only` off, or the others never run",
  todo: "Write the test, or an issue",
  fails: "Assert what does happen, or mend it",
  skip: 'Inside the test call `context.skip(condition, "reason")`, which its report shows',
  skipIf: 'Inside the test call `context.skip(condition, "reason")`, which its report shows',
  runIf: 'Inside the test call `context.skip(condition, "reason")`, which its report shows',
}

/** No test is switched off or alone: `it.only`, `describe.skip`, `test.todo` … */
export const switchedTests = inTests((source) =>
  nodesOf(source.tree)
    .filter((node) => ts.isPropertyAccessExpression(node))
    .filter(({ expression, name }) => isRunner(expression) && Object.hasOwn(remedies, name.text))
    .map(({ name }) =>
      at(source, name, { wrong: `switches tests with \`.${name.text}\``, remedy: remedies[name.text] ?? "" }),
    ),
)

/** A test that leaves in the middle says why, for the report: `context.skip("the vectors are not here")`. */
export const silentSkips = inTests((source) =>
  nodesOf(source.tree)
    .filter((node) => ts.isCallExpression(node))
    .flatMap((node) => {
      const callee = node.expression
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ""
      if (name !== "skip" || isRunner(callee)) return []
      const reason = node.arguments.at(-1)
      const isSaid = reason !== undefined && (ts.isStringLiteralLike(reason) || ts.isTemplateExpression(reason))
      return isSaid
        ? []
        : [at(source, node, { wrong: "skips without a reason", remedy: "Pass the reason as the last argument" })]
    }),
)

/** A test that waits for time to pass is slow on a fast day and wrong on a slow one. */
export const waits = inTests((source) =>
  ambientReferences(source, new Set(["setTimeout", "setInterval"])).map((node) =>
    at(source, node, {
      wrong: `waits with \`${node.text}\``,
      remedy: "Await the thing itself, or hand in a clock that the test moves",
    }),
  ),
)

const clockCall = /^(Date\.now|performance\.now|process\.hrtime)\b/

const readsClock = (source: Source, node: ts.Node, tainted: ReadonlySet<string>): boolean =>
  nodesOf(node).some((part) => {
    if (ts.isIdentifier(part)) return tainted.has(part.text)
    if (ts.isNewExpression(part))
      return part.expression.getText(source.tree) === "Date" && (part.arguments?.length ?? 0) === 0
    return ts.isCallExpression(part) && clockCall.test(part.expression.getText(source.tree))
  })

/** The variables of a file that hold a time of day, or something reckoned from one. */
const clockVariables = (source: Source): ReadonlySet<string> => {
  const tainted = new Set<string>()
  for (const node of nodesOf(source.tree)) {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.initializer === undefined) continue
    const isFunction = ts.isFunctionLike(node.initializer)
    if (!isFunction && readsClock(source, node.initializer, tainted)) tainted.add(node.name.text)
  }
  return tainted
}

/** No expectation about the wall clock: it says more of the machine than of the code. */
export const clockExpectations = inTests((source) => {
  const tainted = clockVariables(source)
  const calls = nodesOf(source.tree).filter((node) => ts.isCallExpression(node))
  const expectations = calls.filter(
    (node) => rootOf(node.expression) === "expect" && !ts.isPropertyAccessExpression(node.parent),
  )
  return expectations
    .filter((node) => readsClock(source, node, tainted))
    .map((node) =>
      at(source, node, {
        wrong: "expects something of the wall clock",
        remedy: "Expect something of the result, or hand in a clock that the test moves",
      }),
    )
})
