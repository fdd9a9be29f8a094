import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { openSqliteStore, openSqliteTextStore } from "@jinlin/store-sqlite"
import { describe, expect, test } from "vitest"
import { jinlinFromCommandLine } from "../src/cli/index.ts"
import { filesBelow, folderWith, keeping, type Seen, textIn } from "./command-line.ts"
import { inLines, matterCharter, matterRows } from "./matter-journals.ts"
import { closedOn, documents, keepWords } from "./shell/closed-matter.ts"
import { compoundCharter, decideOn, putForward, residents, textOf } from "./shell/public-matters.ts"

const jinlin = async (folder: string, ...argv: ReadonlyArray<string>): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const code = await jinlinFromCommandLine({ env: { COLUMNS: "160" }, argv, cwd: folder, stdout, stderr })
  return { code, out: stdout.text(), err: stderr.text() }
}

/** A platform's store with a closed matter of two deliberations and one deliberation by itself, and its words in a text store. */
const platform = async (): Promise<string> => {
  const folder = folderWith({ "my.json": JSON.stringify(compoundCharter()) })
  const opened = await openSqliteStore({ file: join(folder, "my.sqlite"), synchronous: "normal" })
  const texts = await openSqliteTextStore({ file: join(folder, "words.sqlite") })
  if (!opened.ok || !texts.ok) throw new Error("no store")
  await keepWords(texts.value)
  const scene = await closedOn(opened.value, { texts: texts.value })
  await putForward(scene, "m-9", { body: residents, text: textOf("7"), sitsOn: "2026-02-12" })
  await scene.until("2026-02-12")
  await decideOn(scene, "m-9", { body: residents, passes: false })
  await scene.jinlin[Symbol.asyncDispose]()
  await texts.value[Symbol.asyncDispose]()
  await opened.value[Symbol.asyncDispose]()
  return folder
}

const at = ["--charter", "my.json", "--store", "my.sqlite", "--tenant", "town"]
const words = ["--texts", "words.sqlite", "--documents", documents.join(",")]
const written = ".out/records/c-1"

const journalFolder = (): string =>
  folderWith({ "my.json": JSON.stringify(matterCharter()), "my-journal.json": inLines(matterRows()).content })

describe("RECORD-18 jinlin record", () => {
  test("RECORD-18 writes page and twin out of a store: the twin verifies, and both pages bear its digest", async () => {
    const folder = await platform()
    const { code, err, out } = await jinlin(folder, "record", "c-1", ...at, ...words)
    expect([code, err]).toEqual([0, ""])
    expect(filesBelow(join(folder, ".out/records"))).toEqual([
      "c-1/record.en.html",
      "c-1/record.json",
      "c-1/record.zh-Hans.html",
    ])
    const { digest } = JSON.parse(textIn(folder, `${written}/record.json`))
    expect(out).toContain(`Its digest, which belongs on the notice, is ${digest}.`)
    for (const language of ["en", "zh-Hans"])
      expect(textIn(folder, `${written}/record.${language}.html`)).toContain(`<span class="digest">${digest}</span>`)
    const page = textIn(folder, `${written}/record.zh-Hans.html`)
    expect(page).toContain("夜间十一时后刷卡进出。")
    expect(page).not.toContain("陈大文")
    expect(page).not.toMatch(/\[[a-z]+\.[a-z.-]+\]/)

    const sound = await jinlin(folder, "verify", `${written}/record.json`, "--digest", digest)
    expect(sound.code).toBe(0)
    expect(sound.out).toContain("✓ The two deliberations: its digest, outcomes, resolution, disclosures,")
    expect(sound.out).toContain("✓ Disclosure 3: its digest, what it proves, postings, period counted again,")
    expect(sound.out).toContain("1 section is blacked out, and what it says was not checked")
    expect(sound.out).not.toContain("✗")
  })

  test.each([
    ["willow", "pillow", "What it is about"],
    ["2026-01-19", "2026-01-18", "The two deliberations"],
    ['"for":3', '"for":2', "Deliberation 1"],
    ["一万二千元", "一万三千元", "Document"],
    ["the gate", "the date", "Disclosure 1"],
  ])("RECORD-18 with %s changed to %s what was written is found wrong, and the part named", async (from, to, part) => {
    const folder = await platform()
    await jinlin(folder, "record", "c-1", ...at, ...words)
    const sound = textIn(folder, `${written}/record.json`)
    expect(sound).toContain(from)
    writeFileSync(join(folder, "changed.json"), sound.replace(from, to))
    const { code, out } = await jinlin(folder, "verify", "changed.json")
    expect(code).toBe(1)
    expect(out).toContain(`✗ ${part}`)
  })

  test("RECORD-18 a deliberation by itself has a record, in the one language that is asked for", async () => {
    const folder = await platform()
    const { code, out } = await jinlin(folder, "record", "m-9", ...at, "--records", "all", "--lang", "zh")
    expect(code).toBe(0)
    expect(out).toContain("的公开记录写在all/m-9。")
    expect(out).toContain("没有向任何个人信息库查找过姓名")
    expect(filesBelow(join(folder, "all"))).toEqual(["m-9/record.json", "m-9/record.zh-Hans.html"])
    expect(textIn(folder, "all/m-9/record.zh-Hans.html")).toContain("否决")
    expect((await jinlin(folder, "verify", "all/m-9/record.json")).code).toBe(0)
    // Asked for by its process it is the same, and a part of another matter may be asked for too.
    expect((await jinlin(folder, "record", "deliberation/m-1", ...at)).code).toBe(0)
    expect((await jinlin(folder, "record", "covenant/m-1", ...at)).code).toBe(2)
  })

  test("RECORD-18 without its words a record has digests alone, and says so when it is verified", async () => {
    const folder = await platform()
    expect((await jinlin(folder, "record", "c-1", ...at)).code).toBe(0)
    expect(textIn(folder, `${written}/record.json`)).not.toContain("刷卡")
    const { code, out } = await jinlin(folder, "verify", `${written}/record.json`)
    expect(code).toBe(0)
    expect(out).toContain("Not checked:")
  })

  test("RECORD-18 a journal is told for it alone, and the record is as of the end of its story", async () => {
    const folder = journalFolder()
    const journal = ["--charter", "my.json", "--journal", "my-journal.json"]
    const { code, err } = await jinlin(folder, "record", "gate", ...journal)
    expect([code, err]).toEqual([0, ""])
    const { parts } = JSON.parse(textIn(folder, ".out/records/gate/record.json"))
    expect(parts.deliberations).toHaveLength(1)
    expect(parts.matter.content.asOf >= "2026-05-04").toBe(true)
    expect(parts.matter.content.asOf < "2027-01-01").toBe(true)
    expect((await jinlin(folder, "verify", ".out/records/gate/record.json")).code).toBe(0)
    const clash = await jinlin(folder, "record", "gate", ...journal, "--store", "my.sqlite")
    expect([clash.code, clash.err]).toEqual([2, expect.stringContaining("--store")])
  })

  test("RECORD-18 jinlin run writes the records of everything in its journal, where it is asked to", async () => {
    const folder = journalFolder()
    const asked = ["--charter", "my.json", "--journal", "my-journal.json", "--no-report", "--quiet"]
    const { code, out } = await jinlin(folder, "run", ...asked, "--records", "records")
    expect(code).toBe(0)
    expect(out).toContain("Public records of 4 matters are in records.")
    const names = filesBelow(join(folder, "records"))
    expect(names.filter((name) => name.endsWith("record.json"))).toEqual(
      ["bench", "gate", "lamp", "path"].map((matter) => `${matter}/record.json`),
    )
    for (const name of names.filter((one) => one.endsWith(".json")))
      expect([name, (await jinlin(folder, "verify", `records/${name}`)).code]).toEqual([name, 0])
    const both = await jinlin(folder, "run", ...asked, "--records", "records", "--no-records")
    expect([both.code, both.err]).toEqual([2, expect.stringContaining("--no-records")])
    expect((await jinlin(folder, "run", ...asked)).out).not.toContain("Public records")
  })

  test.each([
    [["record"], "No matter is named."],
    [["record", "m-1"], "--charter"],
    [["record", "m-1", "--charter", "my.json"], "--store"],
    [["record", "m-1", "--charter", "my.json", "--store", "none.sqlite"], "none.sqlite"],
    [["record", "m-1", ...at, "--texts", "none.sqlite"], "none.sqlite"],
    [["record", "m-5", ...at], "There is: c-1, m-1, m-2 and m-9"],
    [["record", "m-1", ...at, "--lang", "xx"], "xx"],
    [["record", "m-1", ...at, "--what"], "--what"],
  ])("RECORD-18 %j is told as a fault, and nothing is written", async (argv, said) => {
    const folder = await platform()
    const { code, err, out } = await jinlin(folder, ...argv)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^\[jinlin\] \[record\] .+\n$/)
    expect(err).toContain(said)
    expect(filesBelow(folder).filter((name) => name.endsWith(".html"))).toEqual([])
  })

  test("RECORD-18 a charter or a journal that is refused ends with 1, and help with 0", async () => {
    const folder = journalFolder()
    writeFileSync(join(folder, "bad.json"), "{}")
    expect((await jinlin(folder, "record", "gate", "--charter", "bad.json", "--journal", "my-journal.json")).code).toBe(
      1,
    )
    writeFileSync(join(folder, "bad-journal.json"), '[{"date":"2026-03-01","command":"What"}]')
    expect((await jinlin(folder, "record", "gate", "--charter", "my.json", "--journal", "bad-journal.json")).code).toBe(
      1,
    )
    const help = await jinlin(folder, "record", "--help")
    expect([help.code, help.err]).toEqual([0, ""])
    expect(help.out).toContain("--texts texts.sqlite")
  })
})
