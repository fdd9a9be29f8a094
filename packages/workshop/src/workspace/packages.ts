import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Manifest } from "./manifest.ts"
import { readManifest } from "./manifest.ts"
import { workspaceRoot } from "./places.ts"

/** A package that is published. */
export interface PublicPackage {
  /** Its folder below `packages/`. */
  readonly folder: string
  readonly path: string
  readonly manifest: Manifest
}

/** Every published package, those that others are built on first. `packages/bench` and private ones are left out. */
export const publicPackages = (): ReadonlyArray<PublicPackage> => {
  const home = join(workspaceRoot, "packages")
  const found = readdirSync(home)
    .sort()
    .filter((folder) => folder !== "bench" && existsSync(join(home, folder, "package.json")))
    .map((folder) => ({ folder, path: join(home, folder), manifest: readManifest(join(home, folder)) }))
    .filter(({ manifest }) => manifest.private !== true)
  return inDependencyOrder(found)
}

/**
 * Puts each package after the ones that it depends on at run time. A cycle is left in alphabetical order:
 * `pnpm check boundaries` reports cycles, so nothing here has to.
 */
export const inDependencyOrder = <Item extends { readonly manifest: Manifest }>(
  packages: ReadonlyArray<Item>,
): ReadonlyArray<Item> => {
  const byName = new Map(packages.map((item) => [item.manifest.name, item]))
  const ordered = new Set<Item>()
  const visit = (item: Item, above: ReadonlySet<Item>): void => {
    if (ordered.has(item) || above.has(item)) return
    const needs = { ...item.manifest.dependencies, ...item.manifest.peerDependencies }
    for (const name of Object.keys(needs)) {
      const needed = byName.get(name)
      if (needed !== undefined) visit(needed, new Set([...above, item]))
    }
    ordered.add(item)
  }
  for (const item of packages) visit(item, new Set())
  return [...ordered]
}
