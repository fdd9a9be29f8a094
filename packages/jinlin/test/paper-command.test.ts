import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { digestOfBytes } from "@jinlin/core/kernel"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { describe, expect, test } from "vitest"
import { type JinlinCommandLine, jinlinFromCommandLine } from "../src/cli/index.ts"
import { commitmentsOf } from "../src/texts/commitments.ts"
import { filesBelow, folderWith, keeping, type Seen, textIn } from "./command-line.ts"
import {
  anyDigest,
  compoundCharter,
  compoundOn,
  drawUp,
  type PublicScene,
  putForward,
  residents,
  resolvedOn,
  shownOf,
  textOf,
} from "./shell/public-matters.ts"

const jinlin = async (folder: string, ...argv: ReadonlyArray<string>): Promise<Seen> => {
  const [stdout, stderr] = [keeping(), keeping()]
  const given: JinlinCommandLine = { env: { COLUMNS: "160" }, argv, cwd: folder, stdout, stderr }
  const code = await jinlinFromCommandLine(given)
  return { code, out: stdout.text(), err: stderr.text() }
}

const at = ["--charter", "my.json", "--store", "my.sqlite", "--tenant", "town"]

interface Platform {
  readonly folder: string
  readonly scene: PublicScene
}

const platform = async (begin: typeof compoundOn): Promise<Platform> => {
  const folder = folderWith({ "my.json": JSON.stringify(compoundCharter()) })
  const opened = await openSqliteStore({ file: join(folder, "my.sqlite") })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return { folder, scene: await begin(opened.value) }
}

const fill = (folder: string, name: string, change: (csv: string) => string): void =>
  writeFileSync(join(folder, "form.csv"), change(textIn(folder, `.out/paper/${name}`)))

const typist = (csv: string): string => csv.replace("Typed by,", "Typed by,Lin").replace("录入人,", "录入人,林")

describe("REGISTERS-3 jinlin paper --print", () => {
  test("REGISTERS-3 prints what a sitting awaits, in both languages, as pages and as forms", async () => {
    const { folder, scene } = await platform(compoundOn)
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    const { code, err, out } = await jinlin(folder, "paper", "--print", "m-1", ...at)
    expect([code, err]).toEqual([0, ""])
    expect(out).toBe("The sheets for “m-1” are in .out/paper: 9 files.\n")
    expect(filesBelow(join(folder, ".out/paper"))).toEqual([
      ...["m-1.headcount.1.csv", "m-1.headcount.1.html", "m-1.notice.1.html"],
      ...["m-1.sign-in.1.csv", "m-1.sign-in.1.html", "m-1.tally.1.csv", "m-1.tally.1.html"],
      ...["m-1.votes.1.csv", "m-1.votes.1.html"],
    ])
    expect(textIn(folder, ".out/paper/m-1.notice.1.html")).toContain("Notice of a meeting")
    const chinese = await jinlin(folder, "paper", "--print", "m-1", ...at, "--lang", "zh", "--paper", "zh")
    expect(chinese.out).toBe("“m-1”的表写在zh，共9个文件。\n")
    expect(textIn(folder, "zh/m-1.sign-in.1.html")).toContain("签到表")
  })

  test.each([
    [["--print", "nobody"], "nobody"],
    [["--print", "../m-1"], "../m-1"],
    [["--print", "m-1", "form.csv"], "form.csv"],
    [["--print", "m-1", "--sheet", "a b"], "a b"],
    [["--print", "m-1", "--record-digest", "sha-1:00"], "sha-1:00"],
  ])("REGISTERS-3 %j is told as a fault in both languages, and nothing is written", async (argv, said) => {
    const { folder, scene } = await platform(compoundOn)
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    for (const lang of ["zh", "en"]) {
      const { code, err, out } = await jinlin(folder, "paper", ...argv, ...at, "--lang", lang)
      expect([code, out]).toEqual([2, ""])
      expect(err).toMatch(/^\[jinlin\] \[paper\] .+\n$/)
      expect(err).toContain(said)
    }
    expect(filesBelow(folder).filter((name) => name.startsWith(".out"))).toEqual([])
  })
})

describe("REGISTERS-4 jinlin paper reads a form of a step", () => {
  test("REGISTERS-4 a sign-in sheet becomes the command that the platform grants, and typed again it is refused", async () => {
    const { folder, scene } = await platform(compoundOn)
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    await scene.until("2026-01-09")
    await jinlin(folder, "paper", "--print", "m-1", ...at)
    fill(folder, "m-1.sign-in.1.csv", (csv) =>
      typist(csv)
        .replace("Signed by,", "Signed by,Zhang")
        .replace("Second signature,", "Second signature,Li")
        .replace(/^v-2,(.*),$/m, "v-2,$1,present"),
    )
    const { code, err, out } = await jinlin(folder, "paper", "form.csv", ...at)
    expect(code).toBe(0)
    const sheet = digestOfBytes(readFileSync(join(folder, "form.csv")))
    const command = { _tag: "RecordAttendance", present: ["v-2"] } as const
    expect(JSON.parse(out)).toEqual({
      ...{ to: "deliberation/m-1", sheet, documents: [] },
      commands: [{ command, onBehalfOf: null, on: "2026-01-09" }],
    })
    expect(err).toBe(
      `form.csv: commands: 1; typed by Lin; signatures: 2, whose names stay on the sheet; the digest of the signed sheet is ${sheet}.\n`,
    )
    expect(`${out}${err}`).not.toMatch(/Zhang|Li\b/)
    await scene.tell("deliberation/m-1", `${residents}-scribe`, JSON.parse(out).commands[0].command)
    for (const [lang, said] of [
      ["en", "stands in the log already"],
      ["zh", "已经登记过了"],
    ] as const) {
      const again = await jinlin(folder, "paper", "form.csv", ...at, "--lang", lang)
      expect([again.code, again.out]).toEqual([1, ""])
      expect(again.err).toContain(said)
      expect(again.err).toContain("REGISTER-14")
    }
  })

  test("REGISTERS-4 a disclosure is put up and objected to from paper, with the scan as evidence and the words kept aside", async () => {
    const { folder, scene } = await platform(resolvedOn)
    await drawUp(scene, "d-1", { matter: "c-1", sections: shownOf("1") })
    const record = anyDigest("d")
    await jinlin(folder, "paper", "--print", "d-1", ...at, "--record-digest", record)
    const page = textIn(folder, ".out/paper/d-1.posting.1.html")
    for (const text of ["a new gate", textOf("1"), record, "15 days"]) expect(page).toContain(text)
    writeFileSync(join(folder, "scan.pdf"), "a scan")
    fill(folder, "d-1.posting.1.csv", (csv) =>
      typist(csv).replace("notice-board,,,,", "notice-board,the gate,2026/1/9,Zhang,Li"),
    )
    const posted = await jinlin(folder, "paper", "form.csv", ...at, "--scan", "scan.pdf")
    expect(posted.code).toBe(0)
    const [post] = JSON.parse(posted.out).commands
    expect(post.command).toEqual({
      ...{ _tag: "PostDisclosure", channel: "notice-board", place: "the gate", on: "2026-01-09" },
      evidence: digestOfBytes(Buffer.from("a scan")),
    })
    await scene.tell("disclosure/d-1", "discloser", post.command)

    await jinlin(folder, "paper", "--print", "d-1", ...at, "--sheet", "7")
    fill(folder, "d-1.objection.1.csv", (csv) =>
      typist(csv).replace("o7-1,,,,", 'o7-1,"The sum, it says, is ""wrong""",2026-01-09,p-resident,'),
    )
    const objected = await jinlin(folder, "paper", "form.csv", ...at)
    expect(objected.code).toBe(0)
    const { commands, documents, to } = JSON.parse(objected.out)
    expect([to, commands[0].onBehalfOf]).toEqual(["disclosure/d-1", "p-resident"])
    const [document] = documents
    expect(document.sections).toMatchObject([{ name: "words", text: 'The sum, it says, is "wrong"' }])
    const proof = commitmentsOf({ id: "any", sections: document.sections } as never)
    expect(proof.ok && proof.value.digest).toBe(commands[0].command.text)
    await scene.tell("disclosure/d-1", "resident", commands[0].command)
    expect((await jinlin(folder, "paper", "form.csv", ...at)).code).toBe(1)
  })

  test("REGISTERS-4 a comment on a covenant is taken down from paper", async () => {
    const { folder, scene } = await platform(compoundOn)
    const clause = { name: "quiet", commitment: anyDigest("2") }
    await scene.tell("covenant/v-1", "drafter", {
      _tag: "OpenCovenant",
      kind: "residents-covenant",
      title: "the covenant",
    })
    await scene.tell("covenant/v-1", "drafter", { _tag: "DraftRevision", sections: [clause], reasons: [] })
    await scene.tell("covenant/v-1", "drafter", { _tag: "OpenComments", until: "2026-01-20" })
    await jinlin(folder, "paper", "--print", "v-1", ...at, "--lang", "zh")
    fill(folder, "v-1.comment.1.csv", (csv) => typist(csv).replace("c1-1,,,,,", "c1-1,quiet,太吵,2026年1月5日,,王"))
    const { code, out } = await jinlin(folder, "paper", "form.csv", ...at, "--lang", "zh")
    expect(code).toBe(0)
    const [{ command }] = JSON.parse(out).commands
    expect(command).toMatchObject({ _tag: "RecordComment", comment: "c1-1", clause: "quiet", receivedOn: "2026-01-05" })
    await scene.tell("covenant/v-1", "resident", command)
  })

  test("REGISTERS-4 is refused with everything that is wrong, and needs the log", async () => {
    const { folder, scene } = await platform(compoundOn)
    await putForward(scene, "m-1", { body: residents, text: textOf("1"), sitsOn: "2026-01-09" })
    await jinlin(folder, "paper", "--print", "m-1", ...at)
    fill(folder, "m-1.headcount.1.csv", (csv) => `${csv}many,,\r\n`)
    const wrong = await jinlin(folder, "paper", "form.csv", ...at, "--lang", "en")
    expect([wrong.code, wrong.out]).toEqual([1, ""])
    expect(wrong.err).toContain("form.csv: 4 faults.")
    for (const said of [
      "In line 2, “typed by” is empty.",
      "In line 4, “signed by” is empty.",
      "“many” is not understood",
    ])
      expect(wrong.err).toContain(said)
    expect((await jinlin(folder, "paper", "form.csv")).code).toBe(2)
    expect((await jinlin(folder, "paper", "form.csv")).err).toContain("Name --charter and --store.")
    expect((await jinlin(folder, "paper", "form.csv", ...at, "--scan", "no.pdf")).err).toContain("no.pdf")
    fill(folder, "m-1.headcount.1.csv", (csv) => csv.replace("headcount@m-1", "headcount@m-9"))
    const other = await jinlin(folder, "paper", "form.csv", ...at, "--lang", "zh")
    expect(other.code).toBe(1)
    expect(other.err).toContain("现在不需要任何表单")
  })
})
