import { chmodSync, existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, test } from "vitest"
import { jinlinFromCommandLine, runFromCommandLine } from "../src/cli/index.ts"
import { filesBelow, folderWith, keeping, run, textIn } from "./command-line.ts"
import { smallCharterText, smallJournal } from "./small-story.ts"

const small = () => folderWith({ "my.json": smallCharterText(), "my.csv": smallJournal() })
const mine = ["--charter", "my.json", "--journal", "my.csv"]

describe("jinlin run tells a journal", () => {
  test("prints the timeline and the turns, writes the report, and says where it is", async () => {
    const folder = small()
    const { code, err, out } = await run(folder, mine)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^January 2026\n─+\n/)
    expect(out).toContain("Willow Bank Community: the turns of each unit\n")
    expect(out.trimEnd().split("\n").at(-1)).toBe("my.csv: 72 events happened. The report is in .out/my.html.")
    expect(textIn(folder, ".out/my.html")).toMatch(/^<!doctype html>\n<html lang="en">/)
  })

  test("--quiet prints the last line alone, --no-report writes nothing", async () => {
    const folder = small()
    expect(await run(folder, [...mine, "--quiet", "--no-report"])).toEqual({
      code: 0,
      out: "my.csv: 72 events happened.\n",
      err: "",
    })
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })

  test("--report writes where it says, with the folders that lead there", async () => {
    const folder = small()
    const { out } = await run(folder, [...mine, "--quiet", "--report", "a/b/year.html"])
    expect(out).toBe("my.csv: 72 events happened. The report is in a/b/year.html.\n")
    expect(filesBelow(folder)).toContain("a/b/year.html")
  })

  test("the same files give the same report", async () => {
    const folder = small()
    await run(folder, [...mine, "--quiet", "--report", "one.html"])
    await run(folder, [...mine, "--quiet", "--report", "two.html"])
    expect(textIn(folder, "one.html")).toBe(textIn(folder, "two.html"))
  })

  test("--help says what there is", async () => {
    const { code, out } = await run(small(), ["--help"])
    expect(code).toBe(0)
    for (const option of ["charter", "journal", "lang", "partial", "report", "no-report", "quiet", "help"])
      expect(out).toContain(`\n  --${option}`)
  })
})

describe("jinlin run speaks the language that is asked for", () => {
  const lastLine = "my.csv：发生了72件事。\n"
  test.each([
    [["--lang", "zh"], {}, lastLine],
    [["--lang=zh-Hans"], {}, lastLine],
    [["--lang", "zh-Hant"], {}, "my.csv：發生了72件事。\n"],
    [["--lang", "en"], { LANG: "zh_CN.UTF-8" }, "my.csv: 72 events happened.\n"],
    [[], { LANG: "zh_CN.UTF-8" }, lastLine],
    [[], { LC_ALL: "", LANG: "zh_CN.UTF-8" }, lastLine],
    [[], { LC_ALL: "zh_SG", LANG: "en_GB.UTF-8" }, lastLine],
    [[], { LC_ALL: "C.UTF-8", LANG: "zh_CN.UTF-8" }, "my.csv: 72 events happened.\n"],
    [[], { LANG: "zh_TW.UTF-8" }, "my.csv：發生了72件事。\n"],
    [[], { LANG: "de_DE.UTF-8" }, "my.csv: 72 events happened.\n"],
    [[], {}, "my.csv: 72 events happened.\n"],
  ])("%j with %j", async (options, env, out) => {
    const seen = await run(small(), [...mine, "--quiet", "--no-report", ...options], { env })
    expect(seen).toEqual({ code: 0, out, err: "" })
  })
})

describe("jinlin run finds its files", () => {
  test("from where the person is, also when a script started it elsewhere", async () => {
    const folder = small()
    const elsewhere = folderWith({})
    const seen = await run(elsewhere, [...mine, "--quiet"], { env: { INIT_CWD: folder } })
    expect(seen.code).toBe(0)
    expect(filesBelow(folder)).toEqual([".out/my.html", "my.csv", "my.json"])
    expect(filesBelow(elsewhere)).toEqual([])
  })

  test("those of the program, where the person names none", async () => {
    const folder = folderWith({})
    const own = small()
    const defaults = {
      charter: pathToFileURL(join(own, "my.json")),
      journal: join(own, "my.csv"),
      report: ".out/own.html",
    }
    const seen = await run(folder, ["--quiet"], { defaults })
    expect(seen.code).toBe(0)
    expect(seen.out).toMatch(/my\.csv: 72 events happened\. The report is in \.out\/own\.html\.\n$/)
    expect(filesBelow(folder)).toEqual([".out/own.html"])
  })

  test("and names the report after the person's own journal", async () => {
    const folder = small()
    const defaults = { charter: join(folder, "my.json"), journal: join(folder, "my.csv"), report: ".out/own.html" }
    const { out } = await run(folder, ["--quiet", "--journal", "my.csv"], { defaults })
    expect(out).toContain("The report is in .out/my.html.")
  })
})

describe("jinlin run says what is wrong with how it was asked", () => {
  test.each([
    [[...mine, "--jounral", "x"], "There is no option --jounral. The options are: --charter, --journal,"],
    [[...mine, "-x"], "There is no option -x."],
    [["--charter"], "The option --charter has no value."],
    [["--charter", "--journal", "my.csv"], "The option --charter has no value."],
    [["--charter=", "--journal", "my.csv"], "The option --charter has no value."],
    [[...mine, "--partial=yes"], "The option --partial takes no value, and “yes” was given."],
    [[...mine, "--journal", "my.csv"], "The option --journal is given twice."],
    [[...mine, "my.csv"], "It is not clear what “my.csv” is for."],
    [[...mine, "--lang", "fr"], "There is no language “fr”. Use zh, zh-Hant or en."],
    [[...mine, "--report", "a.html", "--no-report"], "The options --report and --no-report exclude each other."],
    [["--journal", "my.csv"], "The option --charter is missing."],
    [["--charter", "my.json"], "The option --journal is missing."],
    [["--charter", "no.json", "--journal", "my.csv"], "There is no file no.json (looked for from "],
    [["--charter", "my.csv/no.json", "--journal", "my.csv"], "There is no file my.csv/no.json"],
    [["--charter", "my.json", "--journal", "no.csv"], "There is no file no.csv"],
    [["--charter", ".", "--journal", "my.csv"], ". is a folder and no file."],
    [["--charter", "my.json", "--journal", "."], ". is a folder and no file."],
    [["--charter", "my.json", "--journal", "my.xlsx"], "my.xlsx is a spreadsheet and no CSV."],
    [[...mine, "--report", "."], ". is a folder, and the report needs the name of a file."],
    [[...mine, "--report", "my.csv/report.html"], "A part of the path of the report my.csv/report.html is a file"],
    [[...mine, "--report", "my.csv"], "The report would overwrite my.csv, which is to be read."],
    [[...mine, "--report", "./my.json"], "The report would overwrite my.json, which is to be read."],
  ])("%j", async (argv, said) => {
    const folder = small()
    const { code, err, out } = await run(folder, [...argv, "--quiet"])
    expect(err.startsWith(`[jinlin] [run] ${said}`), err).toBe(true)
    expect(err).toMatch(/^[^\n]+\n$/)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })

  test("in Chinese, where that is asked for beside the fault", async () => {
    const { err } = await run(small(), ["--lang", "zh", "--jounral", "x"])
    expect(err).toMatch(/^\[jinlin\] \[run\] 没有选项--jounral。可用的选项：--charter、--journal/)
  })

  test("and that no folder can be made where the report should be, without waiting for ever", async (context) => {
    context.skip(!existsSync("/proc/self"), "this system has no folder in which nobody may make another")
    const { code, err } = await run(small(), [...mine, "--quiet", "--report", "/proc/nowhere/report.html"])
    expect(err).toMatch(/^\[jinlin\] \[run\] The report \/proc\/nowhere\/report\.html (?:may not|cannot) be written/)
    expect(code).toBe(2)
  })

  test("and that a file may not be read or written", async (context) => {
    context.skip(process.getuid?.() === 0, "whoever is root may read and write everything")
    const folder = small()
    chmodSync(join(folder, "my.csv"), 0)
    const reading = await run(folder, mine)
    expect(reading).toMatchObject({ code: 2, err: expect.stringContaining("my.csv may not be read.") })
    chmodSync(join(folder, "my.csv"), 0o600)
    chmodSync(folder, 0o500)
    const writing = await run(folder, [...mine, "--report", "x.html"])
    chmodSync(folder, 0o700)
    expect(writing).toMatchObject({ code: 2, err: expect.stringContaining("The report x.html may not be written.") })
  })
})

describe("the terminal", () => {
  const shown = async (terminal: object, env = {}) => {
    const [stdout, stderr] = [keeping(terminal), keeping()]
    await runFromCommandLine({ argv: [...mine, "--no-report"], cwd: small(), env, stdout, stderr })
    return stdout.text()
  }
  const introducer = "\u001b["

  test("shows bold text where there is one, and nothing of it in a file or where NO_COLOR is set", async () => {
    expect(await shown({ isTTY: true })).toContain(introducer)
    expect(await shown({ isTTY: true }, { NO_COLOR: "" })).toContain(introducer)
    expect(await shown({ isTTY: true }, { NO_COLOR: "1" })).not.toContain(introducer)
    expect(await shown({ isTTY: true }, { TERM: "dumb" })).not.toContain(introducer)
    expect(await shown({})).not.toContain(introducer)
  })

  test("gets no line that is wider than it is", async () => {
    const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.length))
    expect(widest(await shown({ columns: 60 }))).toBeLessThanOrEqual(60)
    expect(widest(await shown({ columns: 60 }))).toBeGreaterThan(50)
    expect(widest(await shown({}, { COLUMNS: "70" }))).toBeLessThanOrEqual(70)
    expect(widest(await shown({ columns: 500 }))).toBeLessThanOrEqual(120)
  })

  const progress = async (terminal: object, milliseconds: number) => {
    const [stdout, stderr] = [keeping(), keeping(terminal)]
    let time = 0
    const clock = () => {
      time += milliseconds
      return time
    }
    await runFromCommandLine({ argv: [...mine, "--no-report"], cwd: small(), env: {}, stdout, stderr, clock })
    return stderr.text()
  }

  test("shows progress where it takes more than a second, and takes it off again", async () => {
    const bar = await progress({ isTTY: true }, 400)
    expect(bar).toContain("] row 43 of 43")
    expect(bar).toMatch(/█░/)
    expect(bar.endsWith(`\r${introducer}K`)).toBe(true)
  })

  test("shows none where it is over sooner, or where nobody sits before it", async () => {
    expect(await progress({ isTTY: true }, 1)).toBe("")
    expect(await progress({}, 400)).toBe("")
  })

  test("may close the pipe early", async () => {
    const listeners: Array<(error: Error) => void> = []
    const on = (_event: "error", listener: (error: Error) => void) => listeners.push(listener)
    await shown({ on })
    const [listener] = listeners
    expect(() => listener?.(Object.assign(new Error("closed"), { code: "EPIPE" }))).not.toThrow()
    expect(() => listener?.(Object.assign(new Error("no space"), { code: "ENOSPC" }))).toThrow("no space")
  })
})

describe("the jinlin command", () => {
  const jinlin = async (argv: ReadonlyArray<string>, env = {}) => {
    const [stdout, stderr] = [keeping(), keeping()]
    const code = await jinlinFromCommandLine({ argv, cwd: small(), env, stdout, stderr })
    return { code, out: stdout.text(), err: stderr.text() }
  }

  test("runs", async () => {
    expect(await jinlin(["run", ...mine, "--quiet", "--no-report"])).toMatchObject({ code: 0, err: "" })
  })

  test("says what there is to whoever asks for something else, or for nothing", async () => {
    const known = "The commands are: run, lint, diff, registers, paper, record and verify."
    expect(await jinlin(["rnu"])).toEqual({
      code: 2,
      out: "",
      err: `[jinlin] There is no command “rnu”. ${known}\n`,
    })
    expect(await jinlin([])).toEqual({ code: 2, out: "", err: `[jinlin] ${known}\n` })
    expect((await jinlin(["rnu"], { LANG: "zh_CN.UTF-8" })).err).toBe(
      "[jinlin] 没有“rnu”这个命令。可用的命令：run、lint、diff、registers、paper、record、verify。\n",
    )
  })

  test("says to whoever asks for help", async () => {
    for (const help of ["help", "--help", "-h"]) expect((await jinlin([help])).out).toContain("  jinlin run  ")
  })
})
