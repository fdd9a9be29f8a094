import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readId } from "./id-reading.ts"
import { Id } from "./identity.ts"
import { decodeStrictly } from "./reading.ts"

const read = (input: unknown): unknown => {
  const result = readId(input)
  return result.ok ? result.value : result.refusal
}

const longest = "a".repeat(128)

describe("ID-1 an id is short, plain and opaque", () => {
  it.each([
    ["a"],
    ["A"],
    ["0"],
    ["-V1StGXR8_Z5jdHi6B-myT"],
    ["_"],
    ["018f2c6e-7b1a-7c3e-9f5e-1d2c3b4a5968"],
    ["unit:police-station.2"],
    ["a.b.c"],
    [longest],
  ])("ID-1 reads %s as it is", (id) => {
    expect(read(id)).toBe(id)
    expect(decodeStrictly(Id)(id)).toEqual({ ok: true, value: id })
  })

  it.each([
    ["nothing", "", "empty", undefined],
    ["129 characters", `${longest}a`, "too-long", undefined],
    ["ten kilobytes", "a".repeat(10_240), "too-long", undefined],
    ["a space", "a b", "character", 1],
    ["a control character", "ab\u0000", "character", 2],
    ["a line feed at the end", "ab\n", "character", 2],
    ["a slash", "a/b", "character", 1],
    ["a backslash", "a\\b", "character", 1],
    ["a letter beyond ASCII", "é", "character", 0],
    ["a Chinese name", "张三", "character", 0],
    ["a full-width digit", "a１", "character", 1],
    ["a lone surrogate", "a\ud800", "character", 1],
    ["percent encoding", "a%2e", "character", 1],
    ["one dot", ".", "dots", undefined],
    ["two dots", "..", "dots", undefined],
    ["a dot in front", ".env", "dots", undefined],
    ["a dot at the end", "con.", "dots", undefined],
    ["two dots inside", "a..b", "dots", undefined],
    ["a name that every object answers to", "constructor", "reserved", undefined],
    ["__proto__", "__proto__", "reserved", undefined],
    ["toString", "toString", "reserved", undefined],
    ["hasOwnProperty", "hasOwnProperty", "reserved", undefined],
  ])("ID-1 refuses %s", (_, input, reason, index) => {
    const refusal = { _tag: "InvalidId", rule: "ID-1", reason, maxLength: 128 }
    expect(read(input)).toMatchObject(index === undefined ? refusal : { ...refusal, index })
    expect(Object.hasOwn(read(input) as object, "index")).toBe(index !== undefined)
  })

  it("ID-1 repeats no more than forty characters of what it refuses", () => {
    expect(read("x".repeat(10_240))).toMatchObject({ got: `${"x".repeat(40)}…` })
  })

  it("ID-1 ids differ by case", () => {
    expect(read("Unit-A")).not.toBe(read("unit-a"))
  })

  it.each([[1], [null], [undefined], [["a"]], [{ toString: () => "a" }]])("ID-1 refuses what is no text", (input) => {
    expect(read(input)).toMatchObject({ _tag: "WrongType", expected: ["string"] })
  })

  it("ID-1 whatever is read is ASCII, finds nothing on an empty object, and is one step of a path", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[A-Za-z0-9\-_.:]{0,130}$/),
          fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
        ),
        (text) => {
          const result = readId(text)
          if (!result.ok) return
          expect(result.value).toBe(text)
          expect(text.length).toBeGreaterThan(0)
          expect(text.length).toBeLessThanOrEqual(128)
          expect([...text].every((unit) => unit > " " && unit <= "~")).toBe(true)
          expect(text in {}).toBe(false)
          expect(new URL(`file:///a/${text}/b`).pathname).toBe(`/a/${text}/b`)
        },
      ),
    )
  })

  it("ID-1 the JSON Schema's pattern lets pass what the reader lets pass, but for the reserved names", () => {
    const pattern = /^[A-Za-z0-9_:-]+(?:\.[A-Za-z0-9_:-]+)*$/
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9\-_.:/]{1,128}$/), (text) => {
        expect(readId(text).ok).toBe(pattern.test(text) && !(text in {}))
      }),
    )
  })
})
