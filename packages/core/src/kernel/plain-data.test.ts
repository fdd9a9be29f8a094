import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { plainCopy } from "./plain-data.ts"
import { decodeStrictly } from "./reading.ts"

class Unit {
  name = "clinic"
}

/** What is refused, as `path: kind` lines. */
const faults = (input: unknown): ReadonlyArray<string> => {
  const copied = plainCopy(input)
  if (copied.ok) return ["ok"]
  return copied.refusal.map(({ path, refusal }) => {
    const { _tag } = refusal
    return `${path.join(".")}: ${_tag}${"got" in refusal ? ` ${refusal.got}` : ""}`
  })
}

const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const withHole = (): ReadonlyArray<unknown> => {
  const items: Array<unknown> = [1, 2, 3]
  delete items[1]
  return items
}

describe("READ-1: only plain data is read", () => {
  test.each([
    ["an object", { a: [1, "x", null, true, { b: -0.5 }] }, ["ok"]],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), ["ok"]],
    ["an object with numeric keys", { 0: "a", 1: "b" }, ["ok"]],
    ["a field that is undefined", { a: undefined }, ["ok"]],
    ["a class instance", new Unit(), [": WrongType instance"]],
    ["a date", { at: new Date(0) }, ["at: WrongType instance"]],
    ["a map", [new Map()], ["0: WrongType instance"]],
    ["an object that inherits", Object.create({ admin: true }), [": WrongType instance"]],
    ["an array with a hole", { list: withHole() }, ["list: WrongType sparse-array"]],
    ["a function", { run: () => 1 }, ["run: WrongType function"]],
    ["a symbol", { s: Symbol("s") }, ["s: WrongType symbol"]],
    ["a bigint", { n: 1n }, ["n: WrongType bigint"]],
    ["NaN", { n: Number.NaN }, ["n: WrongType not-a-finite-number"]],
    ["an infinity", [Number.POSITIVE_INFINITY], ["0: WrongType not-a-finite-number"]],
    ["a symbol as a field", { [Symbol("s")]: 1 }, ["Symbol(s): UnknownField"]],
    [
      "several faults at once",
      { a: new Date(0), b: [1n, { c: Number.NaN }] },
      ["a: WrongType instance", "b.0: WrongType bigint", "b.1.c: WrongType not-a-finite-number"],
    ],
  ])("%s", (_what, input, expected) => {
    expect(faults(input)).toEqual(expected)
  })

  test("no getter runs", () => {
    let ran = 0
    const trap = {
      get a() {
        ran += 1
        return "x"
      },
    }
    const list = Object.defineProperty([0], 0, { get: () => (ran += 1), enumerable: true })
    expect(faults(trap)).toEqual(["a: WrongType computed"])
    expect(faults(list)).toEqual(["0: WrongType computed"])
    expect(ran).toBe(0)
  })

  test("a proxy that throws is refused and does not throw", () => {
    const thrower = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no")
        },
      },
    )
    expect(faults({ a: thrower })).toEqual([": WrongType computed"])
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(faults([proxy])).toEqual([": WrongType computed"])
  })

  test("what is read is a copy: nothing that is sent can change under our eyes", () => {
    const sent = { a: [{ b: 1 }] }
    const copied = plainCopy(sent)
    expect(copied).toEqual({ ok: true, value: { a: [{ b: 1 }] } })
    sent.a.push({ b: 2 })
    expect(copied).toEqual({ ok: true, value: { a: [{ b: 1 }] } })
  })
})

describe("READ-1: what is no plain data is answered with what would be", () => {
  test("a hole in a list", () => {
    expect(plainCopy(withHole())).toEqual({
      ok: false,
      refusal: [{ path: [], refusal: { _tag: "WrongType", rule: "READ-1", expected: ["array"], got: "sparse-array" } }],
    })
  })

  test("anything else", () => {
    expect(plainCopy(1n)).toEqual({
      ok: false,
      refusal: [
        {
          path: [],
          refusal: {
            _tag: "WrongType",
            rule: "READ-1",
            expected: ["string", "number", "boolean", "null", "object", "array"],
            got: "bigint",
          },
        },
      ],
    })
  })
})

describe("READ-3: fields that reach for prototypes are unknown fields", () => {
  const read = decodeStrictly(Schema.Struct({ name: Schema.String }))

  test.each([
    ['{"name":"x","__proto__":{"admin":true}}', "__proto__"],
    ['{"name":"x","constructor":{"prototype":{"admin":true}}}', "constructor"],
    ['{"name":"x","role":"admin"}', "role"],
  ])("%s is refused for %s, and no prototype has changed", (json, field) => {
    expect(read(JSON.parse(json))).toEqual({
      ok: false,
      refusal: [{ path: [field], refusal: { _tag: "UnknownField", rule: "READ-3", field } }],
    })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test("not even a record of any fields takes __proto__", () => {
    const anyFields = decodeStrictly(Schema.Record(Schema.String, Schema.Finite))
    expect(anyFields(JSON.parse('{"__proto__":1}'))).toMatchObject({ refusal: [{ path: ["__proto__"] }] })
    expect(anyFields({ constructor: 1, toString: 2 })).toEqual({ ok: true, value: { constructor: 1, toString: 2 } })
  })
})

describe("READ-7 and READ-8: depth and size are bounded before anything else looks", () => {
  test("64 levels are read, 65 are not", () => {
    expect(faults(nested(64))).toEqual(["ok"])
    const tooDeep = plainCopy(nested(65))
    expect(tooDeep.ok ? "ok" : tooDeep.refusal).toMatchObject([
      { refusal: { _tag: "TooDeep", rule: "READ-7", limit: 64 } },
    ])
    expect(tooDeep.ok ? 0 : tooDeep.refusal[0].path.length).toBe(64)
  })

  test("5,000 levels, and an object that contains itself, are refused and overflow nothing", () => {
    expect(plainCopy(nested(5000))).toMatchObject({ ok: false, refusal: [{ refusal: { _tag: "TooDeep" } }] })
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(plainCopy(circle)).toMatchObject({ ok: false, refusal: [{ refusal: { _tag: "TooDeep" } }] })
  })

  test("100,000 values are read, one more is not", () => {
    expect(plainCopy(new Array(100_000).fill(0)).ok).toBe(true)
    expect(plainCopy(new Array(100_001).fill(0))).toEqual({
      ok: false,
      refusal: [{ path: [], refusal: { _tag: "TooLarge", rule: "READ-8", of: "values", limit: 100_000 } }],
    })
  })

  test("a list of a million is refused without being walked, and so is one that is doubled at every level", () => {
    expect(plainCopy(new Array(1_000_000))).toMatchObject({ refusal: [{ path: [], refusal: { _tag: "TooLarge" } }] })
    let doubled: unknown = 1
    for (let level = 0; level < 40; level++) doubled = [doubled, doubled]
    expect(plainCopy(doubled)).toMatchObject({ ok: false, refusal: [{ refusal: { _tag: "TooLarge", of: "values" } }] })
  })

  test("the fields of an object are counted before they are visited", () => {
    expect(plainCopy({ a: 1, b: 2 }, { values: 2 }).ok).toBe(true)
    expect(plainCopy({ a: 1, b: 2, c: 3 }, { values: 2 })).toEqual({
      ok: false,
      refusal: [{ path: [], refusal: { _tag: "TooLarge", rule: "READ-8", of: "values", limit: 2 } }],
    })
  })

  test("texts and field names are counted together, up to the limit and not beyond", () => {
    const limits = { characters: 10 }
    expect(plainCopy({ abc: "1234567" }, limits).ok).toBe(true)
    expect(plainCopy({ abcd: "1234567" }, limits)).toMatchObject({
      refusal: [{ path: ["abcd"], refusal: { _tag: "TooLarge", rule: "READ-8", of: "characters", limit: 10 } }],
    })
    expect(plainCopy(["x".repeat(4_000_001)])).toMatchObject({ refusal: [{ refusal: { limit: 4_000_000 } }] })
  })
})
