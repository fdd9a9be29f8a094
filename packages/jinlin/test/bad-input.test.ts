import { describe, expect, test } from "vitest"
import { filesBelow, folderWith, run, type Seen, textIn } from "./command-line.ts"
import { smallCharterText } from "./small-story.ts"

const header =
  "date,time,command,actor,actorUnit,actorPerson,policy,level,convenor,unit,kind,capacity,delegate,alternate"
const founding = "2026-01-05,09:00,FoundConference,superior,office,p-1,conference,community,p-2,,,,,"
const admit = (unit: string, day = "2026-01-05", time = "09:20"): string =>
  `${day},${time},AdmitUnit,convenor,office,p-2,,,,${unit},school,member,p-${unit},`

const lines = (...rows: ReadonlyArray<string>): string => `${[header, ...rows].join("\n")}\n`

/** The small charter, told as far as its journal goes and no further: so nothing falls due behind the last row. */
const charterText = (): string => smallCharterText().replace(/,\s*"until": "[^"]*"/, "")

const given = (journal: string | Uint8Array, name = "my.csv") => ({ "my.json": charterText(), [name]: journal })

const told = (journal: string | Uint8Array, options: ReadonlyArray<string> = [], name = "my.csv"): Promise<Seen> =>
  run(folderWith(given(journal, name)), [
    "--charter",
    "my.json",
    "--journal",
    name,
    "--no-report",
    "--quiet",
    ...options,
  ])

describe("JOURNAL-1 a journal is UTF-8 text, in well-formed CSV or JSON", () => {
  const events = "my.csv: 3 events happened.\n"
  const good = lines(founding, admit("school"), admit("clinic"))

  test.each([
    ["as it is", good],
    ["with a byte order mark", `\uFEFF${good}`],
    ["with the line ends of Windows", good.replaceAll("\n", "\r\n")],
    ["with ; between the cells", good.replaceAll(",", ";")],
    ["with tabs between the cells", good.replaceAll(",", "\t")],
    ["with all of these", `\uFEFF${good.replaceAll(",", ";").replaceAll("\n", "\r\n")}`],
    ["without a line end at its end", good.trimEnd()],
    ["with notes and empty lines", good.replace(founding, `# the founding,,\n\n${founding}\n`)],
    ["with cells in quotation marks", good.replaceAll(",school,", ',"school",')],
  ])("JOURNAL-1 %s", async (_how, journal) => {
    expect(await told(journal)).toEqual({ code: 0, out: events, err: "" })
  })

  test("JOURNAL-1 as a JSON array of rows", async () => {
    const json = JSON.stringify([
      {
        date: "2026-01-05",
        command: "FoundConference",
        actor: "superior",
        actorUnit: "office",
        actorPerson: "p-1",
        policy: "conference",
        level: "community",
        convenor: "p-2",
      },
    ])
    expect(await told(json, [], "my.json.json")).toEqual({
      code: 0,
      out: "my.json.json: 1 event happened.\n",
      err: "",
    })
  })

  /** `单位` in GBK, in the middle of a header. */
  const gbk = Uint8Array.from([...Buffer.from("date,command,actor,"), 0xb5, 0xa5, 0xce, 0xbb, 0x0a])

  test.each([
    ["GBK bytes", gbk, "my.csv", "my.csv:1\n  The file is not UTF-8 text: byte 20 is none. (JOURNAL-1)\n"],
    ["an open quotation mark", lines(`"${founding}`), "my.csv", "The file is not well-formed CSV:"],
    ["broken JSON", "[{", "rows.json", "rows.json:1\n  The file is not well-formed JSON:"],
    ["JSON that is no array", "{}", "rows.json", "The file is not well-formed JSON: the file is not an array of rows"],
  ])("JOURNAL-1 refuses %s", async (_what, journal, name, said) => {
    const { code, err, out } = await told(journal, [], name)
    expect(err).toContain(said)
    expect(err).toContain("\n  To mend it: ")
    expect(err).toContain(`\nNothing of ${name} was applied.`)
    expect({ code, out }).toEqual({ code: 1, out: "" })
  })
})

describe("JOURNAL-2 the first line names the columns, and every row has a cell for each", () => {
  test.each([
    ["a file without anything", "", "my.csv:1\n  The first line lacks columns: date, command and actor. (JOURNAL-2)\n"],
    ["a header that lacks one", "date,actor\n", "The first line lacks columns: command. (JOURNAL-2)"],
    ["a doubled column", `${header},unit\n`, "The first line names columns twice: unit. (JOURNAL-2)"],
    [
      "a row with too few cells",
      lines(founding, "2026-01-06,09:00,AdmitUnit"),
      "my.csv:3\n  The row has 3 cells, and the first line has 14 columns. (JOURNAL-2)\n",
    ],
    ["a row with too many cells", lines(`${founding},`), "my.csv:2\n  The row has 15 cells, and the first line has 14"],
  ])("JOURNAL-2 refuses %s", async (_what, journal, said) => {
    const { code, err } = await told(journal)
    expect(err).toContain(said)
    expect(code).toBe(1)
  })

  test("JOURNAL-2 a header without rows: nothing happened, and that is said", async () => {
    const { code, err, out } = await told(lines())
    expect(err).toBe(
      "[jinlin] [run] my.csv has no row that could be applied, so nothing happened. Write at least one row beneath the names of the columns.\n",
    )
    expect({ code, out }).toEqual({ code: 1, out: "" })
  })
})

describe("JOURNAL-3 days and times are strict, and the rows stand in their order", () => {
  test.each([
    [
      "time 25:00",
      lines(founding.replace("09:00", "25:00")),
      "my.csv:2, command FoundConference, field “time”\n  “25:00” is not a time of day. (JOURNAL-3)\n  To mend it: Write hours and minutes with two digits each, such as 09:30.\n",
    ],
    [
      "date 2026-02-30",
      lines(founding.replace("2026-01-05", "2026-02-30")),
      "my.csv:2, command FoundConference, field “date”\n  “2026-02-30” is not a date: month 2 of 2026 has 28 days. (DATE-1)\n  To mend it: Give a day from 01 to 28.\n",
    ],
    [
      "rows out of order",
      lines(founding, admit("school", "2026-01-07"), admit("clinic", "2026-01-06")),
      "my.csv:4, command AdmitUnit, field “date”\n  This row lies on 2026-01-06 09:20, before the row above it (2026-01-07 09:20).\n  (JOURNAL-3)\n",
    ],
  ])("JOURNAL-3 refuses %s", async (_what, journal, said) => {
    const { code, err } = await told(journal)
    expect(err).toContain(said)
    expect(code).toBe(1)
  })

  test("JOURNAL-3 in Chinese", async () => {
    const { err } = await told(lines(founding.replace("2026-01-05", "2026-02-30")), ["--lang", "zh"])
    expect(err).toBe(
      "[jinlin] [run] my.csv：1处错误，涉及1行。\n\n" +
        "my.csv:2，命令FoundConference，字段“date”\n" +
        "  “2026-02-30”不是日期：2026年2月只有28天。（DATE-1）\n" +
        "  改法：日请填01至28。\n\n" +
        "my.csv没有任何一行被采用。改正以后请再运行一次；想跳过有错的行，请加--partial。\n",
    )
  })
})

describe("JOURNAL-4 a row names a command with its fields, and a policy of the charter", () => {
  test.each([
    [
      "an unknown command",
      lines(founding.replace("FoundConference", "FoundConferense")),
      [
        "my.csv:2, command FoundConferense, field “command”\n  “FoundConferense” is none of the kinds that are known here.",
      ],
    ],
    [
      "a misspelt field",
      lines(founding, admit("school")).replace(",unit,", ",uint,"),
      [
        "field “uint”\n  There is no field “uint” here. (READ-3)",
        "field “unit”\n  The field “unit” is missing. (READ-2)",
      ],
    ],
    [
      "an unknown policy",
      lines(founding.replace(",conference,", ",conferense,")),
      [
        "field “policy”\n  The charter has no policy “conferense” for this. (JOURNAL-4)\n  To mend it: Use conference, or write a policy of that name into the charter.",
      ],
    ],
    ["an unknown choice", lines(founding, admit("school").replace("member", "guest")), ["field “capacity”\n  “guest”"]],
  ])("JOURNAL-4 refuses %s", async (_what, journal, said) => {
    const { code, err } = await told(journal)
    for (const part of said) expect(err).toContain(part)
    expect(code).toBe(1)
  })
})

describe("JOURNAL-5 nothing of a file is applied unless all of it can be, or what can be with --partial", () => {
  const twice = lines(founding, admit("school"), admit("school"), admit("clinic"))

  test("JOURNAL-5 a row that a rule refuses is shown with its evidence, by display name, and nothing is applied", async () => {
    const { code, err, out } = await told(twice)
    expect(err).toContain("[jinlin] [run] my.csv: 1 fault in 1 row.\n\nmy.csv:4, command AdmitUnit\n")
    expect(err).toContain("Willow Bank Primary School")
    expect(err).toContain("(CONFERENCE-3)")
    expect(err).toContain("\n  To mend it: ")
    expect(
      err.endsWith(
        "Nothing of my.csv was applied. Mend the file and run it again, or add --partial to leave out the rows with faults.\n",
      ),
    ).toBe(true)
    expect({ code, out }).toEqual({ code: 1, out: "" })
  })

  test("JOURNAL-5 a refused journal leaves no report", async () => {
    const folder = folderWith(given(twice))
    expect(await run(folder, ["--charter", "my.json", "--journal", "my.csv"])).toMatchObject({ code: 1 })
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })

  test("JOURNAL-5 with --partial the rest is applied, and what was left out is counted and listed", async () => {
    const ragged = twice.replace(`${admit("school")}\n`, `${admit("school")}\n2026-01-05,09:25\n`)
    const folder = folderWith(given(ragged))
    const seen = await run(folder, ["--charter", "my.json", "--journal", "my.csv", "--partial", "--quiet"])
    expect(seen.err).toContain("[jinlin] [run] my.csv: 2 faults in 2 rows.\n")
    expect(seen.err).toContain("\n2 rows of my.csv left out; the rest was applied.\n")
    expect(seen).toMatchObject({ code: 0, out: "my.csv: 3 events happened. The report is in .out/my.html.\n" })
    const report = textIn(folder, ".out/my.html")
    expect(report).toContain("<h2>Rows left out</h2>")
    expect(report).toContain("The row has 2 cells, and the first line has 14 columns.")
  })

  test("JOURNAL-5 of very many faults a hundred are told, and the others counted", async () => {
    const rows = Array.from({ length: 130 }, () => "2026-01-05")
    const { err } = await told(lines(founding, ...rows))
    expect(err.match(/^my\.csv:\d+$/gm)).toHaveLength(100)
    expect(err).toContain("[jinlin] [run] my.csv: 130 faults in 130 rows.\n")
    expect(err).toContain("\n30 faults more are not listed.\n")
  })
})

describe("a charter", () => {
  const withCharter = (charter: string | Uint8Array): Promise<Seen> =>
    run(folderWith({ "my.json": charter, "my.csv": lines(founding) }), ["--charter", "my.json", "--journal", "my.csv"])

  test.each([
    ["that is no JSON", "{", "my.json\n  The file is not well-formed JSON: "],
    ["that is empty", "", "my.json\n  The file is not well-formed JSON: "],
    ["that is a list", "[]", "my.json\n  This is a list; a record with named fields is expected."],
    ["with a doubled name", '{"charter":1,"charter":1}', "my.json\n  The field “charter” stands twice. (READ-10)\n"],
    ["in GBK", Uint8Array.from([0x7b, 0xb5, 0xa5]), "my.json\n  The file is not UTF-8 text: byte 2 is none."],
  ])("%s is refused", async (_what, charter, said) => {
    const { code, err, out } = await withCharter(charter)
    expect(err).toContain(`[jinlin] [run] my.json: the charter has 1 fault.\n\n${said}`)
    expect(err).toMatch(
      /The charter was not applied, and the journal was not read\. Mend the charter and run again\.\n$/,
    )
    expect({ code, out }).toEqual({ code: 1, out: "" })
  })

  test("with several faults has all of them listed, each with its path", async () => {
    const charter = JSON.parse(smallCharterText())
    charter.zone = "Beijing"
    charter.names.school.en = " "
    charter.policies.chair.choices.horizonTerms = 0
    charter.polices = {}
    const { err } = await withCharter(JSON.stringify(charter))
    expect(err).toContain("my.json: the charter has 4 faults.")
    for (const place of ["zone", "names › school › en", "policies › chair › choices › horizonTerms", "polices"])
      expect(err).toContain(`\nmy.json, ${place}\n`)
    expect(err).toContain("Asia/Shanghai")
  })

  test("with a byte order mark is read", async () => {
    expect(await withCharter(`\uFEFF${smallCharterText()}`)).toMatchObject({ code: 0, err: "" })
  })
})
