// `pnpm bench`: installs packages/bench, which has a lockfile of its own so that nobody else waits for its peers, and
// runs it. Arguments are passed on.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { workspaceRoot } from "../workspace/places.ts"
import { runPnpm } from "../workspace/program.ts"

const home = join(workspaceRoot, "packages", "bench")
if (!existsSync(join(home, "package.json")))
  throw new Error(
    "[workshop] packages/bench is not there. Remedy: check it out; it is outside the workspace, not outside git.",
  )

const steps = [
  ["--dir", home, "install", "--ignore-workspace", "--frozen-lockfile"],
  ["--dir", home, "--ignore-workspace", "run", "start", ...process.argv.slice(2)],
]
for (const step of steps) {
  const { code } = await runPnpm(step, { cwd: home, shown: true })
  process.exitCode = code
  if (code !== 0) break
}
