import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { runsAwaitUsing, temporaryFolder } from "./ground.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

it("the README of the repository shows a snippet that Node runs as it stands, twice with the same words", (context) => {
  context.skip(!runsAwaitUsing, "this Node does not run `await using` as it stands")
  const readme = readFileSync(here("../../../README.md"), "utf8")
  const code = /<!-- snippet: on-your-platform -->\n```ts\n(.*?)```/s.exec(readme)?.[1] ?? ""
  const program = code.replace('"jinlin.db"', JSON.stringify(temporaryFolder()("jinlin.db")))
  const args = ["--conditions=@jinlin/source", "--no-warnings", "--input-type=module", "--eval", program]
  const run = () => execFileSync(process.execPath, args, { cwd: here(".."), encoding: "utf8" })
  expect(run()).toBe("ConferenceFounded in joint-conference/willow\n")
  expect(run()).toBe("ConferenceFounded in joint-conference/willow\n")
})
