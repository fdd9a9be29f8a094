import ts from "typescript"

/** Deep enough for every event and refusal; a type that contains itself ends here. */
const deepest = 6

const has = (type: ts.Type, flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0

const literalOf = (type: ts.Type): ReadonlyArray<unknown> | undefined => {
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value]
  if (has(type, ts.TypeFlags.BooleanLiteral))
    return [(type as ts.Type & { intrinsicName?: string }).intrinsicName === "true"]
  if (has(type, ts.TypeFlags.Null)) return [null]
  if (has(type, ts.TypeFlags.Undefined)) return [undefined]
  if (has(type, ts.TypeFlags.TemplateLiteral)) return [sampleOfTemplate(type as ts.TemplateLiteralType)]
  if (has(type, ts.TypeFlags.String)) return ["7"]
  if (has(type, ts.TypeFlags.Number)) return [3]
  return has(type, ts.TypeFlags.BigInt) ? [3n] : undefined
}

/** `${number}-${number}-${number}` is a civil date; any other template is filled with sevens. */
const sampleOfTemplate = ({ texts }: ts.TemplateLiteralType): string =>
  texts.join("7") === "7-7-7" ? "2026-11-23" : texts.join("7")

/**
 * Values of a type, the first with everything in it. Of an object: one value, and one more for each other way that each
 * field can be (null, absent, another literal, an empty list), so that a text meets every case that it may be asked about.
 */
export const samplesOf = (checker: ts.TypeChecker, type: ts.Type, depth = 0): ReadonlyArray<unknown> => {
  const literal = literalOf(type)
  if (literal !== undefined) return literal
  if (type.isUnion()) return type.types.toSorted(absentLast).flatMap((each) => samplesOf(checker, each, depth))
  if (type.isIntersection()) {
    const branded = type.types.map(literalOf).find((each) => each !== undefined)
    if (branded !== undefined) return branded
  }
  if (depth >= deepest || !has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return ["7"]
  if (checker.isTupleType(type)) return [items(checker, type).map((item) => samplesOf(checker, item, depth + 1)[0])]
  if (checker.isArrayType(type)) {
    return [
      ...items(checker, type)
        .flatMap((item) => samplesOf(checker, item, depth + 1))
        .map((item) => [item]),
      [],
    ]
  }
  return objectsOf(checker, type, depth)
}

const absence = ts.TypeFlags.Null | ts.TypeFlags.Undefined

const absentLast = (a: ts.Type, b: ts.Type): number => Number(has(a, absence)) - Number(has(b, absence))

const items = (checker: ts.TypeChecker, type: ts.Type): ReadonlyArray<ts.Type> =>
  checker.getTypeArguments(type as ts.TypeReference)

/** A finding holds facts under names that its type leaves open: these are the facts of every count against a threshold. */
const facts = { count: 34, of: 50, needed: 34, share: "2/3", comparison: "at-least", measure: "heads", base: "members" }
const findings: ReadonlyArray<unknown> = [
  { rule: "TEST-1", holds: true, facts, flippedBy: 1 },
  { rule: "TEST-1", holds: false, facts: { ...facts, count: 32 }, shortBy: 2, flippedBy: 2 },
]

const objectsOf = (checker: ts.TypeChecker, type: ts.Type, depth: number): ReadonlyArray<unknown> => {
  if (["rule", "holds", "facts"].every((name) => type.getProperty(name) !== undefined)) return findings
  const fields = type.getProperties().map((field) => {
    const samples = samplesOf(checker, checker.getTypeOfSymbol(field), depth + 1)
    const mayBeAbsent = (field.flags & ts.SymbolFlags.Optional) !== 0 && !samples.includes(undefined)
    return { name: field.name, samples: mayBeAbsent ? [...samples, undefined] : samples }
  })
  const full = Object.fromEntries(fields.map(({ name, samples }) => [name, samples[0]]))
  const others = fields.flatMap(({ name, samples }) => samples.slice(1).map((sample) => ({ ...full, [name]: sample })))
  return [full, ...others]
}
