import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readJson } from "./json-reading.ts"

describe("READ-9 and READ-10: JSON text is read as JSON.parse reads it, except for names given twice", () => {
  test.each([
    ['{"a":1,"a":2}', "a", []],
    ['{"a":{"b":[0,{"c":1,"d":2,"c":3}]}}', "c", ["a", "b", 1]],
    ['[{},[],{"x":{"y":1},"z":[1,2],"x":null}]', "x", [2]],
    ['{"a":1,"\\u0061":2}', "a", []],
    ['{"":1,"":2}', "", []],
    ['{"k":"v","__proto__":1,"__proto__":2}', "__proto__", []],
  ])("%s names %j twice", (text, field, within) => {
    expect(readJson(text)).toEqual({
      ok: false,
      refusal: { _tag: "DuplicateKey", rule: "READ-10", field, within },
    })
  })

  test.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '["a","a",{"a":"a:a,a"}]',
    '{"a":"\\"}{,:","b":"\\\\"}',
    ' { "a" : [ ] , "b" : { } } ',
    "null",
    '"x"',
    "-1.5e3",
  ])("%s is read", (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test.each(["", "{", "{'a':1}", '{"a":1,}', "[1 2]", "NaN", "\ufeff{}", '"\u0000"'])("%j is no JSON", (text) => {
    expect(readJson(text)).toEqual({ ok: false, refusal: { _tag: "InvalidJson", rule: "READ-9" } })
  })

  test("what is no text is refused", () => {
    expect(readJson({ a: 1 })).toMatchObject({ refusal: { _tag: "WrongType", expected: ["string"], got: "object" } })
  })

  test("READ-7: 64 levels are read, 65 and 100,000 are not", () => {
    const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels)
    expect(readJson(nested(64)).ok).toBe(true)
    for (const levels of [65, 100_000])
      expect(readJson(nested(levels))).toEqual({ ok: false, refusal: { _tag: "TooDeep", rule: "READ-7", limit: 64 } })
  })

  test("READ-8: the length is looked at first", () => {
    expect(readJson('"aaaa"', { characters: 6 }).ok).toBe(true)
    expect(readJson('"aaaaa"', { characters: 6 })).toEqual({
      ok: false,
      refusal: { _tag: "TooLarge", rule: "READ-8", of: "characters", limit: 6 },
    })
    expect(readJson("x".repeat(4_000_001))).toMatchObject({ refusal: { _tag: "TooLarge", limit: 4_000_000 } })
  })

  test("READ-9: whatever JSON.stringify writes is read back", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value: unknown = JSON.parse(text)
        expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value })
      }),
    )
  })

  test("READ-9: no text makes the reader throw", () => {
    const noise = fc
      .array(fc.constantFrom("{", "}", "[", "]", '"', "\\", ":", ",", "a", "1", " ", "null"))
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(noise, (text) => {
        const read = readJson(text)
        expect(read.ok ? "READ-0" : read.refusal.rule).toMatch(/^READ-(0|9|10)$/)
      }),
      { numRuns: 1000 },
    )
  })
})
