import type { Manifest } from "./manifest.ts"

/** One way into a package: a subpath of `exports` that points at code. */
export interface Entry {
  /** As a consumer writes it after the package's name: `""`, `/kernel`, `/rotating-chair/rules`. */
  readonly subpath: string
  /** The name of the built file below `dist`, without its ending: `rotating-chair/rules/index`. */
  readonly name: string
  /** The source file, from the package's folder: `src/kernel/index.ts`. */
  readonly source: string
  /** The built types, from the package's folder: `dist/kernel/index.d.ts`. */
  readonly types: string
  /** The built code, from the package's folder: `dist/kernel/index.js`. */
  readonly code: string
}

const SOURCE = "@jinlin/source"
const withoutDot = (path: string): string => path.replace(/^\.\//, "")

/** The entries of a package, read from its `exports`: each that names a source under the private condition. */
export const entriesOf = (manifest: Manifest): ReadonlyArray<Entry> =>
  Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    if (target === null || typeof target === "string") return []
    const { [SOURCE]: source, types, default: code } = target
    if (source === undefined || types === undefined || code === undefined) return []
    const name = withoutDot(code)
      .replace(/^dist\//, "")
      .replace(/\.js$/, "")
    return [
      {
        subpath: subpath.slice(1),
        name,
        source: withoutDot(source),
        types: withoutDot(types),
        code: withoutDot(code),
      },
    ]
  })

/**
 * What is wrong with the exports of a manifest, in words with the remedy.
 * The packed manifest takes `publishConfig.exports`, so both lists must name the same entries, and only the first may
 * name our private condition.
 */
export const exportFaults = (manifest: Manifest): ReadonlyArray<string> => {
  const inside = manifest.exports ?? {}
  const packed = manifest.publishConfig?.exports ?? {}
  const subpaths = [...new Set([...Object.keys(inside), ...Object.keys(packed)])]
  return subpaths.flatMap((subpath) => {
    const place = `${manifest.name}: the entry "${subpath}"`
    const ours = inside[subpath]
    const theirs = packed[subpath]
    if (ours === undefined)
      return [`${place} is missing in exports. Remedy: list it there with ${SOURCE}, types and default.`]
    if (theirs === undefined)
      return [`${place} is missing in publishConfig.exports. Remedy: list it there without ${SOURCE}.`]
    if (JSON.stringify(withoutSource(ours)) !== JSON.stringify(theirs))
      return [`${place} differs between exports and publishConfig.exports. Remedy: make them equal but for ${SOURCE}.`]
    return []
  })
}

const withoutSource = (target: Exclude<Manifest["exports"], undefined>[string]): unknown =>
  target === null || typeof target === "string"
    ? target
    : Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== SOURCE))
