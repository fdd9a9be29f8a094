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

/** The commands of a package by the file that each is built to, with the source that it is built from. */
export const commandsOf = ({
  bin,
  name,
}: Manifest): ReadonlyArray<{ readonly command: string; readonly file: string; readonly source: string }> => {
  const files = typeof bin === "string" ? { [name.replace(/^@.*\//, "")]: bin } : (bin ?? {})
  return Object.entries(files).map(([command, path]) => {
    const file = withoutDot(path)
    return { command, file, source: file.replace(/^dist\//, "src/").replace(/\.js$/, ".ts") }
  })
}
