import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Manifest } from "../workspace/manifest.ts"
import type { PublicPackage } from "../workspace/packages.ts"
import { outFolder } from "../workspace/places.ts"
import { runPnpm } from "../workspace/program.ts"
import type { Packed } from "./tarball.ts"
import { readTarball } from "./tarball.ts"

/** A package as it would be published. */
export interface PackedPackage {
  readonly folder: string
  /** The `.tgz`. */
  readonly tarball: string
  readonly files: Packed
  readonly manifest: Manifest
}

/** Where tarballs are put. */
export const packsFolder = join(outFolder, "packs")

/** Empties the folder for tarballs, so that none of an earlier version is taken for one of now. */
export const emptyPacks = (folder = packsFolder): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Packs one package into `<folder>/<package>.tgz`. Throws with pnpm's words when that fails. */
export const packInto = async (folder: string, { folder: name, path }: PublicPackage): Promise<PackedPackage> => {
  const tarball = join(folder, `${name}.tgz`)
  const { code, output } = await runPnpm(["--dir", path, "--silent", "pack", "--out", tarball])
  if (code !== 0) throw new Error(`[workshop] ${name} could not be packed:\n${output}`)
  const files = readTarball(tarball)
  const manifest = files.get("package.json")
  if (manifest === undefined) throw new Error(`[workshop] ${tarball} holds no package.json.`)
  return { folder: name, tarball, files, manifest: JSON.parse(manifest.toString("utf8")) as Manifest }
}
