import { describe, expect, test } from "vitest"
import { textTable } from "./text-table.ts"

const table = [
  ["单位", "已任", "最长等待"],
  ["柳岸卫生站", "2", "3"],
  ["school", "10", "0"],
]

describe("a table of text", () => {
  test("stands in columns, Chinese characters counted as two", () => {
    expect(textTable(table, 40)).toEqual({
      head: ["单位        已任  最长", "                  等待"],
      rows: ["柳岸卫生站     2     3", "school        10     0"],
    })
  })

  test("puts a name that is too wide on further lines", () => {
    const wide = [
      ["Unit", "Turns"],
      ["the Engineering Works", "1"],
    ]
    expect(textTable(wide, 20)).toEqual({
      head: ["Unit           Turns"],
      rows: ["the                1", "Engineering", "Works"],
    })
  })

  test("tells the rows one below the other where there is no room for columns", () => {
    expect(textTable(table, 20)).toEqual({
      head: [],
      rows: ["柳岸卫生站", "  已任 2", "  最长等待 3", "school", "  已任 10", "  最长等待 0"],
    })
  })

  test("may be empty", () => expect(textTable([["单位"]], 40)).toEqual({ head: ["单位"], rows: [] }))
})
