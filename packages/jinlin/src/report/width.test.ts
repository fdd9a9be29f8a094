import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { padded, widthOf, wrapped } from "./width.ts"

describe("how wide a text is in a terminal", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["柳岸", 4],
    ["柳岸ab", 6],
    ["（1）", 5],
    ["。", 2],
    ["한글", 4],
    ["ｱ", 1],
    ["Ａ", 2],
    ["𠮷", 2],
    ["e\u0301", 1],
    ["👩‍👩‍👧", 2],
    ["🇨🇳", 2],
    ["“a”", 3],
    ["…", 1],
    ["\u200b", 0],
  ])("%j takes %i columns", (text, columns) => expect(widthOf(text)).toBe(columns))
})

describe("padding", () => {
  test("counts columns, not characters", () => {
    expect(padded("柳岸", 6)).toBe("柳岸  ")
    expect(padded("柳岸", 6, "start")).toBe("  柳岸")
  })

  test("never cuts", () => expect(padded("柳岸", 3)).toBe("柳岸"))
})

describe("wrapping", () => {
  test.each([
    ["a short line", 20, ["a short line"]],
    ["one two three", 7, ["one two", "three"]],
    ["轮值主席由柳岸小学担任", 8, ["轮值主席", "由柳岸小", "学担任"]],
    ["轮值主席，柳岸小学。", 8, ["轮值主", "席，柳岸", "小学。"]],
    ["（柳岸小学）担任", 6, ["（柳岸", "小学）", "担任"]],
    ["第12任由school担任", 10, ["第12任由", "school担任"]],
    ["no-shows on 2026-02-28", 6, ["no-", "shows", "on", "2026-0", "2-28"]],
    ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["柳", 1, ["柳"]],
    ["", 10, [""]],
  ])("%j at %i columns is %j", (text, width, lines) => expect(wrapped(text, width)).toEqual(lines))

  test("keeps every character that is not a space, in order, and no line is too wide", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", " ", "柳", "岸", "，", "。", "（", "）", "“", "”", "1") })
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = wrapped(text, width)
        const solid = (one: string): string => one.replaceAll(" ", "")
        expect(solid(lines.join(""))).toBe(solid(text))
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
      }),
    )
  })
})
