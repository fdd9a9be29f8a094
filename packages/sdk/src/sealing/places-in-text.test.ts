import { describe, expect, it } from "vitest"
import { placesIn } from "./places-in-text.ts"

const found = (text: string, value: string): ReadonlyArray<string> =>
  placesIn(text)(value).map(({ at, length }) => text.slice(at, at + length))

describe("where a value stands in a text", () => {
  it.each([
    ["由林小满负责", "林小满", ["林小满"]],
    ["林 小\u200b满", "林小满", ["林 小\u200b满"]],
    ["林小满林小满", "林小满", ["林小满", "林小满"]],
    ["阿买提", "阿·买提", ["阿买提"]],
    ["ＡＮＡ", "ana", ["ＡＮＡ"]],
    ["Di\u0301az and Díaz", "diaz", ["Di\u0301az", "Díaz"]],
    ["𠮷野家の𠮷野家", "𠮷野家", ["𠮷野家", "𠮷野家"]],
    ["ŉa", "ʼna", ["ŉa"]],
    ["13800000000元", "13800000000", ["13800000000"]],
    ["号138000000001", "13800000000", []],
    ["Lily", "Li", []],
    ["Ali", "Li", []],
    ["Li, 13", "Li", ["Li"]],
    ["张Li三", "Li", ["Li"]],
    ["王先生", "王", []],
    ["anything", "", []],
    ["anything", " \u200b", []],
    ["", "林小满", []],
  ])("VAULT-7 in %j for %j it is %j", (text, value, expected) => {
    expect(found(text, value)).toEqual(expected)
  })

  it("VAULT-7 places are of the text as it was given, overlapping ones too", () => {
    expect(placesIn("a 林林林")("林林")).toEqual([
      { at: 2, length: 2 },
      { at: 3, length: 2 },
    ])
  })
})
