import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { PackedPackage } from "../pack/pack.ts"
import { runPnpm } from "../workspace/program.ts"

/** An empty folder, outside the workspace, of somebody who installs our packages. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "jinlin-consumer-"))

/**
 * Makes the folder a project that depends on the tarballs, and installs it. What the tarballs need of each other is
 * taken from the tarballs too, and everything else from pnpm's store or the registry.
 * Throws with pnpm's words when the installation fails.
 *
 * @param versions Of the peers that a consumer brings along, such as `effect`.
 */
export const installInto = async (
  folder: string,
  packages: ReadonlyArray<PackedPackage>,
  versions: { readonly [name: string]: string },
): Promise<void> => {
  const ours = Object.fromEntries(packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module", dependencies: { ...ours, ...versions } }),
  )
  // Being a workspace of its own keeps pnpm from looking for one above, and holds the overrides.
  writeFileSync(join(folder, "pnpm-workspace.yaml"), `packages: []\noverrides: ${JSON.stringify(ours)}\n`)
  const { code, output } = await runPnpm(["--dir", folder, "install", "--prefer-offline", "--ignore-scripts"], {
    cwd: folder,
  })
  if (code !== 0) throw new Error(`The packed packages could not be installed:\n${output}`)
}
