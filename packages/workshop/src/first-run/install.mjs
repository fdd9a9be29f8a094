// @ts-check
// Installs what a command needs, and only when the lockfile says something else than the last time.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { pnpm } from "./pnpm.mjs"
import { stopwatch } from "./run.mjs"

/** The directory that holds pnpm-workspace.yaml. */
export const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..")

/** The Node that the workspace pins; it is there as soon as any part of the workspace is installed. */
export const workspaceNode = join(
  workspaceRoot,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
)

/**
 * A part of the workspace that a command needs.
 *
 * @typedef {object} Part
 * @property {string} name What people read while it is installed, and the part's name in the stamp.
 * @property {readonly string[]} selection What pnpm's install is told in order to take no more than this.
 */

/** @type {Part} */
export const everything = { name: "the whole workspace", selection: [] }

/**
 * What the last installs of this machine left behind.
 *
 * @typedef {object} Stamp
 * @property {string} lock Digest of what they were made from.
 * @property {readonly string[]} parts The names of the parts.
 */

const stampFile = join(workspaceRoot, "node_modules", ".first-run.json")

/** @returns {string} A digest of the files that decide what an install does, and of the platform it is made for. */
function lockDigest() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`)
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(workspaceRoot, file)))
  return hash.digest("hex")
}

/** @returns {Stamp | undefined} Nothing when no first run was here. */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"))
  } catch {
    return undefined
  }
}

/**
 * Which part is to be installed when `wanted` is needed: nothing when it stands already. Where the whole workspace was
 * once installed (by us, or by a developer's own `pnpm install`), all of it is kept up to date: installing a part
 * would take the developer's tools away.
 *
 * @param {Part} wanted
 * @param {{ stamp: Stamp | undefined, lock: string, anyModules: boolean }} found
 * @returns {Part | undefined}
 */
export function toInstall(wanted, { stamp, lock, anyModules }) {
  const parts = stamp?.parts ?? []
  const whole = parts.includes(everything.name) || (stamp === undefined && anyModules)
  const current = stamp?.lock === lock
  if (current && (parts.includes(everything.name) || parts.includes(wanted.name))) return undefined
  return whole ? everything : wanted
}

/**
 * Installs a part of the workspace exactly as the lockfile says, and tells what it does. Silent when the part stands.
 *
 * @param {Part} wanted
 * @returns {Promise<number>} 0 when the part stands.
 */
export async function install(wanted) {
  const lock = lockDigest()
  const stamp = readStamp()
  const anyModules = existsSync(join(workspaceRoot, "node_modules", ".modules.yaml"))
  const part = toInstall(wanted, { stamp, lock, anyModules })
  if (part === undefined && existsSync(workspaceNode)) return 0

  const { name, selection } = part ?? wanted
  console.log(`[jinlin] Installing ${name} (once; 10 to 60 seconds) …`)
  const elapsed = stopwatch()
  const code = await pnpm(workspaceRoot, ["install", "--frozen-lockfile", ...selection])
  if (code !== 0) {
    console.error(`[jinlin] The installation stopped with code ${code}; the reason stands above.`)
    console.error(
      "[jinlin] Remedy: check the network, and the proxy and registry in your npm settings; then try again.",
    )
    return code
  }
  const kept = stamp?.lock === lock ? stamp.parts : []
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ lock, parts: [...kept, name] }))
  console.log(`[jinlin] Installed in ${elapsed()}.`)
  return 0
}
