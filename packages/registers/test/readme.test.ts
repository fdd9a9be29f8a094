import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"

const folder = join(import.meta.dirname, "..")

describe("the README", () => {
  test("shows a snippet that Node runs as it stands", () => {
    const code = /```ts\n(.*?)```/s.exec(readFileSync(join(folder, "README.md"), "utf8"))?.[1] ?? ""
    const program = `${code}\nconsole.log(JSON.stringify([form, votes, typeof registerHtml]))`
    const args = ["--conditions=@jinlin/source", "--input-type=module-typescript", "--eval", program]
    const given: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }))
    expect(given).toEqual([
      "\u{feff}投票人编号,姓名,表决,备注\r\nr-1,p-1,,\r\n",
      { ok: true, value: { _tag: "RecordVotes", for: ["r-1"], against: [], abstain: [], void: [] } },
      "function",
    ])
  })
})
