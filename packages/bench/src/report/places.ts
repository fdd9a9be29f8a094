import { join, resolve } from "node:path"

/** The directory of packages/bench. */
export const benchFolder = resolve(import.meta.dirname, "../..")

/** The directory that holds pnpm-workspace.yaml. */
export const workspaceRoot = resolve(benchFolder, "../..")

/** What `--json` writes. */
export const resultsFile = join(workspaceRoot, ".out", "bench.json")
