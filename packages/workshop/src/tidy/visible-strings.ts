import ts from "typescript"
import { around, nodesOf } from "./source.ts"

const isStringType = (node: ts.TypeNode | undefined): boolean => {
  if (node === undefined) return false
  if (node.kind === ts.SyntaxKind.StringKeyword) return true
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return false
  const { text } = node.typeName
  const parameters = [...around(node)]
    .filter(ts.isFunctionLike)
    .flatMap(({ typeParameters }) => [...(typeParameters ?? [])])
  return isStringType(parameters.find(({ name }) => name.text === text)?.constraint)
}

const isStringListType = (node: ts.TypeNode | undefined): boolean => {
  if (node === undefined) return false
  if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) return isStringListType(node.type)
  if (ts.isArrayTypeNode(node)) return isStringType(node.elementType)
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return false
  const isList = /^(Array|ReadonlyArray|Set|ReadonlySet|Iterable)$/.test(node.typeName.text)
  return isList && isStringType(node.typeArguments?.[0])
}

/** The declaration that a name refers to, as far as one file shows it. */
const declarationOf = (node: ts.Identifier): ts.VariableDeclaration | ts.ParameterDeclaration | undefined =>
  [...nodesOf(node.getSourceFile())]
    .filter((one) => ts.isVariableDeclaration(one) || ts.isParameter(one))
    .find(({ name }) => ts.isIdentifier(name) && name.text === node.text)

const isStringListCall = ({ expression, arguments: given }: ts.CallExpression): boolean => {
  if (!ts.isPropertyAccessExpression(expression)) return false
  const { expression: on, name } = expression
  const [first] = given
  if (name.text === "keys") return ts.isIdentifier(on) && on.text === "Object"
  if (name.text === "map") return first !== undefined && ts.isIdentifier(first) && first.text === "String"
  return name.text === "split" || (/^(filter|slice|concat)$/.test(name.text) && isListOfStrings(on))
}

/** Whether the syntax alone shows that an expression is a list, or a set, of strings. */
export const isListOfStrings = (node: ts.Expression): boolean => {
  if (ts.isParenthesizedExpression(node)) return isListOfStrings(node.expression)
  if (ts.isAsExpression(node)) return isStringListType(node.type)
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((one) =>
      ts.isSpreadElement(one) ? isListOfStrings(one.expression) : ts.isStringLiteral(one),
    )
  if (ts.isCallExpression(node)) return isStringListCall(node)
  const declaration = ts.isIdentifier(node) ? declarationOf(node) : undefined
  if (declaration?.type !== undefined) return isStringListType(declaration.type)
  return declaration?.initializer !== undefined && isListOfStrings(declaration.initializer)
}
