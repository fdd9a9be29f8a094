import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"

const folder = join(import.meta.dirname, "..")
const readme = readFileSync(join(folder, "README.md"), "utf8")

describe("the README", () => {
  test("shows a snippet that Node runs as it stands, and what it gives", () => {
    const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ""
    const shown = /^\/\/ (.*) · (.*)$/m.exec(code)?.slice(1)
    const program = `${code}\nconsole.log(JSON.stringify([what, remedy]))`
    const args = ["--conditions=@jinlin/source", "--input-type=module", "--eval", program]
    const given: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }))
    expect(given).toEqual(shown)
  })

  test("lists every function that a text may use", async () => {
    const { kindsFor } = await import("../src/kinds/kinds.ts")
    const { chineseStyle } = await import("../src/style.ts")
    const kinds = Object.keys(kindsFor({ style: chineseStyle, names: (id) => id, lookup: () => undefined }))
    const unlisted = kinds.filter(
      (kind) => !["string", "number", "integer"].includes(kind) && !readme.includes(` :${kind}`),
    )
    expect(unlisted).toEqual([])
  })
})
