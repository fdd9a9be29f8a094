// `pnpm pack:check`: builds, packs, and looks at the tarballs as a user will: publint, attw, API reports, and a smoke
// test in an empty folder outside of the workspace.
import { homedir } from "node:os"
import { join } from "node:path"
import { reportsOf } from "../api/report.ts"
import { reportsVerdict } from "../api/verdict.ts"
import { runChecks } from "../checks/run-checks.ts"
import type { Check } from "../checks/verdict.ts"
import { holdsUnless } from "../checks/verdict.ts"
import { smokeChecks } from "../smoke/smoke.ts"
import { entriesOf } from "../workspace/entries.ts"
import type { PublicPackage } from "../workspace/packages.ts"
import { publicPackages } from "../workspace/packages.ts"
import { workspaceRoot } from "../workspace/places.ts"
import { runScript } from "../workspace/program.ts"
import { fileListFaults, machinePathFaults } from "./file-list.ts"
import { attwVerdict, publintVerdict } from "./linters.ts"
import type { PackedPackage } from "./pack.ts"
import { emptyPacks, packInto, packsFolder } from "./pack.ts"
import { packedManifestFaults } from "./packed-manifest.ts"

const packed = new Map<string, PackedPackage>()

const tarballOf = (folder: string): PackedPackage => {
  const found = packed.get(folder)
  if (found === undefined) throw new Error(`${folder} was not packed, for the reason above.`)
  return found
}

const checksOf = (pack: PublicPackage): ReadonlyArray<Check> => [
  {
    name: `${pack.folder}: pack`,
    run: async () => {
      const { files, manifest, tarball } = await packInto(packsFolder, pack)
      packed.set(pack.folder, { folder: pack.folder, files, manifest, tarball })
      return holdsUnless(
        [
          ...packedManifestFaults(manifest, files.keys()),
          ...fileListFaults(files.keys()),
          ...machinePathFaults(files, [workspaceRoot, homedir()]),
        ],
        `${files.size} files`,
      )
    },
  },
  { name: `${pack.folder}: publint`, run: () => publintVerdict(tarballOf(pack.folder)) },
  { name: `${pack.folder}: attw`, run: () => attwVerdict(tarballOf(pack.folder)) },
  {
    name: `${pack.folder}: API reports`,
    run: () => reportsVerdict(pack.folder, reportsOf(pack, entriesOf(pack.manifest), false)),
  },
]

const packages = publicPackages()
if (!process.argv.includes("--built"))
  await runScript(join(import.meta.dirname, "../build/build.ts"), [], { shown: true })
emptyPacks()
await runChecks("pack check", [
  ...packages.flatMap(checksOf),
  ...smokeChecks(() => packages.map(({ folder }) => tarballOf(folder))),
])
