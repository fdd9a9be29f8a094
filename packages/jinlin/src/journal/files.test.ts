import { describe, expect, it } from "vitest"
import { readCsv, readJson, textOfBytes } from "./files.ts"

const utf8 = (text: string) => new TextEncoder().encode(text)
const cellsOf = (text: string) => readCsv(text).rows.map(({ cells, line }) => [line, Object.fromEntries(cells)])
const first = { date: "2026-01-01", command: "AdvanceRota", actor: "secretary" }
const header = "date,command,actor,unit"

describe("JOURNAL-1 a file is UTF-8 text of the format that its name says", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(textOfBytes(utf8("社区"))).toBe("社区")
    expect(textOfBytes(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("社区")]))).toBe("社区")
  })

  it("names the first byte that is not UTF-8, such as GBK has", () => {
    const gbk = Uint8Array.from([...utf8("date,社"), 0xc9, 0xe7, 0xc7, 0xf8])
    expect(textOfBytes(gbk)).toEqual({ offset: 8 })
  })

  it("takes a written replacement character as what it is", () => {
    expect(textOfBytes(utf8("a\uFFFDb"))).toBe("a\uFFFDb")
    expect(textOfBytes(Uint8Array.from([...utf8("a\uFFFDb"), 0xff]))).toEqual({ offset: 5 })
  })

  it("refuses quotes that never close, and JSON that is none or is no array of rows", () => {
    expect(readCsv(`${header}\n2026-01-01,"AdvanceRota,secretary,`).refused[0]?.refusal._tag).toBe("BrokenFile")
    expect(readJson("[{]").refused[0]?.refusal).toMatchObject({ _tag: "BrokenFile", format: "json" })
    expect(readJson('[{"date": "2026-01-01", "date": "2026-01-02"}]').refused[0]?.refusal).toMatchObject({
      _tag: "DuplicateKey",
    })
    expect(readJson("{}").refused[0]?.refusal).toMatchObject({ _tag: "BrokenFile", format: "json" })
  })
})

describe("JOURNAL-2 a header names the columns, and every row has as many cells", () => {
  it.each([
    ["commas", "date,command,actor\n2026-01-01,AdvanceRota,secretary"],
    ["semicolons", "date;command;actor\n2026-01-01;AdvanceRota;secretary"],
    ["tabs", "date\tcommand\tactor\n2026-01-01\tAdvanceRota\tsecretary"],
    ["carriage returns", "date,command,actor\r\n2026-01-01,AdvanceRota,secretary\r\n"],
  ])("reads a file with %s", (_, text) => {
    expect(cellsOf(text)).toEqual([[2, first]])
  })

  it("passes over notes and blank lines, and leaves empty cells out", () => {
    const text = `# a year\n${header}\n\n# January,,,\n2026-01-01,AdvanceRota,secretary,\n,,,\n`
    expect(cellsOf(text)).toEqual([[5, first]])
  })

  it("keeps the line of every row, also after a cell of two lines", () => {
    const text = `${header}\n2026-01-01,SkipTurn,delegate,"a\nb"\n2026-01-02,AdvanceRota,secretary,\n`
    expect(cellsOf(text).map(([line]) => line)).toEqual([2, 4])
  })

  it("refuses a header without what every row needs, or with a name twice", () => {
    expect(readCsv("date,unit\n").refused).toEqual([
      {
        line: 1,
        field: null,
        command: null,
        refusal: { _tag: "BadHeader", rule: "JOURNAL-2", missing: ["command", "actor"], doubled: [] },
      },
    ])
    expect(readCsv("date,command,actor,unit,unit\n").refused[0]?.refusal).toMatchObject({
      missing: [],
      doubled: ["unit"],
    })
    expect(readCsv("").refused[0]?.refusal).toMatchObject({ missing: ["date", "command", "actor"] })
  })

  it("lists every ragged row and reads the others", () => {
    const text = `${header}\n2026-01-01,AdvanceRota\n2026-01-02,AdvanceRota,secretary,\n2026-01-03,AdvanceRota,secretary,,,\n`
    const { refused, rows } = readCsv(text)
    expect(rows.map(({ line }) => line)).toEqual([3])
    expect(refused.map(({ line, refusal }) => [line, refusal])).toEqual([
      [2, { _tag: "RaggedRow", rule: "JOURNAL-2", cells: 2, columns: 4 }],
      [4, { _tag: "RaggedRow", rule: "JOURNAL-2", cells: 6, columns: 4 }],
    ])
  })

  it("says of a JSON row where it begins, and what is no row", () => {
    const { refused, rows } = readJson('[\n  {"date": "2026-01-01", "note": "[{"},\n  7,\n  {"date": "2026-01-02"}\n]')
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(refused).toMatchObject([{ line: 3, refusal: { _tag: "WrongType", expected: ["object"], got: "number" } }])
  })
})
