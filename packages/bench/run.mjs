// @ts-check
// The benchmarks on a machine that has only Node, npm and git: installs what they measure and the peers, and runs them.
// Arguments are passed on; `--help` names them.
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { install, workspaceNode, workspaceRoot } from "../workshop/src/first-run/install.mjs"
import { pnpm } from "../workshop/src/first-run/pnpm.mjs"
import { requireNode } from "../workshop/src/first-run/require-node.mjs"
import { run } from "../workshop/src/first-run/run.mjs"

const home = dirname(fileURLToPath(import.meta.url))

/** The peers have a lockfile of their own, outside of the workspace, so that nobody else waits for them. */
function arePeersInstalled() {
  const kept = join(home, "node_modules/.pnpm/lock.yaml")
  return existsSync(kept) && readFileSync(kept, "utf8") === readFileSync(join(home, "pnpm-lock.yaml"), "utf8")
}

async function installPeers() {
  if (arePeersInstalled()) return 0
  console.log("[jinlin] Installing the peers that the benchmarks compare with (once) …")
  return pnpm(home, ["install", "--ignore-workspace", "--frozen-lockfile"])
}

requireNode()
process.exitCode = await install({
  name: "what the benchmarks measure",
  selection: ["--prod", "--filter-prod", "jinlin..."],
})
if (process.exitCode === 0) process.exitCode = await installPeers()
if (process.exitCode === 0) {
  const args = ["--conditions=@jinlin/source", join(home, "src/main.ts"), ...process.argv.slice(2)]
  process.exitCode = await run(workspaceNode, args, { cwd: workspaceRoot })
}
