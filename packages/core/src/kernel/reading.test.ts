import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { describe, expect, test } from "vitest"
import { accept, type Checked, refuse } from "./checked.ts"
import { CivilDate } from "./civil-date.ts"
import { decodeStrictly, refusalsOf, refusing, schemaOf } from "./reading.ts"

interface NotEven {
  readonly _tag: "NotEven"
  readonly rule: "EVEN-1"
  readonly next: number
}

const readEven = (input: unknown): Checked<number, NotEven> =>
  typeof input === "number" && input % 2 === 0
    ? accept(input)
    : refuse({ _tag: "NotEven", rule: "EVEN-1", next: Number(input) + 1 })

const Even = schemaOf(readEven, { identifier: "Even", description: "an even number", jsonSchema: { type: "integer" } })

const Term = Schema.Struct({ from: CivilDate, until: Schema.NullOr(CivilDate) })
const Command = Schema.Union([
  Schema.Struct({
    _tag: Schema.tag("PublishTerms"),
    terms: Schema.Array(Term),
    count: Schema.optionalKey(Even),
    by: Schema.Literals(["month", "quarter"]),
  }),
  Schema.Struct({ _tag: Schema.tag("WithdrawTerms"), reason: Schema.String, weight: Schema.Finite }),
])

const readCommand = decodeStrictly(Command)

/** What a reading refuses, as `path: tag` lines. */
const faults = (input: unknown): ReadonlyArray<string> => {
  const read = readCommand(input)
  return read.ok ? ["ok"] : read.refusal.map(({ path, refusal }) => `${path.join(".")}: ${refusal._tag}`)
}

const publish = { _tag: "PublishTerms", terms: [{ from: "2026-01-01", until: null }], by: "month" }

describe("READ-6: a reader's refusal comes through a schema as it was, with its place", () => {
  test("the refusal of a date deep inside a command keeps its reason and its evidence", () => {
    expect(readCommand({ ...publish, terms: [publish.terms[0], { from: "2026-02-30", until: "2026-13-01" }] })).toEqual(
      {
        ok: false,
        refusal: [
          {
            path: ["terms", 1, "from"],
            refusal: {
              _tag: "InvalidDate",
              rule: "DATE-1",
              reason: "day",
              text: "2026-02-30",
              year: 2026,
              month: 2,
              day: 30,
              daysInMonth: 28,
            },
          },
          {
            path: ["terms", 1, "until"],
            refusal: { _tag: "InvalidDate", rule: "DATE-1", reason: "month", text: "2026-13-01", month: 13 },
          },
        ],
      },
    )
  })

  test("what a reader accepts is decoded and encoded unchanged", () => {
    expect(readCommand({ ...publish, count: 4 })).toEqual({ ok: true, value: { ...publish, count: 4 } })
    expect(Schema.encodeUnknownSync(Even)(4)).toBe(4)
    expect(() => Schema.encodeUnknownSync(Even)(3)).toThrow("Expected an even number")
  })

  test("refusalsOf reads Effect's own error as well as the issue inside it", () => {
    const failure = Schema.decodeUnknownExit(Even)(3)
    expect(failure._tag).toBe("Failure")
    const error = Schema.decodeUnknownResult(Even)(3)
    const expected = [{ path: [], refusal: { _tag: "NotEven", rule: "EVEN-1", next: 4 } }]
    if (error._tag !== "Failure") expect.fail("3 is not even")
    expect(refusalsOf(error.failure)).toEqual(expected)
    expect(refusalsOf(error.failure.issue)).toEqual(expected)
  })

  test("a check over several fields refuses at the place of the whole, once the fields themselves are sound", () => {
    const Period = Schema.Struct({ from: CivilDate, until: CivilDate }).check(
      refusing((period) =>
        period.from < period.until ? undefined : { _tag: "EmptyPeriod", rule: "PERIOD-1", from: period.from },
      ),
    )
    const read = decodeStrictly(Schema.Struct({ period: Period }))
    const period = { from: "2026-02-01", until: "2026-01-01" }
    expect(read({ period })).toEqual({
      ok: false,
      refusal: [{ path: ["period"], refusal: { _tag: "EmptyPeriod", rule: "PERIOD-1", from: "2026-02-01" } }],
    })
    expect(read({ period: { ...period, until: "2026-01-32" } })).toMatchObject({
      refusal: [{ path: ["period", "until"], refusal: { _tag: "InvalidDate" } }],
    })
    expect(read({ period: { ...period, until: "2026-02-02" } }).ok).toBe(true)
  })

  test("the JSON Schema is the one that was given, with the description", () => {
    expect(Schema.toJsonSchemaDocument(CivilDate).schema).toMatchObject({ type: "string", format: "date" })
    expect(Schema.toJsonSchemaDocument(Term).schema).toMatchObject({
      properties: { from: { type: "string", format: "date" } },
      required: ["from", "until"],
    })
    const Anything = schemaOf(readEven, { identifier: "Anything", description: "no schema given" })
    expect(Schema.toJsonSchemaDocument(Anything).schema).toEqual({ description: "no schema given" })
  })
})

describe("READ-1 to READ-5: every fault of shape is named, all of them at once", () => {
  test.each([
    [publish, ["ok"]],
    [{ ...publish, terms: [{ from: "2026-01-01" }] }, ["terms.0.until: MissingField"]],
    [{ ...publish, role: "admin" }, ["role: UnknownField"]],
    [{ ...publish, by: "week" }, ["by: UnknownChoice"]],
    [{ ...publish, by: 1 }, ["by: WrongType"]],
    [{ ...publish, terms: {} }, ["terms: WrongType"]],
    [{ ...publish, count: 3 }, ["count: NotEven"]],
    [{ _tag: "PublishTerm" }, ["_tag: UnknownTag"]],
    [{}, ["_tag: MissingField"]],
    [{ _tag: 1 }, ["_tag: WrongType"]],
    [{ _tag: "WithdrawTerms", reason: 1, weight: "1" }, ["reason: WrongType", "weight: WrongType"]],
    [
      { ...publish, role: "admin", by: "week", terms: [{ from: 1, until: "x" }] },
      ["role: UnknownField", "terms.0.from: WrongType", "terms.0.until: InvalidDate", "by: UnknownChoice"],
    ],
    [[], [": WrongType"]],
    ["PublishTerms", [": WrongType"]],
    [null, [": WrongType"]],
    [undefined, [": WrongType"]],
  ])("%j is answered %j", (input, expected) => {
    expect(faults(input)).toEqual(expected)
  })

  test("READ-2: a missing field is named, with its place", () => {
    expect(readCommand({ ...publish, terms: [{ from: "2026-01-01" }] })).toEqual({
      ok: false,
      refusal: [{ path: ["terms", 0, "until"], refusal: { _tag: "MissingField", rule: "READ-2", field: "until" } }],
    })
  })

  test("READ-4: an unknown tag is answered with the tags there are, and shows no more than it must", () => {
    const unknownTag = (tag: string) => readCommand({ _tag: tag })
    expect(unknownTag("Publish")).toEqual({
      ok: false,
      refusal: [
        {
          path: ["_tag"],
          refusal: {
            _tag: "UnknownTag",
            rule: "READ-4",
            expected: ["PublishTerms", "WithdrawTerms"],
            got: "Publish",
          },
        },
      ],
    })
    expect(JSON.stringify(unknownTag("x".repeat(9999))).length).toBeLessThan(250)
  })

  test("READ-4: the tag of a lone struct is a tag too", () => {
    expect(decodeStrictly(Schema.Struct({ _tag: Schema.tag("Only") }))({ _tag: "Other" })).toMatchObject({
      refusal: [{ path: ["_tag"], refusal: { _tag: "UnknownTag", rule: "READ-4", expected: ["Only"], got: "Other" } }],
    })
  })

  test("READ-4: an unknown choice is answered with the choices", () => {
    expect(readCommand({ ...publish, by: "week" })).toEqual({
      ok: false,
      refusal: [
        {
          path: ["by"],
          refusal: { _tag: "UnknownChoice", rule: "READ-4", expected: ["month", "quarter"], got: "week" },
        },
      ],
    })
  })

  test("READ-4: objects may be told apart by another field than _tag", () => {
    const Shape = Schema.Union([
      Schema.Struct({ kind: Schema.Literal("round"), radius: Schema.Finite }),
      Schema.Struct({ kind: Schema.Literal("square"), side: Schema.Finite }),
    ])
    const read = decodeStrictly(Shape)
    expect(read({ kind: "flat" })).toMatchObject({
      refusal: [{ path: ["kind"], refusal: { _tag: "UnknownTag", expected: ["round", "square"], got: "flat" } }],
    })
    expect(read({ kind: "round", radius: "1" })).toMatchObject({
      refusal: [{ path: ["radius"], refusal: { _tag: "WrongType", expected: ["number"], got: "string" } }],
    })
  })

  test("READ-1: a wrong type is answered with every type that would do", () => {
    expect(decodeStrictly(Schema.NullOr(Schema.String))(1)).toEqual({
      ok: false,
      refusal: [
        { path: [], refusal: { _tag: "WrongType", rule: "READ-1", expected: ["string", "null"], got: "number" } },
      ],
    })
    const Mixed = Schema.Union([Schema.Boolean, Schema.Array(Schema.Finite), Schema.Struct({ a: Schema.Finite })])
    expect(decodeStrictly(Mixed)("x")).toMatchObject({
      refusal: [{ refusal: { expected: ["boolean", "array", "object"], got: "string" } }],
    })
  })

  test("READ-5: a bound is told in the schema's words", () => {
    expect(decodeStrictly(Schema.Struct({ n: Schema.Int }))({ n: 1.5 })).toEqual({
      ok: false,
      refusal: [{ path: ["n"], refusal: { _tag: "OutOfBounds", rule: "READ-5", expected: "an integer" } }],
    })
    const Short = Schema.String.check(Schema.isMaxLength(3))
    expect(decodeStrictly(Short)("long")).toMatchObject({ refusal: [{ refusal: { _tag: "OutOfBounds" } }] })
    const Bare = Schema.String.check(Schema.makeFilter((text) => text === "a"))
    expect(decodeStrictly(Bare)("b")).toMatchObject({ refusal: [{ refusal: { expected: "a valid value" } }] })
  })

  test("READ-4: an unknown tag is one too where null or another union would do as well", () => {
    const expected = { _tag: "UnknownTag", expected: ["PublishTerms", "WithdrawTerms"], got: "Publish" }
    const nested = Schema.Union([Schema.Null, Schema.String, Command])
    for (const schema of [Schema.NullOr(Command), nested, Schema.Union([...Command.members, Schema.Null])]) {
      expect(decodeStrictly(schema)({ _tag: "Publish" })).toMatchObject({
        refusal: [{ path: ["_tag"], refusal: expected }],
      })
      expect(decodeStrictly(schema)({})).toMatchObject({
        refusal: [{ path: ["_tag"], refusal: { _tag: "MissingField" } }],
      })
      expect(decodeStrictly(schema)(null)).toEqual({ ok: true, value: null })
    }
  })

  test("READ-4: the field that tells objects apart need not be their first, and no number tells them apart", () => {
    const Named = Schema.Union([
      Schema.Struct({ name: Schema.String, size: Schema.Literal(1), kind: Schema.Literal("round") }),
      Schema.Struct({ name: Schema.String, size: Schema.Literal(2), kind: Schema.Literal("square") }),
    ])
    expect(decodeStrictly(Named)({ name: "x", size: 3, kind: "flat" })).toEqual({
      ok: false,
      refusal: [
        {
          path: ["kind"],
          refusal: { _tag: "UnknownTag", rule: "READ-4", expected: ["round", "square"], got: "flat" },
        },
      ],
    })
  })

  test("READ-4: a tag of another kind is answered with the kind that it must be", () => {
    expect(readCommand({ _tag: 1 })).toEqual({
      ok: false,
      refusal: [
        { path: ["_tag"], refusal: { _tag: "WrongType", rule: "READ-1", expected: ["string"], got: "number" } },
      ],
    })
    expect(readCommand({ terms: [] })).toEqual({
      ok: false,
      refusal: [{ path: ["_tag"], refusal: { _tag: "MissingField", rule: "READ-2", field: "_tag" } }],
    })
  })

  test("READ-4: a choice may be a number, a truth value or null as well", () => {
    const Choice = Schema.NullOr(Schema.Literals(["a", 1, true]))
    expect(decodeStrictly(Choice)("b")).toMatchObject({
      refusal: [{ refusal: { _tag: "UnknownChoice", expected: ["a", 1, true, null], got: "b" } }],
    })
    expect(decodeStrictly(Choice)(2)).toMatchObject({ refusal: [{ refusal: { _tag: "UnknownChoice", got: "2" } }] })
    expect(decodeStrictly(Choice)([])).toMatchObject({ refusal: [{ refusal: { _tag: "WrongType", got: "array" } }] })
    expect(decodeStrictly(Schema.Null)(1)).toMatchObject({
      refusal: [{ refusal: { expected: ["null"], got: "number" } }],
    })
  })

  const kinds: ReadonlyArray<readonly [string, Schema.ConstraintDecoder<unknown>, ReadonlyArray<string>]> = [
    ["a text of a pattern", Schema.TemplateLiteral(["x-", Schema.Number]), ["string"]],
    ["nothing", Schema.Undefined, ["undefined"]],
    ["any object", Schema.ObjectKeyword, ["object"]],
    ["a truth value", Schema.Boolean, ["boolean"]],
    ["a list", Schema.Array(Schema.Finite), ["array"]],
    ["one kind twice", Schema.Union([Schema.Literal("a"), Schema.String, Schema.Boolean]), ["string", "boolean"]],
    ["what never is", Schema.Never, ["string", "number", "boolean", "null", "object", "array"]],
  ]

  test.each(kinds)(
    "READ-1: instead of %s, another kind is answered with the kinds that would do",
    (_what, schema, expected) => {
      expect(decodeStrictly(schema)(1)).toMatchObject({
        refusal: [{ path: [], refusal: { _tag: "WrongType", rule: "READ-1", expected, got: "number" } }],
      })
    },
  )

  test("READ-4: objects without a field that tells them apart are answered by the nearest", () => {
    const Either = Schema.Union([
      Schema.Struct({ kind: Schema.Literal("a"), x: Schema.Finite }),
      Schema.Struct({ kind: Schema.String, y: Schema.Finite, z: Schema.Finite }),
    ])
    expect(decodeStrictly(Either)({ kind: "b" })).toMatchObject({ refusal: [{ path: ["y"] }, { path: ["z"] }] })
    expect(decodeStrictly(Either)({ kind: "a" })).toMatchObject({ refusal: [{ path: ["x"] }] })
  })

  test("of two that are equally near the first speaks", () => {
    const Either = Schema.Union([Schema.Struct({ a: Schema.String }), Schema.Struct({ b: Schema.String })])
    const read = decodeStrictly(Either)({})
    expect(read.ok ? [] : read.refusal.map(({ path }) => path)).toEqual([["a"]])
  })

  test("READ-6: whatever else Effect's Schema reports becomes a refusal too", () => {
    const inner = new SchemaIssue.InvalidValue({ expected: "a number" })
    const pointer = new SchemaIssue.Pointer(["a", Symbol("s"), 0], new SchemaIssue.Encoding(Schema.String.ast, inner))
    expect(refusalsOf(pointer)).toEqual([
      { path: ["a", "Symbol(s)", 0], refusal: { _tag: "OutOfBounds", rule: "READ-5", expected: "a number" } },
    ])
    const oneOf = new SchemaIssue.OneOf(Schema.Union([Schema.String, Schema.String]).ast, [])
    expect(refusalsOf(oneOf)).toMatchObject([{ refusal: { expected: "exactly one of several shapes" } }])
    expect(refusalsOf(new SchemaIssue.Forbidden({}))).toMatchObject([{ refusal: { expected: "a valid value" } }])
    const Text = Schema.FiniteFromString
    expect(decodeStrictly(Schema.Struct({ n: Text }))({ n: "x" })).toMatchObject({
      ok: false,
      refusal: [{ path: ["n"] }],
    })
  })

  test("of several shapes that were tried, the nearest one speaks, wherever it stands", () => {
    const Turned = Schema.Union([
      Schema.Struct({ a: Schema.String, d: Schema.String }),
      Schema.Struct({ a: Schema.String, b: Schema.String, c: Schema.String }),
    ])
    expect(decodeStrictly(Turned)({ a: "", d: 1 })).toMatchObject({ ok: false, refusal: [{ path: ["d"] }] })
    const Either = Schema.Union([
      Schema.Struct({ a: Schema.String, b: Schema.String, c: Schema.String }),
      Schema.Struct({ a: Schema.String, d: Schema.String }),
    ])
    expect(decodeStrictly(Either)({ a: "", d: 1 })).toMatchObject({ ok: false, refusal: [{ path: ["d"] }] })
  })

  test("an object without fields is an object, and not anything at all", () => {
    const read = decodeStrictly(Schema.Struct({}))
    expect(read({})).toEqual({ ok: true, value: {} })
    for (const input of [[], "", 0, true])
      expect(read(input)).toMatchObject({ refusal: [{ path: [], refusal: { expected: ["object"] } }] })
  })
})
