import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The directory that holds pnpm-workspace.yaml. */
export const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..")

/** Everything that is made here and never committed: tarballs, API pages, results. */
export const outFolder = join(workspaceRoot, ".out")

/** One JSON file for each run of checks, read by `pnpm verify`. */
export const resultsFolder = join(outFolder, "results")

/** A path as people should see it: from the workspace's root, with forward slashes. */
export const shownPath = (path: string): string =>
  (path.startsWith(workspaceRoot) ? path.slice(workspaceRoot.length + 1) : path).replaceAll("\\", "/")
