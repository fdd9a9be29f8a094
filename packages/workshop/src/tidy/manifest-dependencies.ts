import type { Finding } from "./finding.ts"
import { importsOf, packageOf } from "./imports.ts"
import { dependencyKinds, inManifest, manifestsIn, publishedIn } from "./manifest.ts"
import { isSource, sourcesIn } from "./places.ts"
import type { Workspace } from "./workspace.ts"

/** The names that the catalog of pnpm-workspace.yaml gives a version. */
const catalogOf = (workspace: Workspace): ReadonlySet<string> => {
  const [, block] = /^catalog:\n((?:[ \t]+.*\n|\n)*)/m.exec(workspace.text("pnpm-workspace.yaml")) ?? []
  return new Set([...(block ?? "").matchAll(/^ +"?([^":\s#]+)"?:\s/gm)].map(([, name]) => name ?? ""))
}

/** One version for the whole workspace. Peers are asked for as ranges; `packages/bench` has a lockfile of its own. */
export const catalogVersions = (workspace: Workspace): ReadonlyArray<Finding> => {
  const catalog = catalogOf(workspace)
  const held = manifestsIn(workspace).filter(({ folder }) => folder !== "packages/bench")
  return held.flatMap((manifest) =>
    dependencyKinds
      .filter((kind) => kind !== "peerDependencies")
      .flatMap((kind) => Object.entries(manifest.dependencies[kind]))
      .filter(([name, version]) => catalog.has(name) && version !== "catalog:")
      .map(([name, version]) =>
        inManifest(workspace, manifest, {
          near: `"${name}": "${version}"`,
          wrong: `asks for ${name} by a number of its own, ${version}`,
          remedy: 'Ask for "catalog:"',
        }),
      ),
  )
}

/** Two copies of effect do not know each other's services: whoever imports it leaves the choice to the vendor. */
export const effectIsPeer = (workspace: Workspace): ReadonlyArray<Finding> =>
  publishedIn(workspace)
    .filter((manifest) => {
      const { dependencies, peerDependencies } = manifest.dependencies
      if (Object.hasOwn(dependencies, "effect")) return true
      const sources = sourcesIn(workspace, (path) => isSource(path) && path.startsWith(`${manifest.folder}/`))
      const isImported = sources.flatMap(importsOf).some(({ specifier }) => packageOf(specifier) === "effect")
      return isImported && !Object.hasOwn(peerDependencies, "effect")
    })
    .map((manifest) =>
      inManifest(workspace, manifest, {
        near: 'ependencies"',
        wrong: "uses effect, which is no peer here",
        remedy: "Put effect into `peerDependencies`, and into `devDependencies` as `catalog:`",
      }),
    )
