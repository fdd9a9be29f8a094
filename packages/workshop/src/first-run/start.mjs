// @ts-check
// `npm start`: the example of East Lake, on a machine that has only Node, npm and git.
import { join } from "node:path"
import { install, workspaceNode, workspaceRoot } from "./install.mjs"
import { requireNode } from "./require-node.mjs"
import { run } from "./run.mjs"

requireNode()
process.exitCode = await install({
  name: "what the example of East Lake needs, and nothing more",
  selection: ["--prod", "--filter-prod", "@jinlin/example-east-lake..."],
})
if (process.exitCode === 0) {
  const main = join(workspaceRoot, "examples/east-lake/src/main.ts")
  const args = ["--conditions=@jinlin/source", main, ...process.argv.slice(2)]
  // The example starts where the command was given, so that `--charter my.json` is the file that the person sees there.
  process.exitCode = await run(workspaceNode, args, { cwd: process.env["INIT_CWD"] ?? process.cwd() })
}
