import { at, type Finding } from "./finding.ts"
import { type Import, importsOf, packageOf, resolve } from "./imports.ts"
import { type Manifest, manifestsIn } from "./manifest.ts"
import { isSource, sourcesIn } from "./places.ts"
import type { Source } from "./source.ts"
import type { Workspace } from "./workspace.ts"

const isOurs = (name: string | undefined): boolean => name === "jinlin" || name?.startsWith("@jinlin/") === true

/** The packages of ours that a package's sources may import; nothing where the rings leave it open. */
const ours = (folder: string): ReadonlySet<string> | undefined => {
  if (/^packages\/(core|sdk)$/.test(folder)) return new Set()
  if (/^packages\/(store|notify)-/.test(folder)) return new Set(["@jinlin/sdk", "@jinlin/store-sql"])
  if (/^packages\/(rule-packs|messages)$/.test(folder)) return new Set(["@jinlin/core"])
  return undefined
}

const manifestOf = (workspace: Workspace, source: Source): Manifest | undefined =>
  manifestsIn(workspace).find(({ folder }) => folder !== "" && source.path.startsWith(`${folder}/`))

/** Dependencies point inward: `sdk` and `core` import nothing of ours, adapters import `sdk` only. */
export const rings = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource).flatMap((source) => {
    const manifest = manifestOf(workspace, source)
    const allowed = manifest === undefined ? undefined : ours(manifest.folder)
    return importsOf(source).flatMap((mention) => {
      const name = packageOf(mention.specifier)
      const target = name === undefined ? resolve(workspace, source, mention.specifier) : undefined
      if (target !== undefined && manifest !== undefined && !target.startsWith(`${manifest.folder}/`)) {
        const wrong = `walks out of its package to ${target}`
        return [at(source, mention.node, { wrong, remedy: "Import the other package by its name, or move the file" })]
      }
      if (name === undefined || !isOurs(name) || name === manifest?.name || allowed?.has(name) !== false) return []
      const wrong = `${manifest?.name} imports ${name}, which lies in an outer ring`
      return [
        at(source, mention.node, {
          wrong,
          remedy: "Turn it round: let the outer package call, or implement a port of `sdk`",
        }),
      ]
    })
  })

/** `from "effect"` brings 114 kB where a subpath brings 24; nobody imports it, tests and types included. */
export const effectBarrel = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, (path) => /^(packages|examples|docs)\/.*\.m?[jt]s$/.test(path)).flatMap((source) =>
    importsOf(source)
      .filter(({ specifier }) => specifier === "effect" || specifier === "effect/index")
      .map(({ node }) =>
        at(source, node, {
          wrong: "imports the barrel of effect",
          remedy: 'Import the module: `import * as Schema from "effect/Schema"`',
        }),
      ),
  )

/** What only tests need, unless a package lists it among what it runs on. */
const forTests =
  /^(vitest|@vitest\/.+|@effect\/vitest|fast-check|@fast-check\/.+|@jinlin\/testkit|node:test|node:assert)$/

const isForTests = ({ specifier }: Import): boolean =>
  forTests.test(packageOf(specifier) ?? "") ||
  forTests.test(specifier) ||
  /\.test(\.[jt]s)?$|^\.\.?\/(.*\/)?test\//.test(specifier)

/** What a vendor installs does not drag a test runner in. */
export const testImports = (workspace: Workspace): ReadonlyArray<Finding> =>
  sourcesIn(workspace, isSource).flatMap((source) => {
    const { dependencies, peerDependencies } = manifestOf(workspace, source)?.dependencies ?? {}
    const runsOn = { ...dependencies, ...peerDependencies }
    return importsOf(source)
      .filter((mention) => isForTests(mention) && !Object.hasOwn(runsOn, packageOf(mention.specifier) ?? ""))
      .map(({ node, specifier }) =>
        at(source, node, {
          wrong: `imports ${specifier}, which only tests need`,
          remedy: "Move what needs it into a `.test.ts` file or `test/`",
        }),
      )
  })
