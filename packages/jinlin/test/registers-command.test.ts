import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { describe, expect, test } from "vitest"
import { type JinlinCommandLine, jinlinFromCommandLine } from "../src/cli/index.ts"
import { filesBelow, folderWith, keeping, type Seen, textIn } from "./command-line.ts"
import { callOwners, cast, chair, charterWith, openVote, ownersOn, sitsOn, toMatter } from "./shell/matters.ts"
import { grant } from "./shell/scene.ts"

const lake = (name: string) => readFileSync(join(import.meta.dirname, "../../../examples/east-lake", name))
const lakeFiles = () => ({ "my.json": lake("charter.json"), "my.csv": lake("journal.csv") })

const jinlin = async (folder: string, ...argv: ReadonlyArray<string>): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const given: JinlinCommandLine = { env: { COLUMNS: "120" }, argv, cwd: folder, stdout, stderr }
  const code = await jinlinFromCommandLine(given)
  return { code, out: stdout.text(), err: stderr.text() }
}

/**
 * A platform's own store with a matter on which five owners vote over their logins, and another whose owners are to vote by a show
 * of hands; its charter beside it.
 */
const platform = async (): Promise<string> => {
  const folder = folderWith({ "my.json": JSON.stringify(charterWith()) })
  const opened = await openSqliteStore({ file: join(folder, "my.sqlite") })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const scene = await ownersOn(opened.value, 5)
  await callOwners(scene, { size: 5, mode: "open" })
  await callOwners(scene, { size: 5, mode: "show-of-hands", matter: "m-2" })
  await openVote(scene, { mode: "open", closes: sitsOn })
  await openVote(scene, { mode: "show-of-hands", closes: sitsOn, matter: "m-2" })
  await grant(scene, cast("v-1", "for"), cast("v-2", "against"), toMatter("close", chair, { _tag: "CloseBallot" }))
  await scene.jinlin.settle("town")
  await scene.jinlin[Symbol.asyncDispose]()
  await opened.value[Symbol.asyncDispose]()
  return folder
}

const at = ["--charter", "my.json", "--store", "my.sqlite", "--tenant", "town"]

describe("REGISTERS-1 the registers of a journal or of a store", () => {
  test("REGISTERS-1 jinlin run writes those of its journal where it is asked to, three files each, and says so", async () => {
    const folder = folderWith(lakeFiles())
    const files = ["--charter", "my.json", "--journal", "my.csv", "--no-report", "--quiet"]
    const { code, err, out } = await jinlin(folder, "run", ...files, "--registers", "registers", "--lang", "zh")
    expect([code, err]).toEqual([0, ""])
    expect(out).toBe("my.csv：发生了476件事。22次会议的登记表写在registers。\n")
    const written = filesBelow(join(folder, "registers"))
    expect(written).toHaveLength(66)
    expect(written.filter((name) => name.startsWith("roof-repair"))).toEqual(
      [1, 2].flatMap((round) => ["csv", "docx", "html"].map((ending) => `roof-repair.${round}.${ending}`)),
    )
    const page = textIn(folder, "registers/roof-repair.2.html")
    expect(page).toContain("使用维修资金修缮屋面")
    expect(page).toContain(">5996.03平方米<")
    expect(filesBelow(folder)).toHaveLength(68)
  })

  test("REGISTERS-1 jinlin registers writes those of a platform's store, with what everybody cast over a login", async () => {
    const folder = await platform()
    const { code, err, out } = await jinlin(folder, "registers", ...at)
    expect([code, err]).toEqual([0, ""])
    expect(out).toBe("Registers of 1 sittings and 1 empty forms are in .out/registers.\n")
    expect(filesBelow(join(folder, ".out/registers"))).toEqual([
      "m-1.1.csv",
      "m-1.1.docx",
      "m-1.1.html",
      "m-2.1.form.csv",
    ])
    const csv = textIn(folder, ".out/registers/m-1.1.csv")
    expect(csv).toContain("v-2,p-v-2,1,1.00 m²,present,against")
    expect(csv).toContain("v-5,p-v-5,1,1.00 m²,not recorded as present,,")
  })

  test.each([
    [[], "--charter"],
    [["--charter", "my.json"], "--store"],
    [["--charter", "my.json", "--store", "no.sqlite"], "no.sqlite"],
    [["--charter", "my.json", "--store", "my.sqlite", "--tenant", " "], "name of a tenant"],
    [["my.json"], "“my.json”"],
  ])("REGISTERS-1 %j is told as a fault, and nothing is written", async (argv, said) => {
    const folder = folderWith({ "my.json": JSON.stringify(charterWith()), "my.sqlite": "" })
    const { code, err, out } = await jinlin(folder, "registers", ...argv)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^\[jinlin\] \[registers\] .+\n$/)
    expect(err).toContain(said)
    expect(filesBelow(folder)).toEqual(["my.json", "my.sqlite"])
  })
})

describe("REGISTERS-2 jinlin paper", () => {
  test("REGISTERS-2 reads the form that was written for a sitting, and prints the command, with remarks beside it", async () => {
    const folder = await platform()
    await jinlin(folder, "registers", ...at)
    const form = textIn(folder, ".out/registers/m-2.1.form.csv")
    writeFileSync(
      join(folder, "form.csv"),
      form.replace("p-v-1,,", "p-v-1,for,").replace("p-v-2,,", "p-v-2,against,too dear"),
    )
    const { code, err, out } = await jinlin(folder, "paper", "form.csv", ...at)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ _tag: "RecordVotes", for: ["v-1"], against: ["v-2"], abstain: [], void: [] })
    expect(err).toBe(
      "form.csv: 1 for, 1 against, 0 abstaining, 0 void.\n  The command has no room for the remark beside v-2, which belongs into the minutes: too dear\n",
    )
  })

  test("REGISTERS-2 tells everything that is wrong with it, and prints no command", async () => {
    const folder = await platform()
    await jinlin(folder, "registers", ...at)
    const form = textIn(folder, ".out/registers/m-2.1.form.csv")
    const wrong = form.replace("v-1,p-v-1,,", "v-1,p-v-2,for,").replace("p-v-2,,", "p-v-2,,for")
    writeFileSync(join(folder, "form.csv"), wrong)
    const { code, err, out } = await jinlin(folder, "paper", "form.csv", ...at)
    expect([code, out]).toEqual([1, ""])
    expect(err).toContain("form.csv: 1 fault.")
    expect(err).toContain("Cell 4 of line 4 says “for”, and it is not the one for the choice. (REGISTER-9)")
    writeFileSync(join(folder, "form.csv"), wrong.replace("p-v-2,,for", "p-v-2,for,"))
    expect((await jinlin(folder, "paper", "form.csv", ...at)).err).toContain(
      "In line 3 the id “v-1” is that of “p-v-1”, and the name beside it is “p-v-2”. (REGISTER-9)",
    )
  })

  test.each([
    [["paper"], "No form is named."],
    [["paper", "none.csv"], "none.csv"],
    [["paper", "bare.csv", ...at], "bare.csv bears no form number"],
    [["paper", "other.csv", ...at], "round 7 of the matter “m-9”"],
  ])("REGISTERS-2 %j is told as a fault", async (argv, said) => {
    const folder = await platform()
    writeFileSync(join(folder, "bare.csv"), "voter,choice,remark\r\nv-1,for,\r\n")
    writeFileSync(
      join(folder, "other.csv"),
      `form,m-9@7@roll-${"0".repeat(16)},\r\nvoter,choice,remark\r\nv-1,for,\r\n`,
    )
    const { code, err, out } = await jinlin(folder, ...argv)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^\[jinlin\] \[paper\] /)
    expect(err).toContain(said)
  })

  test("REGISTERS-2 without a charter and a store it reads the file alone", async () => {
    const folder = folderWith({ "bare.csv": "voter,choice,remark\r\nv-1,赞成,\r\n" })
    const { code, out } = await jinlin(folder, "paper", "bare.csv")
    expect([code, JSON.parse(out).for]).toEqual([0, ["v-1"]])
  })
})
