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

const EVERYTHING = "everything"
const stampFile = join(workspaceRoot, "node_modules", ".first-run.json")

/**
 * @typedef {object} Stamp What the last installs of this machine left behind.
 * @property {string} lock Digest of what those installs were made from.
 * @property {string[]} installed The filters that were installed, or `everything`.
 */

/** @returns {string} A digest of the files that decide what an install does, and of the platform it was made for. */
function lockDigest() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`)
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(workspaceRoot, file)))
  return hash.digest("hex")
}

/** @returns {Stamp} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"))
  } catch {
    return { lock: "", installed: [] }
  }
}

/**
 * The Node that the workspace pins, as a member of the workspace sees it.
 *
 * @param {string} member A folder such as `examples/east-lake`, or `.` for the root.
 * @returns {string} Path of the executable; it exists once the member is installed.
 */
export function workspaceNode(member) {
  return join(workspaceRoot, member, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")
}

/**
 * Installs a part of the workspace, or all of it, exactly as the lockfile says. Says what it does; silent when it stands.
 *
 * @param {{ filter?: string, member: string, what: string }} part `filter` is pnpm's; `member` must end up with a Node;
 *   `what` names the part for people.
 * @returns {Promise<number>} 0 when the part stands.
 */
export async function install({ filter, member, what }) {
  const lock = lockDigest()
  const stamp = readStamp()
  const known = stamp.lock === lock ? stamp.installed : []
  const wanted = filter ?? EVERYTHING
  if ((known.includes(wanted) || known.includes(EVERYTHING)) && existsSync(workspaceNode(member))) return 0

  console.log(`[jinlin] Installing ${what} (once; 20 to 60 seconds on a usual line) …`)
  const elapsed = stopwatch()
  const code = await pnpm(workspaceRoot, [
    "install",
    "--frozen-lockfile",
    ...(filter === undefined ? [] : ["--filter", filter]),
  ])
  if (code !== 0) {
    console.error(`[jinlin] The installation stopped with code ${code}; the reason stands above.`)
    console.error(
      "[jinlin] Remedy: check the network (and the proxy or registry in your npm settings), then run the same command again.",
    )
    return code
  }
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ lock, installed: [...known, wanted] }))
  console.log(`[jinlin] Installed in ${elapsed()}.`)
  return 0
}
