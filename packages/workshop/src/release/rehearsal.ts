import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, dirname, join } from "node:path"
import type { Verdict } from "../checks/verdict.ts"
import { verdictOf } from "../checks/verdict.ts"
import { workspaceRoot } from "../workspace/places.ts"
import type { Outcome } from "../workspace/program.ts"
import { runPnpm, runProgram, runScript } from "../workspace/program.ts"

const git = (folder: string, args: ReadonlyArray<string>): Promise<Outcome> => runProgram("git", args, { cwd: folder })

/**
 * Copies what git keeps here, and what it would keep, into an empty folder that has a history of one commit: changesets
 * asks git which commit a change came with. Throws when git does not know this folder.
 */
export const copyOfWorkspace = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-release-"))
  const kept = await git(workspaceRoot, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
  if (kept.code !== 0) throw new Error(`[workshop] git lists no files here: ${kept.output}`)
  for (const path of kept.output.split("\0").filter((name) => name !== "" && existsSync(join(workspaceRoot, name)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(workspaceRoot, path), join(folder, path))
  }
  const nobody = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost", "-c", "commit.gpgsign=false"]
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...nobody, "commit", "--quiet", "--no-verify", "-m", "rehearsal"],
  ]) {
    const { code, output } = await git(folder, args)
    if (code !== 0) throw new Error(`[workshop] git ${args.join(" ")}: ${output}`)
  }
  return folder
}

/** Installs the copy from what this machine already has. */
export const installsOffline = async (folder: string): Promise<Verdict> =>
  verdictOf(
    await runPnpm(["--dir", folder, "install", "--offline", "--frozen-lockfile", "--ignore-scripts"], { cwd: folder }),
    "pnpm install once with a network, so that the store holds everything.",
  )

/** Lets changesets raise the versions and write the changelogs of the copy. */
export const raisesVersions = async (folder: string): Promise<Verdict> => {
  // changesets calls pnpm by its name, so the pnpm that runs us goes first on the PATH.
  const pnpmHome = dirname(process.env["npm_execpath"] ?? "")
  const path = [pnpmHome, process.env["PATH"] ?? ""].join(delimiter)
  const program = join(folder, "node_modules/@changesets/cli/bin.js")
  const outcome = await runScript(program, ["version"], { cwd: folder, env: { ...process.env, PATH: path } })
  return verdictOf(outcome, "each file in .changeset names packages of this workspace, and patch, minor or major.")
}

/** Builds the copy with its own scripts. */
export const builds = async (folder: string): Promise<Verdict> =>
  verdictOf(
    await runScript(join(folder, "packages/workshop/src/build/build.ts"), [], { cwd: folder }),
    "pnpm build, here, shows the same.",
  )
