import { existsSync, readFileSync } from "node:fs"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "./reading.ts"
import { LongText, Text } from "./text.ts"
import type { TextOptions } from "./text-reading.ts"
import { mustBeUnicode, readText } from "./text-reading.ts"

const read = (input: unknown, options?: TextOptions): unknown => {
  const result = readText(input, options)
  return result.ok ? result.value : result.refusal
}

const invalid = (reason: string, index: number, character: string) => ({
  _tag: "InvalidText",
  rule: "TEXT-2",
  reason,
  index,
  character,
})

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(..."e\u0301一 \n\r\t\u0085\u2028\u00a0\u0000\ud800\udc00\u200b"),
  ),
})

describe("TEXT-1 a text is kept in Normalization Form C", () => {
  it.each([
    ["as it is", "近鄰 neighbours", "近鄰 neighbours"],
    ["é in two code points", "cafe\u0301", "caf\u00e9"],
    ["a compatibility ideograph", "道\uf9e4", "道理"],
    ["spaces at either end", "  a  ", "  a  "],
    ["an emoji family with joiners", "👨‍👩‍👧", "👨‍👩‍👧"],
    ["full-width letters, which stay", "Ａ１", "Ａ１"],
    ["an ideographic space inside", "張\u3000三", "張\u3000三"],
  ])("TEXT-1 reads %s", (_, input, expected) => {
    expect(read(input)).toBe(expected)
  })

  it("TEXT-1 line breaks of every system become one, in texts of several lines", () => {
    expect(read("a\r\nb\rc\nd\u0085e\u2028f\u2029g\t.", { severalLines: true })).toBe("a\nb\nc\nd\ne\nf\ng\t.")
  })

  it("TEXT-1 what was read is read again unchanged", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, severalLines) => {
        const once = readText(text, { severalLines })
        if (once.ok) expect(readText(once.value, { severalLines })).toEqual(once)
      }),
    )
  })

  it("TEXT-1 texts that Unicode calls canonically equal are read as one", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("NFC", "NFD"), (text, form) => {
        const [as, other] = [readText(text), readText(text.normalize(form))]
        if (as.ok && other.ok) expect(other.value).toBe(as.value)
        expect(other.ok).toBe(as.ok)
      }),
    )
  })
})

describe("TEXT-2 characters that stores disagree about are refused with their place", () => {
  it.each([
    ["NUL", "ab\u0000", invalid("control-character", 2, "U+0000")],
    ["escape", "\u001b[31m", invalid("control-character", 0, "U+001B")],
    ["delete", "a\u007f", invalid("control-character", 1, "U+007F")],
    ["a C1 control", "a\u009f", invalid("control-character", 1, "U+009F")],
    ["a tab in one line", "a\tb", invalid("control-character", 1, "U+0009")],
    ["a line feed in one line", "a\nb", invalid("line-break", 1, "U+000A")],
    ["a carriage return in one line", "a\rb", invalid("line-break", 1, "U+000D")],
    ["a next line in one line", "a\u0085b", invalid("line-break", 1, "U+0085")],
    ["a line separator in one line", "a\u2028b", invalid("line-break", 1, "U+2028")],
    ["a paragraph separator in one line", "a\u2029b", invalid("line-break", 1, "U+2029")],
    ["a high surrogate alone", "a\ud83cb", invalid("lone-surrogate", 1, "U+D83C")],
    ["a low surrogate alone", "🎲\udfb2", invalid("lone-surrogate", 2, "U+DFB2")],
    ["a noncharacter", "🎲\uffff", invalid("noncharacter", 2, "U+FFFF")],
    ["a noncharacter of another plane", "a\u{1fffe}", invalid("noncharacter", 1, "U+1FFFE")],
    ["the first of two", "\u0001\u0002", invalid("control-character", 0, "U+0001")],
  ])("TEXT-2 refuses %s", (_, input, expected) => {
    expect(read(input)).toEqual(expected)
  })

  it.each([
    ["NUL", "a\nb\u0000", invalid("control-character", 3, "U+0000")],
    ["a form feed", "a\u000cb", invalid("control-character", 1, "U+000C")],
    ["a lone surrogate", "a\r\n\udfb2", invalid("lone-surrogate", 3, "U+DFB2")],
  ])("TEXT-2 refuses %s in several lines too", (_, input, expected) => {
    expect(read(input, { severalLines: true })).toEqual(expected)
  })

  it("TEXT-2 what is read is well formed and holds no control character", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, severalLines) => {
        const result = readText(text, { severalLines })
        if (!result.ok) return
        expect(result.value.isWellFormed()).toBe(true)
        for (const unit of result.value) {
          const code = unit.codePointAt(0) ?? 0
          const welcome = severalLines && (unit === "\n" || unit === "\t")
          expect(welcome || (code >= 0x20 && (code < 0x7f || code > 0x9f))).toBe(true)
        }
      }),
    )
  })

  it("TEXT-2 a field name or a text of JSON is asked no more than that it is Unicode", () => {
    expect(mustBeUnicode("a\u0000\u202e")).toBeUndefined()
    expect(mustBeUnicode("a\udc00")).toEqual(invalid("lone-surrogate", 1, "U+DC00"))
    expect(mustBeUnicode("\ufdd0")).toEqual(invalid("noncharacter", 0, "U+FDD0"))
  })
})

describe("TEXT-3 nothing may turn the direction of reading", () => {
  it.each([
    "\u061c",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
  ])("TEXT-3 refuses a bidi control with its place", (control) => {
    const character = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`
    const expected = { _tag: "BidiControl", rule: "TEXT-3", index: 4, character }
    expect(read(`user${control}nimda`)).toEqual(expected)
    expect(read(`user${control}nimda`, { severalLines: true })).toEqual(expected)
  })

  it("TEXT-3 Arabic and Hebrew letters need no control and are welcome", () => {
    expect(read("שלום سلام")).toBe("שלום سلام")
  })
})

describe("TEXT-4 a text shows something", () => {
  it.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["U+3000", "\u3000"],
    ["U+200B", "\u200b"],
    ["U+FEFF", "\ufeff"],
    ["U+00A0", "\u00a0"],
    ["U+2060", "\u2060"],
    ["U+00AD", "\u00ad"],
    ["U+034F", "\u034f"],
    ["U+2800, a braille cell without dots", "\u2800"],
    ["U+3164, a Hangul filler", "\u3164"],
    ["a joiner and a variation selector", "\u200d\ufe0f"],
    ["all of them", " \u3000\u200b\ufeff\u00a0"],
  ])("TEXT-4 refuses a text of %s", (_, input) => {
    expect(read(input)).toMatchObject({ _tag: "EmptyText", rule: "TEXT-4" })
    expect(read(`${input}.`)).toBe(`${input}.`)
  })

  it("TEXT-4 refuses several empty lines", () => {
    expect(read("\n\t\r\n", { severalLines: true })).toEqual({
      _tag: "EmptyText",
      rule: "TEXT-4",
      got: "\\u{a}\\u{9}\\u{d}\\u{a}",
    })
  })
})

describe("TEXT-5 a text has an end", () => {
  it("TEXT-5 counts code points: at the limit it is read, one more is refused", () => {
    expect(read("🎲".repeat(5), { maxLength: 5 })).toBe("🎲".repeat(5))
    expect(read("🎲".repeat(6), { maxLength: 5 })).toEqual({
      _tag: "TooLong",
      rule: "TEXT-5",
      length: 6,
      maxLength: 5,
    })
  })

  it("TEXT-5 counts after normalization", () => {
    expect(read("e\u0301".repeat(5), { maxLength: 5 })).toBe("\u00e9".repeat(5))
    expect(read("e\u0301".repeat(6), { maxLength: 5 })).toMatchObject({ _tag: "TooLong", length: 6 })
  })

  it("TEXT-5 has room for 500 characters in one line and 50,000 in several", () => {
    expect(readText("街".repeat(500)).ok).toBe(true)
    expect(read("街".repeat(501))).toMatchObject({ _tag: "TooLong", length: 501, maxLength: 500 })
    expect(readText("街\n".repeat(25_000), { severalLines: true }).ok).toBe(true)
    expect(read(`${"街\n".repeat(25_000)}.`, { severalLines: true })).toMatchObject({ length: 50_001 })
  })

  it("TEXT-5 does not look at what is far too long", () => {
    expect(read("\u0000".repeat(10_000_000))).toEqual({
      _tag: "TooLong",
      rule: "TEXT-5",
      length: 10_000_000,
      maxLength: 500,
    })
  })

  it("TEXT-5 no text that has room is refused for its length, however it was written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
        fc.constantFrom("NFC", "NFD"),
        (text, form) => {
          const length = [...text.normalize("NFC")].length
          expect(read(text.normalize(form), { maxLength: length })).not.toMatchObject({ _tag: "TooLong" })
        },
      ),
    )
  })
})

describe("TEXT-6 the schemas read as the reader does", () => {
  it.each([[1], [null], [undefined], [["a"]], [{}], [new String("a")]])("TEXT-6 refuses what is no text", (input) => {
    expect(read(input)).toMatchObject({ _tag: "WrongType", expected: ["string"] })
  })

  it("TEXT-6 Text is one line, LongText several, and both normalize", () => {
    const struct = Schema.Struct({ title: Text, minutes: LongText })
    const value = { title: "cafe\u0301", minutes: "one\r\ntwo" }
    expect(decodeStrictly(struct)(value)).toEqual({ ok: true, value: { title: "caf\u00e9", minutes: "one\ntwo" } })
    expect(decodeStrictly(struct)({ title: "one\ntwo", minutes: "\u3000" })).toMatchObject({
      ok: false,
      refusal: [
        { path: ["title"], refusal: { _tag: "InvalidText", reason: "line-break", index: 3 } },
        { path: ["minutes"], refusal: { _tag: "EmptyText" } },
      ],
    })
  })

  it("TEXT-6 hostile strings of the public collection are read or refused, and never kept with a control in them", (context) => {
    const file = new URL("../../../../../shared/vectors/naughty-strings/blns.json", import.meta.url)
    context.skip(!existsSync(file), "the public vectors are not beside the repository: naughty-strings/blns.json")
    const strings = JSON.parse(readFileSync(file, "utf8")) as ReadonlyArray<string>
    expect(strings.length).toBeGreaterThan(400)
    const results = strings.map((text) => readText(text))
    const kept = results.flatMap((result) => (result.ok ? [result.value] : []))
    expect(kept.filter((text) => /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(text))).toEqual([])
    expect(results.filter((result) => !result.ok && result.refusal._tag === "BidiControl").length).toBeGreaterThan(0)
    expect(results.filter((result) => !result.ok && result.refusal._tag === "EmptyText").length).toBeGreaterThan(0)
    expect(kept.length).toBeGreaterThan(300)
  })
})
