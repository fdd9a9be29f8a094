import ts from "typescript"
import { at, type Finding } from "./finding.ts"
import { processesIn, roleSources } from "./places.ts"
import { nodesOf, type Source } from "./source.ts"
import { exportedFields } from "./tagged-cases.ts"
import type { Workspace } from "./workspace.ts"

/** The names of the fields that a file reads: `policy.termMonths`, `policy["termMonths"]`, `({ termMonths }) =>`. */
const fieldsRead = (source: Source): ReadonlyArray<string> =>
  nodesOf(source.tree).flatMap((node) => {
    if (ts.isPropertyAccessExpression(node)) return [node.name.text]
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
      return [node.argumentExpression.text]
    if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return []
    const name = node.propertyName ?? node.name
    return ts.isIdentifier(name) || ts.isStringLiteral(name) ? [name.text] : []
  })

/**
 * A number or choice that nothing asks for is a promise that nobody keeps. Authority rows ask too: who may convene is a
 * choice. Fields are those of the structs that `policy.ts` exports; shapes of the kernel, such as a threshold made by a
 * function of the file, are read by the kernel.
 */
export const policyFields = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace).flatMap((process) => {
    const readers = roleSources(workspace, process, "rules", "refusals", "authority", "decide", "due")
    const read = new Set(readers.flatMap(fieldsRead))
    return roleSources(workspace, process, "policy").flatMap((source) =>
      [...exportedFields(source)]
        .filter(([field]) => !read.has(field))
        .map(([field, node]) =>
          at(source, node, {
            wrong: `no rule, decision or deadline reads the policy field \`${field}\``,
            remedy: "Read it where it decides something, or take it out",
          }),
        ),
    )
  })

/** Fields that are not written out in an exported struct would pass unread. */
export const policyIsWrittenOut = (workspace: Workspace): ReadonlyArray<Finding> =>
  processesIn(workspace).flatMap((process) => {
    const sources = roleSources(workspace, process, "policy")
    const [first] = sources
    if (first === undefined || sources.some((source) => exportedFields(source).size > 0)) return []
    const remedy = "Write `export const …Policy = Schema.Struct({ … })` with a field for every number and choice"
    return [{ path: first.path, line: 1, wrong: "exports no struct with fields", remedy }]
  })
