// @ts-check
// Runs the pinned pnpm through the npm that came with Node, so that nobody has to install pnpm first.
import { existsSync, realpathSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, delimiter, dirname, join } from "node:path"
import { run } from "./run.mjs"

/** The pnpm that the lockfile was written with. */
export const PNPM_VERSION = "12.21.0"

/**
 * The program and the first arguments that pnpm is started with.
 * Under `pnpm run` that is the running pnpm itself: npm must not be called there, since it would miss pnpm's settings.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ program: string, args: string[], through: "pnpm" | "npm" } | undefined} Nothing when this Node has no npm.
 */
export function pnpmCommand(env) {
  const caller = env["npm_execpath"]
  if (caller !== undefined && (env["npm_config_user_agent"] ?? "").startsWith("pnpm/")) {
    const script = /\.[cm]?js$/.test(caller)
    return { program: script ? process.execPath : caller, args: script ? [caller] : [], through: "pnpm" }
  }
  const npm = npmScript(env)
  if (npm === undefined) return undefined
  return { program: process.execPath, args: [npm, "exec", "--yes", "--", `pnpm@${PNPM_VERSION}`], through: "npm" }
}

/**
 * Where npm's own script is: told by npm when npm called us, else beside this Node, else on the PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
function npmScript(env) {
  const told = env["npm_execpath"]
  if (told !== undefined && basename(told) === "npm-cli.js" && existsSync(told)) return told
  const beside = dirname(process.execPath)
  const onPath = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter((folder) => folder !== "")
  const candidates = [
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    ...onPath.map((folder) => join(folder, "node_modules", "npm", "bin", "npm-cli.js")),
    ...onPath
      .map((folder) => join(folder, "npm"))
      .filter(existsSync)
      .map((link) => realpathSync(link)),
  ]
  return candidates.find((candidate) => basename(candidate) === "npm-cli.js" && existsSync(candidate))
}

/**
 * Runs `pnpm <args>` in a directory of the workspace.
 *
 * npm itself starts in the temporary directory: inside the workspace it would first read the whole of `node_modules`,
 * which takes seconds and helps nobody.
 *
 * @param {string} directory Where pnpm works.
 * @param {readonly string[]} args
 * @returns {Promise<number>} pnpm's exit code; 127 when there is no npm to run it with.
 */
export function pnpm(directory, args) {
  const command = pnpmCommand(process.env)
  if (command === undefined) {
    console.error(
      "[jinlin] npm was not found beside this Node. Remedy: install Node with its npm, then run the command again.",
    )
    return Promise.resolve(127)
  }
  const quiet = process.env["npm_config_loglevel"] === "silent"
  return run(command.program, [...command.args, "--dir", directory, ...args], {
    cwd: command.through === "npm" ? tmpdir() : directory,
    // `npm test --silent` wants no lines of npm; a pnpm that cannot be fetched must still say why.
    env: quiet ? { ...process.env, npm_config_loglevel: "error" } : process.env,
  })
}
