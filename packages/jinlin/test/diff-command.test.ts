import { describe, expect, test } from "vitest"
import { type JinlinCommandLine, jinlinFromCommandLine } from "../src/cli/index.ts"
import { folderWith, keeping, type Seen } from "./command-line.ts"
import { smallCharterText } from "./small-story.ts"

const noticeDays = (count: number) => ({
  key: "representatives-meeting/notice-days",
  value: { _tag: "Count", count, unit: "calendar-day" },
})

const charter = (rules: object): string =>
  JSON.stringify({
    ...JSON.parse(smallCharterText()),
    rules: { packs: [], choices: [], stepLists: [], uses: [], ...rules },
  })

const diff = async (folder: string, ...argv: ReadonlyArray<string>): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const given = { env: { COLUMNS: "120" }, argv: ["diff", ...argv], cwd: folder, stdout, stderr }
  const code = await jinlinFromCommandLine({ ...given, now: () => Date.UTC(2026, 10, 23, 4) } as JinlinCommandLine)
  return { code, out: stdout.text(), err: stderr.text() }
}

describe("DIFF-1 jinlin diff", () => {
  test("DIFF-1 tells what a new version of a charter changes, and whether it asks more or less", async () => {
    const folder = folderWith({
      "before.json": charter({ choices: [noticeDays(10)] }),
      "after.json": charter({ choices: [noticeDays(14)] }),
    })
    const { code, err, out } = await diff(folder, "before.json", "after.json")
    expect([code, err]).toEqual([0, ""])
    expect(out).toBe(
      [
        "before.json on 23 November 2026, and after.json on 23 November 2026",
        "",
        "The residents’ representatives’ meeting: the days of notice (representatives-meeting/notice-days): stricter",
        "  Before: 10 days (the charter of the community)",
        "  After: 14 days (the charter of the community)",
        "",
        "Differences: 1.",
        "",
      ].join("\n"),
    )
    expect((await diff(folder, "after.json", "before.json", "--lang", "zh")).out).toContain("更宽")
    expect((await diff(folder, "before.json", "before.json")).out).toContain("The rules do not differ.")
  })

  test("DIFF-1 tells what a new law changes in a charter that stays as it is", async () => {
    const law = ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01"]
    const folder = folderWith({ "my.json": charter({ packs: law }) })
    const { code, out } = await diff(folder, "my.json", "--from", "2025-12-31", "--to", "2026-01-01")
    expect(code).toBe(0)
    expect(out.split("\n")[0]).toBe("my.json on 31 December 2025, and my.json on 1 January 2026")
    expect(out).toMatch(/\nDifferences: [1-9]\d*\.\n$/)
    const json = JSON.parse((await diff(folder, "my.json", "--from", "2025-12-31", "--to", "2026-01-01", "--json")).out)
    expect(json).toMatchObject({ before: "my.json", from: "2025-12-31", to: "2026-01-01" })
    expect(out).toContain(`Differences: ${json.changes.length}.`)
  })

  test("DIFF-1 rules that cannot be resolved are told with the file, and nothing is compared", async () => {
    const folder = folderWith({ "before.json": charter({}), "after.json": charter({ packs: ["no.such@2026-01-01"] }) })
    const { code, err, out } = await diff(folder, "before.json", "after.json")
    expect([code, out]).toEqual([1, ""])
    expect(err).toMatch(/^\[jinlin\] \[diff\] after\.json: 1 fault\.\n/)
    expect(err).toContain("no.such@2026-01-01")
  })

  test.each([
    [[], "No charter is named."],
    [["before.json"], "nothing to compare it with"],
    [["before.json", "none.json"], "none.json"],
    [["before.json", "--from", "soon"], "--from"],
  ])("DIFF-1 %j is told as a fault", async (argv, said) => {
    const { code, err, out } = await diff(folderWith({ "before.json": charter({}) }), ...argv)
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(said)
  })
})
