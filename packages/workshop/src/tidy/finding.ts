import type ts from "typescript"
import type { Source } from "./source.ts"

/** One place that is out of order: where, what is wrong, and what to do about it. */
export interface Finding {
  /** From the root, with forward slashes. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly wrong: string
  readonly remedy: string
}

/** A finding at a node of a syntax tree. */
export const at = (source: Source, node: ts.Node, said: Pick<Finding, "wrong" | "remedy">): Finding => ({
  path: source.path,
  line: source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1,
  ...said,
})

/** One line a finding, as an editor's terminal makes it a link. */
export const sentence = ({ path, line, wrong, remedy }: Finding): string => `${path}:${line} ${wrong}. ${remedy}.`

/** Throws one error that lists every finding at once; its stack would only point here, so it has none. */
export const expectNone = (findings: ReadonlyArray<Finding>): void => {
  if (findings.length === 0) return
  const inOrder = [...findings].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
  const error = new Error(`${findings.length} to put in order:\n${inOrder.map(sentence).join("\n")}`)
  error.stack = error.message
  throw error
}
