import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { openSqliteStore, openSqliteTextStore } from "@jinlin/store-sqlite"
import { describe, expect, test } from "vitest"
import { jinlinFromCommandLine } from "../src/cli/index.ts"
import { filesBelow, folderWith, keeping, type Seen, textIn } from "./command-line.ts"
import { inLines, matterCharter, matterRows } from "./matter-journals.ts"
import { closedOn, documents, keepWords } from "./shell/closed-matter.ts"
import { compoundCharter, decideOn, putForward, residents, compoundOn, textOf } from "./shell/public-matters.ts"

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
  await putForward(scene, "m-9", { body: residents, text: textOf("7"), sitsOn: "2026-02-10" })
  await scene.until("2026-02-10")
  await decideOn(scene, "m-9", { body: residents, passes: false })
  await scene.jinlin[Symbol.asyncDispose]()
  await texts.value[Symbol.asyncDispose]()
  await opened.value[Symbol.asyncDispose]()
  return folder
}

const at = ["--charter", "my.json", "--store", "my.sqlite", "--tenant", "town"]
const words = ["--texts", "words.sqlite", "--documents", documents.join(",")]

describe("RECORD-18 jinlin record", () => {
  test("RECORD-18 writes page and twin of a matter out of a store; what it wrote verifies, and the page bears its digest", async () => {
    const folder = await platform()
    const { code, err, out } = await jinlin(folder, "record", "c-1", ...at, ...words)
    expect([code, err]).toEqual([0, ""])
    expect(filesBelow(join(folder, ".out/records"))).toEqual([
      "c-1/record.en.html",
      "c-1/record.json",
      "c-1/record.zh-Hans.html",
    ])
  })
})
