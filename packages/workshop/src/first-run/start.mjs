// @ts-check
// `npm start`: the example of East Lake, on a machine that has only Node, npm and git.
import { join } from "node:path"
import { install, workspaceNode, workspaceRoot } from "./install.mjs"
import { requireNode } from "./require-node.mjs"
import { run } from "./run.mjs"

const example = "examples/east-lake"

requireNode()
process.exitCode = await install({
  filter: "@jinlin/example-east-lake...",
  member: example,
  what: "what the example of East Lake needs, and nothing more",
})
if (process.exitCode === 0) {
  const main = join(workspaceRoot, example, "src", "main.ts")
  const args = ["--conditions=@jinlin/source", main, ...process.argv.slice(2)]
  // The example starts where the command was given, so that `--charter my.json` is the file that the person sees there.
  process.exitCode = await run(workspaceNode(example), args, { cwd: process.env["INIT_CWD"] ?? process.cwd() })
}
