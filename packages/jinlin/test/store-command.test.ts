import { spawn } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as pause } from "node:timers/promises"
import { openMemoryStore } from "@jinlin/store-memory"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { describe, expect, test } from "vitest"
import { tellJournal } from "../src/journal/tell.ts"
import { filesBelow, folderWith, run, textIn } from "./command-line.ts"
import { journals, smallUpTo, smallWith } from "./journals.ts"
import { smallCharterText, smallJournal } from "./small-story.ts"
import { contentsOf } from "./told-journals.ts"

const files = () => ({ "my.json": smallCharterText(), "my.csv": smallJournal() })
const mine = ["--charter", "my.json", "--journal", "my.csv", "--no-report"]
const kept = [...mine, "--store", "my.sqlite"]
const happened = "my.csv: 72 events happened.\n"
const line = (written: number, there: number, name = "my.sqlite") =>
  `Store ${name}: ${written} events written, ${there} there already.\n`

/** A database that another program has open, or made. */
const withDatabase = (folder: string, use: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(join(folder, "my.sqlite"))
  use(database)
  database.close()
}

describe("JOURNAL-8 jinlin run --store", () => {
  test("JOURNAL-8 writes once what happened, and says so; the timeline and the report stay the same", async () => {
    const folder = folderWith(files())
    const options = [...mine.slice(0, 4), "--store", "my.sqlite"]
    const without = await run(folder, [...mine.slice(0, 4), "--report", "without.html"])
    const first = await run(folder, [...options, "--report", "one.html"])
    const second = await run(folder, [...options, "--report", "two.html"])
    const last = (name: string) => `${happened.trimEnd()} The report is in ${name}.\n`
    const timeline = without.out.slice(0, -last("without.html").length)
    expect(first).toEqual({ code: 0, err: "", out: timeline + line(72, 0) + last("one.html") })
    expect(second).toEqual({ code: 0, err: "", out: timeline + line(0, 72) + last("two.html") })
    expect(textIn(folder, "one.html")).toBe(textIn(folder, "without.html"))
    expect(textIn(folder, "two.html")).toBe(textIn(folder, "without.html"))
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json", "my.sqlite", "one.html", "two.html", "without.html"])
  })

  test("JOURNAL-8 writes what a journal has more than before, and says it in the language of the run", async () => {
    const charter = smallCharterText().replace(/,\s*"until": "[^"]*"/, "")
    const folder = folderWith({ "my.json": charter, "my.csv": smallUpTo(8) })
    expect((await run(folder, [...kept, "--quiet"])).out).toMatch(
      /^Store my\.sqlite: 14 events written, 0 there already\./,
    )
    writeFileSync(join(folder, "my.csv"), smallJournal())
    const { out } = await run(folder, [...kept, "--quiet", "--lang", "zh"])
    expect(out).toBe("存储my.sqlite：写入54件事，原有14件事。\nmy.csv：发生了68件事。\n")
  })

  const lake = (name: string) => join(import.meta.dirname, "../../../examples/east-lake", name)
  const lakeFiles = ["--charter", lake("charter.json"), "--journal", lake("journal.csv"), "--no-report", "--quiet"]

  /** Runs the command in a process of its own; ends it as soon as its store holds so many events. */
  const runChild = async (folder: string, killedAt: number): Promise<NodeJS.Signals | number | null> => {
    const main = join(import.meta.dirname, "../src/cli/main.ts")
    const child = spawn(
      process.execPath,
      ["--conditions=@jinlin/source", main, "run", ...lakeFiles, "--store", "lake.sqlite"],
      { cwd: folder, env: { ...process.env, INIT_CWD: folder }, stdio: "ignore" },
    )
    const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
      child.on("close", (code, signal) => resolve(signal ?? code))
    })
    const eventsNow = (): number => {
      try {
        const database = new DatabaseSync(join(folder, "lake.sqlite"), { readOnly: true })
        const row = database.prepare("SELECT count(*) AS events FROM jinlin_events").get()
        database.close()
        return Number(row?.["events"])
      } catch {
        return 0
      }
    }
    while (child.exitCode === null && child.signalCode === null) {
      if (existsSync(join(folder, "lake.sqlite")) && eventsNow() >= killedAt) child.kill("SIGKILL")
      await pause(2)
    }
    return ended
  }

  test("JOURNAL-8 killed in the middle, and again, it goes on and ends in the log of a run without a break", async () => {
    const [[, { charter, file }] = ["", { charter: undefined, file: undefined }]] = journals
    if (charter === undefined || file === undefined) throw new Error("there is no year of East Lake")
    const folder = folderWith({})
    expect(await runChild(folder, 40)).toBe("SIGKILL")
    expect(await runChild(folder, 150)).toBe("SIGKILL")
    const last = await run(folder, [...lakeFiles, "--store", "lake.sqlite"])
    expect(last.out).toMatch(
      /^Store lake\.sqlite: \d+ events written, (?:1[5-9]\d|2\d\d) there already\.\n.*476 events/,
    )
    const opened = await openSqliteStore({ file: join(folder, "lake.sqlite") })
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    const memory = openMemoryStore()
    await tellJournal(charter, file, { store: memory, tenant: charter.community })
    expect(await contentsOf(opened.value, charter.community)).toEqual(await contentsOf(memory, charter.community))
    expect(await opened.value.verify()).toEqual({ ok: true, value: null })
    await opened.value[Symbol.asyncDispose]()
  })
})

describe("jinlin run keeps the program's own story in the program's own store", () => {
  const own = () => {
    const folder = folderWith(files())
    const defaults = { charter: join(folder, "my.json"), journal: join(folder, "my.csv"), store: ".out/own.sqlite" }
    return { folder, defaults }
  }

  test("and makes the folder for it", async () => {
    const { defaults, folder } = own()
    const { code, out } = await run(folder, ["--quiet", "--no-report"], { defaults })
    expect([code, out]).toEqual([0, line(72, 0, ".out/own.sqlite") + happened])
    expect(filesBelow(folder)).toEqual([".out/own.sqlite", "my.csv", "my.json"])
  })

  test.each([[["--no-store"]], [["--journal", "my.csv"]], [["--charter", "my.json"]]])(
    "but not with %j",
    async (options) => {
      const { defaults, folder } = own()
      const { code, out } = await run(folder, ["--quiet", "--no-report", ...options], { defaults })
      expect([code, out]).toEqual([0, happened])
      expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
    },
  )

  test("a community whose id is no name of a tenant too", async () => {
    const charter = smallCharterText().replace('"community": "willow"', '"community": "Willow.Bank"')
    const folder = folderWith({ ...files(), "my.json": charter })
    expect((await run(folder, [...kept, "--quiet"])).out).toBe(line(72, 0) + happened)
    expect((await run(folder, [...kept, "--quiet"])).out).toBe(line(0, 72) + happened)
  })
})

describe("JOURNAL-9 jinlin run --store leaves a store alone that was told something else", () => {
  test("JOURNAL-9 names the row with its remedy, and ends with 1", async () => {
    const folder = folderWith(files())
    await run(folder, kept)
    writeFileSync(join(folder, "my.csv"), smallWith(10, "社区会议室", "hall"))
    const { code, err, out } = await run(folder, kept)
    expect([code, out]).toEqual([1, ""])
    expect(err).toBe(
      [
        "[jinlin] [run] my.csv: 1 fault in 1 row.",
        "",
        "my.csv:10, command ScheduleMeeting",
        "  The store was told something else under this line, or by other choices of the",
        "  charter. (JOURNAL-9)",
        "  To mend it: Put the row and the policies that it names back as they were, or",
        "  take a new store.",
        "",
        "Nothing was written to the store my.sqlite: it was told another journal. Put the rows back as they were, remove the store, or name a new file with --store.",
        "",
      ].join("\n"),
    )
    writeFileSync(join(folder, "my.csv"), smallJournal())
    expect((await run(folder, [...kept, "--quiet"])).out).toBe(line(0, 72) + happened)
  })
})

describe("JOURNAL-11 jinlin run --store says what is wrong with a store, and changes nothing", () => {
  const faulty = async (folder: string, said: string | RegExp, argv: ReadonlyArray<string> = kept) => {
    const before = filesBelow(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")])
    const { code, err, out } = await run(folder, argv)
    expect(err).toMatch(/^\[jinlin\] \[run\] [^\n]+\n$/)
    expect(err.slice("[jinlin] [run] ".length)).toMatch(said)
    expect([code, out]).toEqual([2, ""])
    const after = filesBelow(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")])
    expect(after).toEqual(before)
  }

  test("JOURNAL-11 a file of another program", async () => {
    const folder = folderWith(files())
    withDatabase(folder, (database) => database.exec("CREATE TABLE others (id INTEGER) STRICT"))
    await faulty(
      folder,
      /^my\.sqlite is no store of jinlin, but a file of another program\. Nothing in it was changed\./,
    )
    await faulty(
      folderWith({ ...files(), "my.sqlite": "these are notes, and no database at all" }),
      /^my\.sqlite is no store of jinlin/,
    )
  })

  test("JOURNAL-11 a store of a newer jinlin", async () => {
    const folder = folderWith(files())
    await run(folder, kept)
    withDatabase(folder, (database) => database.exec("PRAGMA user_version = 99"))
    await faulty(folder, /^The store my\.sqlite was written by a newer jinlin \(schema 99; this one knows \d+\)\./)
  })

  test("JOURNAL-11 a store that another program has locked", async () => {
    const folder = folderWith(files())
    await run(folder, kept)
    const other = new DatabaseSync(join(folder, "my.sqlite"))
    other.exec("BEGIN IMMEDIATE")
    const { code, err, out } = await run(folder, [...kept, "--quiet"])
    other.exec("ROLLBACK")
    other.close()
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^\[jinlin\] \[run\] The store my\.sqlite is locked by another program\. [^\n]+\n$/)
    expect((await run(folder, [...kept, "--quiet"])).out).toBe(line(0, 72) + happened)
  })

  test("JOURNAL-11 a file that may not be written, and a folder that may not be entered", async (context) => {
    context.skip(process.getuid?.() === 0, "whoever is root may write everything")
    const folder = folderWith(files())
    await run(folder, kept)
    chmodSync(join(folder, "my.sqlite"), 0o400)
    await faulty(folder, /^The store my\.sqlite may not be written\./)
    mkdirSync(join(folder, "closed"), { mode: 0o600 })
    const entered = await run(folder, [...mine, "--store", "closed/my.sqlite"])
    expect(entered).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("closed/my.sqlite cannot be opened"),
    })
    chmodSync(join(folder, "closed"), 0o700)
  })

  test("JOURNAL-11 a folder in which nothing can be written", async (context) => {
    context.skip(!existsSync("/proc/self"), "this system has no folder in which nobody may make a file")
    const argv = [...mine, "--store", "/proc/self/my.sqlite"]
    await faulty(
      folderWith(files()),
      /^The store \/proc\/self\/my\.sqlite (?:cannot be opened|may not be written)/,
      argv,
    )
    const folder = folderWith(files())
    const defaults = { charter: join(folder, "my.json"), journal: join(folder, "my.csv"), store: "/proc/no/own.sqlite" }
    expect(await run(folder, ["--quiet", "--no-report"], { defaults })).toMatchObject({ code: 2, out: "" })
  })

  test("JOURNAL-11 an event that was changed", async () => {
    const folder = folderWith(files())
    await run(folder, kept)
    withDatabase(folder, (database) =>
      database.exec("UPDATE jinlin_events SET body = replace(body, 'clinic', 'school') WHERE type = 'UnitAdmitted'"),
    )
    const { code, err, out } = await run(folder, kept)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(
      /^\[jinlin\] \[run\] The store my\.sqlite holds an event that cannot be read \(joint-conference\/willow, revision 3\)\.[^\n]+\n$/,
    )
  })

  test.each([
    ["no/my.sqlite", "There is no folder no for the store no/my.sqlite. Make the folder, or name another file"],
    ["my.csv/my.sqlite", "There is no folder my.csv for the store my.csv/my.sqlite."],
    [".", ". is a folder, and the store needs the name of a file. Give one after --store, such as ./journal.sqlite."],
    ["my.csv", "The store cannot be my.csv, which is to be read."],
    ["./my.json", "The store cannot be my.json, which is to be read."],
  ])("JOURNAL-11 --store %s", async (name, said) => {
    const folder = folderWith(files())
    const { code, err } = await run(folder, [...mine, "--store", name])
    expect(err.startsWith(`[jinlin] [run] ${said}`), err).toBe(true)
    expect(code).toBe(2)
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })

  test("JOURNAL-11 one file for the store and the report, and options that exclude each other", async () => {
    const both = [...mine.slice(0, 4), "--store", "x", "--report", "./x"]
    await faulty(folderWith(files()), /^The store and the report cannot both be \.\/x\./, both)
    await faulty(folderWith(files()), /^The options --store and --no-store exclude each other\./, [
      ...kept,
      "--no-store",
    ])
    await faulty(folderWith(files()), /^There is no channel “post”\. Use console\./, [...mine, "--notify", "post"])
  })

  test("JOURNAL-11 a journal with a row that is refused makes no store", async () => {
    const folder = folderWith({ ...files(), "my.csv": smallWith(10, "ScheduleMeeting", "ScheduleMeting") })
    expect((await run(folder, kept)).code).toBe(1)
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })
})

describe("jinlin run --notify console", () => {
  const noticesIn = (text: string) => text.split("\n").filter((each) => each.startsWith("[notice]"))

  test("shows what would be sent, once for each store", async () => {
    const folder = folderWith(files())
    const first = await run(folder, [...kept, "--quiet", "--notify", "console"])
    const shown = noticesIn(first.out)
    expect(shown.length).toBeGreaterThan(100)
    expect(new Set(shown).size).toBe(shown.length)
    expect(first.out).toContain(`\nMessages: ${shown.length} shown, `)
    const second = await run(folder, [...kept, "--quiet", "--notify", "console"])
    expect(noticesIn(second.out)).toEqual([])
    expect(second.out).toMatch(/^Messages: 0 shown, /)
  })

  test("needs no store", async () => {
    const folder = folderWith(files())
    const { code, out } = await run(folder, [...mine, "--quiet", "--notify", "console"])
    expect(code).toBe(0)
    expect(noticesIn(out).length).toBeGreaterThan(100)
    expect(out).not.toContain("Store ")
    expect(filesBelow(folder)).toEqual(["my.csv", "my.json"])
  })
})
