import type { Finding } from "./finding.ts"
import type { Workspace } from "./workspace.ts"

/** What the rules read of a package.json. */
export interface Manifest {
  readonly path: string
  /** The folder it stands in, such as `packages/core`; empty for the root. */
  readonly folder: string
  readonly name: string
  readonly isPublished: boolean
  readonly exports: Readonly<Record<string, Entry>>
  readonly publishedExports: unknown
  readonly dependencies: Readonly<Record<DependencyKind, Readonly<Record<string, string>>>>
}

/** One entry of `exports`: conditions, a plain path, or null for what is closed. */
export type Entry = { readonly [condition: string]: string } | string | null

/** The lists of a manifest in which other packages are asked for. */
export const dependencyKinds = ["dependencies", "peerDependencies", "devDependencies", "optionalDependencies"] as const
type DependencyKind = (typeof dependencyKinds)[number]

/** The condition that stands for sources inside the workspace and never leaves it. */
export const sourceCondition = "@jinlin/source"

interface Raw {
  readonly name?: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, Entry>>
  readonly publishConfig?: { readonly exports?: unknown }
}

type Dependencies = Partial<Manifest["dependencies"]>

const read = (workspace: Workspace, path: string): Manifest => {
  const raw: Raw & Dependencies = JSON.parse(workspace.text(path))
  return {
    path,
    folder: path.replace(/\/?package\.json$/, ""),
    name: raw.name ?? "",
    isPublished: raw.private !== true,
    exports: raw.exports ?? {},
    publishedExports: raw.publishConfig?.exports,
    dependencies: {
      dependencies: raw.dependencies ?? {},
      peerDependencies: raw.peerDependencies ?? {},
      devDependencies: raw.devDependencies ?? {},
      optionalDependencies: raw.optionalDependencies ?? {},
    },
  }
}

const known = new WeakMap<Workspace, ReadonlyArray<Manifest>>()

/** The manifests of the root, the packages, the examples and the docs. */
export const manifestsIn = (workspace: Workspace): ReadonlyArray<Manifest> => {
  const before = known.get(workspace)
  if (before !== undefined) return before
  const found = workspace.paths
    .filter((path) => /^((packages|examples)\/[^/]+\/|docs\/)?package\.json$/.test(path))
    .map((path) => read(workspace, path))
  known.set(workspace, found)
  return found
}

/** The manifests of the packages that are published. */
export const publishedIn = (workspace: Workspace): ReadonlyArray<Manifest> =>
  manifestsIn(workspace).filter(({ isPublished, folder }) => isPublished && folder.startsWith("packages/"))

/** What is wrong and what to do about it. */
export type Said = Pick<Finding, "wrong" | "remedy">

/** A finding at the first line of a manifest that holds the text `near`. */
export const inManifest = (
  workspace: Workspace,
  { path }: Manifest,
  { near, wrong, remedy }: Said & { readonly near: string },
): Finding => {
  const lines = workspace.text(path).split("\n")
  const line = lines.findIndex((one) => one.includes(near)) + 1
  return { path, line: line === 0 ? 1 : line, wrong, remedy }
}

/** The source file that an entry stands for, from the root; nothing for entries that are no code of ours. */
export const sourceOfEntry = (manifest: Manifest, entry: Entry | undefined): string | undefined => {
  const target = typeof entry === "object" && entry !== null ? entry[sourceCondition] : undefined
  return target === undefined ? undefined : `${manifest.folder}/${target.replace(/^\.\//, "")}`
}

/** The source files behind the public entries of the published packages. */
export const publicEntriesIn = (workspace: Workspace): ReadonlyArray<string> =>
  publishedIn(workspace)
    .flatMap((manifest) => Object.values(manifest.exports).map((entry) => sourceOfEntry(manifest, entry)))
    .filter((path) => path !== undefined)
    .filter((path) => workspace.has(path) && /\.m?ts$/.test(path))
