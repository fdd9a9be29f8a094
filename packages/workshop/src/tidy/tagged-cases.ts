import ts from "typescript"
import { around, nodesOf, type Source } from "./source.ts"

/** One case of a tagged union: its tag, where it stands, and the comment above it. */
export interface TaggedCase {
  readonly tag: string
  readonly node: ts.Node
  readonly doc: string
}

const calleeName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ""

/** The comment that stands directly before a node, whatever kind of node it is. */
const commentBefore = ({ text }: Source, node: ts.Node): string => {
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []
  const docs = ranges.map(({ pos, end }) => text.slice(pos, end)).filter((comment) => comment.startsWith("/**"))
  return docs
    .join("\n")
    .replace(/[/*\s]+/g, " ")
    .trim()
}

/** The nearest comment on the way out to the statement: of the list element, the field or the constant that it is. */
const docAround = (source: Source, node: ts.Node): string => {
  for (let place = node; !ts.isSourceFile(place); place = place.parent) {
    const doc = commentBefore(source, place)
    if (doc !== "" || ts.isStatement(place) || ts.isArrayLiteralExpression(place.parent)) return doc
  }
  return ""
}

/** The functions of a file that pass one of their parameters on as the tag of a struct, with that parameter's place. */
const makersIn = (source: Source): ReadonlyMap<string, number> => {
  const makers = new Map([["TaggedStruct", 0]])
  for (const node of nodesOf(source.tree)) {
    const tag = ts.isCallExpression(node) && calleeName(node) === "TaggedStruct" ? node.arguments[0] : undefined
    const maker = tag === undefined || !ts.isIdentifier(tag) ? undefined : [...around(node)].find(ts.isFunctionLike)
    if (tag === undefined || maker === undefined || !ts.isIdentifier(tag)) continue
    const name = maker.name ?? (ts.isVariableDeclaration(maker.parent) ? maker.parent.name : undefined)
    const place = maker.parameters.findIndex((parameter) => parameter.name.getText(source.tree) === tag.text)
    if (name !== undefined && ts.isIdentifier(name) && place >= 0) makers.set(name.text, place)
  }
  return makers
}

const taggedStruct = (source: Source, node: ts.CallExpression, place: number): ReadonlyArray<TaggedCase> => {
  const tag = node.arguments[place]
  if (tag === undefined || !ts.isStringLiteralLike(tag)) return []
  return [{ tag: tag.text, node, doc: docAround(source, node) }]
}

const taggedUnion = (source: Source, node: ts.CallExpression): ReadonlyArray<TaggedCase> => {
  const [cases] = node.arguments
  if (cases === undefined || !ts.isObjectLiteralExpression(cases)) return []
  return cases.properties.flatMap((property) => {
    const { name } = property
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return []
    return [{ tag: name.text, node: property, doc: commentBefore(source, property) }]
  })
}

/**
 * The cases that a file declares: `Schema.TaggedStruct("Tag", …)`, the same by a function of the file that takes the tag,
 * and `Schema.TaggedUnion({ Tag: … })`; not those inside a case.
 */
export const taggedCases = (source: Source): ReadonlyArray<TaggedCase> => {
  const makers = makersIn(source)
  const casesAt = (node: ts.Node): ReadonlyArray<TaggedCase> | undefined => {
    if (!ts.isCallExpression(node)) return undefined
    const place = makers.get(calleeName(node))
    if (place !== undefined) return taggedStruct(source, node, place)
    return calleeName(node) === "TaggedUnion" ? taggedUnion(source, node) : undefined
  }
  const found: Array<TaggedCase> = []
  const look = (node: ts.Node): void => {
    const cases = casesAt(node)
    if (cases === undefined) ts.forEachChild(node, look)
    else found.push(...cases)
  }
  look(source.tree)
  return found
}

const isExported = (node: ts.Node): boolean =>
  ts.isVariableStatement(node) && (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The field names of the structs inside what a file exports, with the first place of each. */
export const exportedFields = (source: Source): ReadonlyMap<string, ts.Node> => {
  const calls = source.tree.statements
    .filter(isExported)
    .flatMap((statement) => nodesOf(statement))
    .filter((node) => ts.isCallExpression(node))
    .filter((node) => /^(Struct|TaggedStruct)$/.test(calleeName(node)))
  const names = calls
    .flatMap((node) => node.arguments.filter((argument) => ts.isObjectLiteralExpression(argument)))
    .flatMap(({ properties }) => properties.map(({ name }) => name))
    .filter((name) => name !== undefined)
    .filter((name) => ts.isIdentifier(name))
  return new Map(names.toReversed().map((name) => [name.text, name]))
}
