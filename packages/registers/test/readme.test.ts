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
      expect.stringMatching(
        /^\u{feff}登记表编号,m-1@3@roll-[0-9a-f]{16},,\r\n投票人编号,姓名,表决,备注\r\nr-1,p-1,,\r\n$/u,
      ),
      {
        ok: true,
        value: { _tag: "RecordVotes", for: ["r-1"], against: [], abstain: [], void: [] },
        ...{ remarks: [], form: { matter: "m-1", round: 3, roll: expect.stringMatching(/^roll-/) } },
      },
      "function",
    ])
  })
})
