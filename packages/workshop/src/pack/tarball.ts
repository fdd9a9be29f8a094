import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

/** The files of a packed package by their path inside it: `dist/index.js`. */
export type Packed = ReadonlyMap<string, Buffer>

const BLOCK = 512
const text = (block: Buffer, from: number, length: number): string =>
  block.toString("utf8", from, from + length).replace(/\0.*$/s, "")

/**
 * Reads a `.tgz` as package managers write it: plain files in ustar blocks, all below one folder, which is taken off.
 * Throws on a member that is neither a file nor a folder: a link in a package would be a surprise to whoever installs it.
 */
export const readTarball = (file: string): Packed => {
  const archive = gunzipSync(readFileSync(file))
  const files = new Map<string, Buffer>()
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK)
    const name = text(header, 0, 100)
    if (name === "") break
    const prefix = text(header, 345, 155)
    const size = Number.parseInt(text(header, 124, 12).trim(), 8)
    const kind = text(header, 156, 1)
    const path = (prefix === "" ? name : `${prefix}/${name}`).replace(/^[^/]+\//, "")
    if (kind === "0" || kind === "") files.set(path, archive.subarray(at + BLOCK, at + BLOCK + size))
    else if (kind !== "5") throw new Error(`[workshop] ${file} holds ${path}, which is no plain file (kind ${kind}).`)
    at += BLOCK * (1 + Math.ceil(size / BLOCK))
  }
  return files
}
