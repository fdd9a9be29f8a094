// @ts-check
// `npm test`: everything that must hold before a change is let in. The last line is the count, alone on its line.
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { everything, install, workspaceRoot } from "./install.mjs"
import { pnpm } from "./pnpm.mjs"
import { requireNode } from "./require-node.mjs"
import { stopwatch } from "./run.mjs"

/** Written by `pnpm verify` when it comes to its end: how many tests and checks passed and failed. */
const tally = join(workspaceRoot, ".out", "results", "verify.json")

requireNode()
const elapsed = stopwatch()
rmSync(join(workspaceRoot, ".out", "results"), { recursive: true, force: true })
const installed = await install(everything)
if (installed === 0) await pnpm(workspaceRoot, ["run", "verify"])
else console.error("[jinlin] Not run, because the workspace is not installed: check, tests, pack check, size budgets.")

/** @type {{ passed: number, failed: number }} */
let count = { passed: 0, failed: 1 }
try {
  count = JSON.parse(readFileSync(tally, "utf8"))
} catch {
  console.error("[jinlin] The verification did not come to its end; the reason stands above.")
}
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1
console.log(`[jinlin] npm test took ${elapsed()}.`)
console.log(`${count.passed} passed, ${count.failed} failed`)
