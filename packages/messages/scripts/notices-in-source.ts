import ts from "typescript"
import { samplesOf } from "./samples-of-types.ts"

/** A notice as the source of a process writes it. */
export interface NoticeInSource {
  readonly template: string
  readonly samples: ReadonlyArray<Readonly<Record<string, unknown>>>
}

const valueNamed = (literal: ts.ObjectLiteralExpression, name: string): ts.Node | undefined => {
  const property = literal.properties.find((each) => each.name?.getText() === name)
  if (property === undefined) return undefined
  return ts.isPropertyAssignment(property) ? property.initializer : property.name
}

const noticeOf = (checker: ts.TypeChecker, node: ts.Node): NoticeInSource | undefined => {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const template = valueNamed(node, "template")
  const data = valueNamed(node, "data")
  if (template === undefined || data === undefined || !ts.isStringLiteral(template)) return undefined
  const type = checker.getTypeAtLocation(data)
  return { template: template.text, samples: samplesOf(checker, type) as NoticeInSource["samples"] }
}

/** Every `{ template: "…", data }` of a `notices.ts`: a template is a plain string to the types, so the source is asked. */
export const noticesIn = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<NoticeInSource> => {
  if (!/\/notices\b[^/]*\.ts$/.test(source.fileName)) return []
  const found: Array<NoticeInSource> = []
  const visit = (node: ts.Node): void => {
    const notice = noticeOf(checker, node)
    if (notice !== undefined) found.push(notice)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
