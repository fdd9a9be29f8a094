import { parse } from "csv-parse/sync"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hasList, naughtyStrings, readerOf, registerOf, someHostile } from "../../test/hostile.ts"
import { chinese, lostByTwo } from "../../test/sample-register.ts"
import { registerCsv } from "../index.ts"
import { visible } from "../visible.ts"
import { rowsIn } from "./reading.ts"
import { csvOf, withoutGuard } from "./writing.ts"

/** What a parser that is not ours reads: strict about quotation marks, lengths of rows and line ends. */
const read = (csv: string): ReadonlyArray<ReadonlyArray<string>> =>
  parse(csv, { bom: true, record_delimiter: "\r\n", relax_quotes: false, relax_column_count: false })

const isActive = (cell: string): boolean => /^[=+\-@\t\r\0＝＋－＠]|^\s+[=+\-@＝＋－＠]/u.test(cell)

/** Cells with something in them: a row of nothing is no row to a parser. */
const someRows = fc
  .array(
    fc.array(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...someHostile)), {
      minLength: 1,
      maxLength: 4,
    }),
    { minLength: 1 },
  )
  .map((rows) => rows.map((cells) => ["x", ...cells]))

describe("REGISTER-5 a table", () => {
  test("REGISTER-5 begins with a byte order mark, ends every row with CRLF, and makes every row equally long", () => {
    const csv = registerCsv(lostByTwo, chinese)
    expect(csv.startsWith("\u{feff}表决登记表,")).toBe(true)
    expect(csv.endsWith("\r\n")).toBe(true)
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    const rows = read(csv)
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1)
    expect(rows.filter(([part]) => part === "名册")).toHaveLength(31)
    expect(rows.find(([, label]) => label === "到会率")?.[2]).toBe("20/30，即66.66%（尾数舍去）")
  })

  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@a", "'@a"],
    ["\t=1", "\\u{9}=1"],
    ["\r=1", "\\u{d}=1"],
    ["\0=1", "\\u{0}=1"],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["'a", "''a"],
    ["a,b", "a,b"],
    ['a"b', 'a"b'],
    ["1-2", "1-2"],
  ])("REGISTER-5 %j is read as %j", (text, cell) => expect(read(csvOf([["x", text]]))).toEqual([["x", cell]]))

  test("REGISTER-5 comes back as it was, shown, guarded and unguarded, by another parser and by ours", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const csv = csvOf(rows)
        const width = Math.max(...rows.map((cells) => cells.length))
        const shown = rows.map((cells) => [...cells, ...Array(width - cells.length).fill("")].map(visible))
        const theirs = read(csv)
        const ours = rowsIn(csv)
        expect(theirs.flat().filter(isActive)).toEqual([])
        expect(theirs.map((cells) => cells.map(withoutGuard))).toEqual(shown)
        expect(ours.ok && ours.rows.map(({ cells }) => cells)).toEqual(theirs)
      }),
    )
  })

  test("REGISTER-5 no naughty string of the public list is active in any cell", (context) => {
    context.skip(!hasList, "the public vectors are not beside the repository: naughty-strings/blns.json")
    const cells = naughtyStrings().flatMap((text) => read(registerCsv(registerOf(text), readerOf(text))).flat())
    expect(cells.filter(isActive)).toEqual([])
  })
})

describe("our reader of CSV", () => {
  test.each([
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["\u{feff}a\r\n", [["a"]]],
    ['"a""b","c\r\nd",e', [['a"b', "c\r\nd", "e"]]],
    ["a,\r\n", [["a", ""]]],
    [",a", [["", "a"]]],
    ["a,", [["a", ""]]],
    ["", []],
    ["\r\n\r\na\r\n", [["a"]]],
    [
      "a;b\r\nc,d;e",
      [
        ["a", "b"],
        ["c,d", "e"],
      ],
    ],
    [
      'a\tb\n"c\t"\td;',
      [
        ["a", "b"],
        ["c\t", "d;"],
      ],
    ],
    ["a,b;c", [["a", "b;c"]]],
  ])("reads %j", (text, cells) => {
    const read = rowsIn(text)
    expect(read.ok && read.rows.map((row) => row.cells)).toEqual(cells)
  })

  test.each([
    ['a\r\n"b', 2],
    ['a\r\nb\r\n"c"d', 3],
    ['a"b', 1],
    ['"a\r\nb"\r\n"c', 3],
  ])("refuses %j at line %i", (text, line) => expect(rowsIn(text)).toEqual({ ok: false, line }))

  test("tells the line on which a row begins, also behind a cell of several lines", () => {
    const read = rowsIn('h\r\n"a\r\nb"\r\n\r\nc')
    expect(read.ok && read.rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test("reads a cell of ten million characters, and one that never ends", () => {
    const long = "a".repeat(10_000_000)
    expect(rowsIn(`"${long}""b"`).ok).toBe(true)
    expect(rowsIn(`"${long}`).ok).toBe(false)
    expect(rowsIn(`${'""'.repeat(1_000_000)}"`).ok).toBe(false)
    expect(rowsIn(`"${'""'.repeat(4_500_000)}",赞成`).ok).toBe(true)
  })
})
