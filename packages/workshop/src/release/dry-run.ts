// `pnpm release:dry`: a release up to the point where it would be published, offline, in a copy of the workspace.
// Leaves the tarballs, the bills of materials and the licence lists in .out/release.
import { rmSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { runChecks } from "../checks/run-checks.ts"
import type { Check } from "../checks/verdict.ts"
import { holds, holdsUnless } from "../checks/verdict.ts"
import { fileListFaults, machinePathFaults } from "../pack/file-list.ts"
import { emptyPacks, packInto } from "../pack/pack.ts"
import { packedManifestFaults } from "../pack/packed-manifest.ts"
import type { PublicPackage } from "../workspace/packages.ts"
import { publicPackages } from "../workspace/packages.ts"
import { outFolder, workspaceRoot } from "../workspace/places.ts"
import { writesBill } from "./bill.ts"
import { builds, copyOfWorkspace, installsOffline, raisesVersions } from "./rehearsal.ts"

const target = join(outFolder, "release")
const copy = await copyOfWorkspace()
const inCopy = (pack: PublicPackage): PublicPackage => ({ ...pack, path: join(copy, "packages", pack.folder) })

const checksOf = (pack: PublicPackage): ReadonlyArray<Check> => [
  {
    name: `${pack.folder}: pack`,
    run: async () => {
      const { files, manifest } = await packInto(target, inCopy(pack))
      return holdsUnless(
        [
          ...packedManifestFaults(manifest, files.keys()),
          ...fileListFaults(files.keys()),
          ...machinePathFaults(files, [workspaceRoot, copy, homedir()]),
        ],
        `${manifest.version}, ${files.size} files`,
      )
    },
  },
  { name: `${pack.folder}: bill of materials`, run: () => writesBill(copy, pack.manifest.name, target) },
]

emptyPacks(target)
await runChecks("release rehearsal", [
  { name: "install offline", run: () => installsOffline(copy) },
  { name: "versions and changelogs", run: () => raisesVersions(copy) },
  { name: "build", run: () => builds(copy) },
  ...publicPackages().flatMap(checksOf),
  {
    name: "clear away",
    run: () => {
      rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
      return holds()
    },
  },
])
