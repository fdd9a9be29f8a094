// `pnpm test:nodes [major …] [folder …]`: the tests on every Node that the library promises to run on. Downloads the ones that are
// not the workspace's own, so it needs a network and is no part of `npm test`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runChecks } from "../checks/run-checks.ts"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holds, verdictOf } from "../checks/verdict.ts"
import { workspaceRoot } from "../workspace/places.ts"
import { programOf, runPnpm, runProgram } from "../workspace/program.ts"

const promised: ReadonlyArray<string> = ["22", "24", "26"]

/** Installs the newest Node of a major version into an empty folder. Throws with pnpm's words when that fails. */
const fetchNode = async (major: string, folder: string): Promise<string> => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { node: major } }))
  writeFileSync(join(folder, "pnpm-workspace.yaml"), "packages: []\nallowBuilds:\n  node: true\n")
  const { code, output } = await runPnpm(["--dir", folder, "install"], { cwd: folder })
  if (code !== 0) throw new Error(`Node ${major} could not be fetched:\n${output}`)
  return join(folder, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node")
}

const asked = process.argv.slice(2)
const majors = asked.filter((argument) => /^\d+$/.test(argument))
const filters = asked.filter((argument) => !/^\d+$/.test(argument))

const testOn = async (major: string): Promise<Verdict> => {
  const folder = mkdtempSync(join(tmpdir(), `jinlin-node-${major}-`))
  try {
    const own = process.versions.node.split(".")[0] === major
    const node = own ? process.execPath : await fetchNode(major, folder)
    const { output: version } = await runProgram(node, ["--version"])
    if (!version.startsWith(`v${major}.`)) return fails(`Asked for Node ${major}, and got ${version.trim()}.`)
    const outcome = await runProgram(node, [
      programOf("vitest"),
      "run",
      "--root",
      workspaceRoot,
      "--reporter=dot",
      ...filters,
    ])
    return outcome.code === 0
      ? holds(version.trim())
      : verdictOf(outcome, `the tests hold on every Node of ${promised.join(", ")}.`)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

await runChecks(
  "tests on every Node",
  (majors.length === 0 ? promised : majors).map((major) => ({ name: `Node ${major}`, run: () => testOn(major) })),
)
