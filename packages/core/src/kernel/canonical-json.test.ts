import { existsSync, readdirSync, readFileSync } from "node:fs"
import canonicalize from "canonicalize"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson } from "./canonical-json.ts"

const write = (value: unknown): unknown => {
  const result = canonicalJson(value)
  return result.ok ? result.value : result.refusal
}

const double = (hex: string): number => new DataView(Uint8Array.from(Buffer.from(hex, "hex")).buffer).getFloat64(0)

const nested = (levels: number, innermost: unknown): unknown => {
  let value = innermost
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

describe("DIGEST-1 equal data has one canonical text, that of RFC 8785", () => {
  it.each([
    ["null", null, "null"],
    ["a boolean", true, "true"],
    ["an empty object", {}, "{}"],
    ["an empty list", [], "[]"],
    ["an empty text", "", '""'],
    ["zero and minus zero", [0, -0], "[0,0]"],
    ["an object without prototype", Object.assign(Object.create(null), { b: 1, a: 2 }), '{"a":2,"b":1}'],
    ["keys as text, not as numbers", { 10: 1, 9: 2, a: 3, A: 4 }, '{"10":1,"9":2,"A":4,"a":3}'],
    ["keys by UTF-16 units: an emoji before U+FB33", { "\ufb33": 1, "😂": 2 }, '{"😂":2,"\ufb33":1}'],
    ["a key that is the beginning of another", { ab: 1, a: 2, "": 3 }, '{"":3,"a":2,"ab":1}'],
    ["nothing between the parts", { b: [1, { d: null }], a: "x y" }, '{"a":"x y","b":[1,{"d":null}]}'],
    ["the short escapes", '\b\t\n\f\r"\\', '"\\b\\t\\n\\f\\r\\"\\\\"'],
    ["the other controls", "\u0000\u000f\u001f", '"\\u0000\\u000f\\u001f"'],
    ["what needs no escape", "/é\u007f\u0080\u2028€", '"/é\u007f\u0080\u2028€"'],
    ["unnormalized text as it is", "A\u030a", '"A\u030a"'],
  ])("DIGEST-1 writes %s", (_, value, expected) => {
    expect(write(value)).toBe(expected)
  })

  it.each([
    // RFC 8785, appendix B
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("DIGEST-1 writes the number %s as %s", (hex, expected) => {
    expect(write(double(hex))).toBe(expected)
  })

  it("DIGEST-1 agrees with the public vectors of RFC 8785, byte for byte", (context) => {
    const folder = new URL("../../../../../shared/vectors/rfc8785-jcs/testdata/", import.meta.url)
    context.skip(!existsSync(folder), "the public vectors are not beside the repository: rfc8785-jcs")
    const names = readdirSync(new URL("input/", folder))
    expect(names.length).toBe(6)
    for (const name of names) {
      const written = canonicalJson(JSON.parse(readFileSync(new URL(`input/${name}`, folder), "utf8")))
      const hex = readFileSync(new URL(`outhex/${name.replace(".json", ".txt")}`, folder), "utf8")
      expect(written.ok && Buffer.from(written.value, "utf8").toString("hex")).toBe(hex.replaceAll(/\s/g, ""))
      expect(written.ok && written.value).toBe(readFileSync(new URL(`output/${name}`, folder), "utf8"))
    }
  })

  it("DIGEST-1 agrees with another implementation on whatever JSON holds", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary", maxDepth: 6 }), (value) => {
        const written = canonicalJson(value)
        fc.pre(written.ok || written.refusal.refusal._tag !== "InvalidText")
        expect(written).toEqual({ ok: true, value: canonicalize(value) })
      }),
      { numRuns: 500 },
    )
  })

  it("DIGEST-1 what is written is read back as the same data, and written again the same", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const written = canonicalJson(value)
        if (!written.ok) throw new Error("JSON was refused")
        expect(JSON.parse(written.value)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(written.value))).toEqual(written)
      }),
    )
  })

  it("DIGEST-1 the order in which fields were put there makes no difference", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 })), (fields) => {
        const reversed = Object.fromEntries(Object.entries(fields).toReversed())
        expect(canonicalJson(reversed)).toEqual(canonicalJson({ ...fields }))
      }),
    )
  })
})

describe("DIGEST-2 what is not JSON is refused at its path", () => {
  it.each([
    ["undefined", { a: [1, undefined] }, ["a", 1], "undefined"],
    ["undefined itself", undefined, [], "undefined"],
    ["the first of several", { a: [0, undefined, 1, 1n], b: Number.NaN, c: 1 }, ["a", 1], "undefined"],
    ["the first field of several, in order of keys", { c: 1, b: 1n, a: undefined }, ["a"], "undefined"],
    ["a field before a name that is not Unicode", { a: undefined, "\ud800": 1 }, ["a"], "undefined"],
    ["a bigint", { a: { b: 1n } }, ["a", "b"], "bigint"],
    ["NaN", [[Number.NaN]], [0, 0], "not-a-finite-number"],
    ["infinity", { a: Number.POSITIVE_INFINITY }, ["a"], "not-a-finite-number"],
    ["minus infinity", { a: Number.NEGATIVE_INFINITY }, ["a"], "not-a-finite-number"],
    ["a function", { a: () => 1 }, ["a"], "function"],
    ["a symbol", [Symbol("s")], [0], "symbol"],
    ["a key that is a symbol", { a: { [Symbol("s")]: 1 } }, ["a"], "symbol"],
    ["a Date", { at: new Date(0) }, ["at"], "instance"],
    ["a Map", [new Map()], [0], "instance"],
    ["a boxed number", [new Number(1)], [0], "instance"],
    ["bytes", new Uint8Array(2), [], "instance"],
    [
      "an instance of a class",
      {
        a: new (class Unit {
          name = "a"
        })(),
      },
      ["a"],
      "instance",
    ],
    ["an error", [new Error("no")], [0], "instance"],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what this row is about
    ["a hole in a list", { a: [1, , 3] }, ["a"], "sparse-array"],
    ["a list with a field of its own", Object.assign([1], { extra: 2 }), [], "sparse-array"],
    [
      "a getter, without running it",
      {
        a: {
          get b(): number {
            throw new Error("a getter ran")
          },
        },
      },
      ["a", "b"],
      "computed",
    ],
    ["a getter of a list", [Object.defineProperty([1], 0, { get: () => 1, enumerable: true })], [0, 0], "computed"],
  ])("DIGEST-2 refuses %s", (_, value, path, got) => {
    const expected = ["string", "number", "boolean", "null", "object", "array"]
    expect(write(value)).toEqual({ path, refusal: { _tag: "WrongType", rule: "READ-1", expected, got } })
  })

  it.each([
    ["a text", { a: ["ok", "x\ud800"] }, ["a", 1], "lone-surrogate", 1],
    ["a field name", { a: { "\udc00": 1 } }, ["a"], "lone-surrogate", 0],
    ["a text with a noncharacter", ["\uffff"], [0], "noncharacter", 0],
  ])("DIGEST-2 refuses %s that is not Unicode, with the place in it", (_, value, path, reason, index) => {
    expect(write(value)).toMatchObject({ path, refusal: { _tag: "InvalidText", rule: "TEXT-2", reason, index } })
  })

  it("DIGEST-2 writes 64 levels and refuses the 65th", () => {
    expect(canonicalJson(nested(63, [])).ok).toBe(true)
    expect(canonicalJson(nested(64, "innermost")).ok).toBe(true)
    const deeper = canonicalJson(nested(64, []))
    expect(deeper).toMatchObject({ ok: false, refusal: { refusal: { _tag: "TooDeep", rule: "READ-7", limit: 64 } } })
    expect(!deeper.ok && deeper.refusal.path.length).toBe(64)
  })

  it("DIGEST-2 refuses what is nested deeper than a stack is high", () => {
    expect(write(nested(200_000, null))).toMatchObject({ refusal: { _tag: "TooDeep" } })
  })

  it("DIGEST-2 refuses what contains itself, and says so", () => {
    const ring: { readonly name: string; next?: unknown } = { name: "a" }
    ring.next = [ring]
    expect(write(ring)).toMatchObject({ refusal: { _tag: "Cyclic", rule: "DIGEST-2" } })
    const list: Array<unknown> = []
    list.push(list)
    expect(write({ list })).toMatchObject({ refusal: { _tag: "Cyclic" } })
  })

  it("DIGEST-2 the same object in two places is no cycle", () => {
    const unit = { name: "clinic" }
    expect(write({ from: unit, to: unit })).toBe('{"from":{"name":"clinic"},"to":{"name":"clinic"}}')
  })

  it("DIGEST-2 refuses a few objects that would be written a billion times", () => {
    let value: unknown = "lol"
    for (let level = 0; level < 30; level += 1) value = [value, value]
    expect(write(value)).toMatchObject({ refusal: { _tag: "TooLarge", of: "values", limit: 1_000_000 } })
  })

  it("DIGEST-2 writes a million values, the list that holds them included, and not one more", () => {
    expect(canonicalJson(Array(999_999).fill(0)).ok).toBe(true)
    expect(write(Array(1_000_000).fill(0))).toEqual({
      path: [999_999],
      refusal: { _tag: "TooLarge", rule: "READ-8", of: "values", limit: 1_000_000 },
    })
  })

  it("DIGEST-2 survives a proxy that throws", () => {
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error("a trap ran")
        },
      },
    )
    expect(write({ a: [hostile] })).toMatchObject({ path: [], refusal: { _tag: "WrongType", got: "computed" } })
  })

  it("DIGEST-2 writes only what survives JSON, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSparseArray: true,
          withNullPrototype: true,
        }),
        (value) => {
          const written = canonicalJson(value)
          if (!written.ok) return
          expect(JSON.parse(written.value)).toEqual(JSON.parse(JSON.stringify(value)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it("DIGEST-2 changes nothing in what it is given", () => {
    const value = Object.freeze({ b: Object.freeze([2, 1]), a: 1 })
    expect(write(value)).toBe('{"a":1,"b":[2,1]}')
    expect(Object.keys(value)).toEqual(["b", "a"])
  })
})
