import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { isCoreSource, processesIn, roleSources, sourcesIn } from "./places.ts"
import { nodesOf, type Source } from "./source.ts"
import { taggedCases } from "./tagged-cases.ts"
import type { Workspace } from "./workspace.ts"

/** Whether a text is only looked at or is a type, so that it makes nothing. */
const isOnlyCompared = ({ parent }: ts.Node): boolean =>
  ts.isCaseClause(parent) || ts.isLiteralTypeNode(parent) || (ts.isBinaryExpression(parent) && !isChoice(parent))

/** `a ?? "Tag"` gives the text on; `tag === "Tag"` does not. */
const isChoice = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken

/** The texts that a file puts into values, and the names of constructors it calls: `TermStillRunning.make(…)`. */
const madeIn = (source: Source): ReadonlyArray<string> =>
  nodesOf(source.tree).flatMap((node) => {
    if (ts.isStringLiteralLike(node) && !isOnlyCompared(node)) return [node.text]
    if (!ts.isCallExpression(node)) return []
    return nodesOf(node.expression)
      .filter((part) => ts.isIdentifier(part))
      .map(({ text }) => text)
  })

/** A refusal that nothing gives is a case that nobody can test. The kernel gives some for every process, such as `Forbidden`. */
export const refusalsAreMade = (workspace: Workspace): ReadonlyArray<Finding> => {
  const kernel = sourcesIn(workspace, (path) => isCoreSource(path) && path.includes("/kernel/")).flatMap(madeIn)
  return processesIn(workspace).flatMap((process) => {
    const made = new Set([
      ...kernel,
      ...roleSources(workspace, process, "decide", "rules", "authority").flatMap(madeIn),
    ])
    return roleSources(workspace, process, "refusals").flatMap((source) =>
      taggedCases(source)
        .filter(({ tag }) => !made.has(tag))
        .map(({ tag, node }) =>
          at(source, node, {
            wrong: `nothing refuses with \`${tag}\``,
            remedy: "Let a rule, the decider or authority give it, or take it out",
          }),
        ),
    )
  })
}

/** Every refusal says in a line what it means and what its evidence is. */
export const refusalsAreExplained = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace)
    .flatMap((process) => roleSources(workspace, process, "refusals"))
    .flatMap((source) =>
      taggedCases(source)
        .filter(({ doc }) => doc === "")
        .map(({ tag, node }) =>
          at(source, node, {
            wrong: `refusal \`${tag}\` has no doc line`,
            remedy: "Write `/** … */` above it: what it means and what would make it pass",
          }),
        ),
    )
