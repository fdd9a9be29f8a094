import ts from "typescript"

/** One file with its syntax tree. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

/** Parses one file; parents are set, types are not looked at. */
export const parse = (path: string, text: string): Source => ({
  path,
  text,
  tree: ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ESNext,
    true,
    path.endsWith("js") ? ts.ScriptKind.JS : undefined,
  ),
})

const collect = (node: ts.Node, into: Array<ts.Node>): void => {
  into.push(node)
  ts.forEachChild(node, (child) => collect(child, into))
}

const known = new WeakMap<ts.Node, ReadonlyArray<ts.Node>>()

/** Every node of a tree from the outside in; comments are not nodes. Those of a whole file are listed once. */
export const nodesOf = (node: ts.Node): ReadonlyArray<ts.Node> => {
  const before = known.get(node)
  if (before !== undefined) return before
  const nodes: Array<ts.Node> = []
  collect(node, nodes)
  if (ts.isSourceFile(node)) known.set(node, nodes)
  return nodes
}

/** The nodes around this one, the nearest first. */
export function* around(node: ts.Node): Generator<ts.Node> {
  for (let outer = node.parent; outer !== undefined && !ts.isSourceFile(outer); outer = outer.parent) yield outer
}

/** Whether it is the name that a property or a declaration goes by, and so refers to nothing. */
const isOnlyAName = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isShorthandPropertyAssignment(parent)) return false
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true
  if (ts.isBindingElement(parent) && parent.propertyName === node) return true
  if (ts.isQualifiedName(parent)) return parent.right === node
  return "name" in parent && parent.name === node
}

const declares = (declaration: ts.Node, name: ts.Identifier): boolean => {
  const isDeclaration =
    ts.isVariableDeclaration(declaration) ||
    ts.isParameter(declaration) ||
    ts.isBindingElement(declaration) ||
    ts.isFunctionDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isImportSpecifier(declaration)
  return isDeclaration && declaration.name === name
}

const isScope = (node: ts.Node): boolean => ts.isFunctionLike(node) || ts.isBlock(node) || ts.isSourceFile(node)

/** Identifiers that refer to one of these names as the world around the file declares it: not to a name of the file's own. */
export const ambientReferences = (source: Source, names: ReadonlySet<string>): ReadonlyArray<ts.Identifier> => {
  const mentioned = nodesOf(source.tree)
    .filter((node) => ts.isIdentifier(node))
    .filter((node) => names.has(node.text))
  const scopes = mentioned
    .filter((node) => declares(node.parent, node))
    .map((node) => ({ name: node.text, scope: [...around(node.parent)].find(isScope) ?? source.tree }))
  const isShadowed = (node: ts.Identifier): boolean =>
    scopes.some(({ name, scope }) => name === node.text && node.pos >= scope.pos && node.end <= scope.end)
  return mentioned.filter((node) => !isOnlyAName(node) && !isShadowed(node))
}

/** The literal text inside a node: of strings, and of the fixed parts of templates. */
export const literalTextOf = (node: ts.Node): string =>
  nodesOf(node)
    .filter(
      (part) => ts.isStringLiteralLike(part) || ts.isTemplateHead(part) || ts.isTemplateMiddleOrTemplateTail(part),
    )
    .map((part) => part.text)
    .join(" ")

/** What the comment above a declaration says, without its stars; empty when there is none. */
export const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "")
    .join(" ")
    .trim()
