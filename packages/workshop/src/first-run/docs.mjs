// @ts-check
// `npm run docs`: builds the docs site and serves it. `npm run docs -- --dev` serves it while it is written.
import { join } from "node:path"
import { install, workspaceRoot } from "./install.mjs"
import { pnpm } from "./pnpm.mjs"
import { requireNode } from "./require-node.mjs"

requireNode()
const given = process.argv.slice(2)
const passed = given.filter((argument) => argument !== "--dev" && argument !== "--build")
const scripts = given.includes("--dev") ? ["dev"] : given.includes("--build") ? ["build"] : ["build", "preview"]

process.exitCode = await install({
  name: "what the docs site is built with",
  selection: ["--filter", "@jinlin/docs..."],
})
for (const script of scripts) {
  if (process.exitCode !== 0) break
  console.log(`[jinlin] docs: ${script}`)
  const last = script === scripts.at(-1)
  process.exitCode = await pnpm(join(workspaceRoot, "docs"), ["run", script, ...(last ? passed : [])])
}
