import ts from "typescript"
import { casesOf } from "./families-of-tags.ts"
import { samplesOf } from "./samples-of-types.ts"

/** A notice as the source of a process writes it. */
export interface NoticeInSource {
  readonly template: string
  readonly samples: ReadonlyArray<Readonly<Record<string, unknown>>>
}

interface Parts {
  readonly template: ts.Node
  readonly data: ts.Node
}

const pick = (find: (name: string) => ts.Node | undefined): Parts | undefined => {
  const template = find("template")
  const data = find("data")
  return template === undefined || data === undefined ? undefined : { template, data }
}

const propertyOf = (literal: ts.ObjectLiteralExpression, name: string): ts.Node | undefined => {
  const property = literal.properties.find((each) => each.name?.getText() === name)
  return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : property?.name
}

/** `{ template: "…", data }`, or a call of a function that takes a `template` and its `data`. */
const partsOf = (checker: ts.TypeChecker, node: ts.Node): Parts | undefined => {
  if (ts.isObjectLiteralExpression(node)) return pick((name) => propertyOf(node, name))
  if (!ts.isCallExpression(node)) return undefined
  const parameters = checker.getResolvedSignature(node)?.parameters ?? []
  return pick((name) => node.arguments[parameters.findIndex((parameter) => parameter.name === name)])
}

/** A template is a plain string to `Notice`, so every expression for it is asked which texts it can be. */
const noticesAt = (checker: ts.TypeChecker, { data, template }: Parts): ReadonlyArray<NoticeInSource> => {
  const samples = samplesOf(checker, checker.getTypeAtLocation(data)) as NoticeInSource["samples"]
  const names = casesOf(checker.getTypeAtLocation(template)).filter((name) => name.isStringLiteral())
  return names.map(({ value }) => ({ template: value, samples }))
}

/** Every notice of a `notices.ts`. */
export const noticesIn = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<NoticeInSource> => {
  if (!/\/notices\b[^/]*\.ts$/.test(source.fileName)) return []
  const found: Array<NoticeInSource> = []
  const visit = (node: ts.Node): void => {
    const parts = partsOf(checker, node)
    if (parts !== undefined) found.push(...noticesAt(checker, parts))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
