import * as SchemaAST from "effect/SchemaAST"
import type * as SchemaIssue from "effect/SchemaIssue"
import type { NonEmpty } from "./decider.ts"
import type { Located, Path, ReadingRefusal } from "./reading-refusals.ts"
import { excerptOf, type Kind, kindOf } from "./wrong-type.ts"

type AST = SchemaAST.AST

const anyKind: ReadonlyArray<Kind> = ["string", "number", "boolean", "null", "object", "array"]

/** The kinds of value that a schema takes in. */
const kindsOf = (ast: AST): ReadonlyArray<Kind> => {
  switch (ast._tag) {
    case "String":
    case "TemplateLiteral":
      return ["string"]
    case "Number":
      return ["number"]
    case "Boolean":
      return ["boolean"]
    case "Null":
      return ["null"]
    case "Undefined":
      return ["undefined"]
    case "Literal":
      return [kindOf(ast.literal)]
    case "Arrays":
      return ["array"]
    case "Objects":
    case "ObjectKeyword":
      return ["object"]
    case "Union":
      return [...new Set(ast.types.flatMap((member) => kindsOf(SchemaAST.toEncoded(member))))]
    default:
      return anyKind
  }
}

/** The values that a schema lists one by one, if it does nothing but that. */
const choicesOf = (ast: AST): ReadonlyArray<string | number | boolean | null> | undefined => {
  if (ast._tag === "Null") return [null]
  if (ast._tag === "Literal") return typeof ast.literal === "bigint" ? undefined : [ast.literal]
  if (ast._tag !== "Union") return undefined
  const choices = ast.types.map((member) => choicesOf(SchemaAST.toEncoded(member)))
  return choices.includes(undefined) ? undefined : choices.flatMap((choice) => choice ?? [])
}

/** Whether a union does nothing but list values. */
export const listsValues = (ast: AST): boolean => choicesOf(SchemaAST.toEncoded(ast)) !== undefined

/** The objects among the members of a union, those of unions inside it included. */
const objectsIn = (ast: AST): ReadonlyArray<SchemaAST.Objects> => {
  const encoded = SchemaAST.toEncoded(ast)
  if (encoded._tag === "Union") return encoded.types.flatMap(objectsIn)
  return encoded._tag === "Objects" ? [encoded] : []
}

/** The text that an object demands in a field. */
const tagOf = (object: SchemaAST.Objects, field: PropertyKey): string | undefined => {
  const type = object.propertySignatures.find((property) => property.name === field)?.type
  return type?._tag === "Literal" && typeof type.literal === "string" ? type.literal : undefined
}

/** The field by which the objects of a union are told apart, with the text that each demands. */
interface Discriminator {
  readonly field: string
  readonly tags: ReadonlyArray<string>
}

const discriminatorOf = (ast: AST): Discriminator | undefined => {
  const objects = objectsIn(ast)
  for (const { name } of objects[0]?.propertySignatures ?? []) {
    const tags = objects.flatMap((object) => tagOf(object, name) ?? [])
    if (typeof name === "string" && tags.length === objects.length) return { field: name, tags }
  }
  return undefined
}

const at = (path: Path, refusal: ReadingRefusal): NonEmpty<Located> => [{ path, refusal }]

const wrongKind = (path: Path, expected: ReadonlyArray<Kind>, got: unknown): NonEmpty<Located> =>
  at(path, { _tag: "WrongType", rule: "READ-1", expected, got: kindOf(got) })

/** Why an object belongs to none of the members: no tag, a tag of another kind, or one that nobody knows. */
const refusalOfTag = (path: Path, { field, tags }: Discriminator, input: object): NonEmpty<Located> => {
  const inside = [...path, field]
  if (!Object.hasOwn(input, field)) return at(inside, { _tag: "MissingField", rule: "READ-2", field })
  const tag: unknown = Reflect.get(input, field)
  if (typeof tag !== "string") return wrongKind(inside, ["string"], tag)
  return at(inside, { _tag: "UnknownTag", rule: "READ-4", expected: tags, got: excerptOf(tag) })
}

/** Why a value fits neither a type nor any member of a union, from the schema and the value that was reported. */
export const refusalOfInput = (issue: SchemaIssue.InvalidType | SchemaIssue.AnyOf, path: Path): NonEmpty<Located> => {
  const ast = SchemaAST.toEncoded(issue.ast)
  const { input } = issue
  const expected = kindsOf(ast)
  const kind = kindOf(input)
  if (!expected.includes(kind)) return wrongKind(path, expected, input)
  const choices = choicesOf(ast)
  if (choices !== undefined) return refusalOfChoice(path, choices, String(input))
  const discriminator = discriminatorOf(ast)
  if (discriminator !== undefined && typeof input === "object" && input !== null)
    return refusalOfTag(path, discriminator, input)
  return wrongKind(path, expected, input)
}

const refusalOfChoice = (
  path: Path,
  expected: ReadonlyArray<string | number | boolean | null>,
  input: string,
): NonEmpty<Located> => {
  const got = excerptOf(input)
  return at(
    path,
    path.at(-1) === "_tag"
      ? { _tag: "UnknownTag", rule: "READ-4", expected: expected.map(String), got }
      : { _tag: "UnknownChoice", rule: "READ-4", expected, got },
  )
}
