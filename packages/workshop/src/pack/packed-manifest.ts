import type { Manifest } from "../workspace/manifest.ts"

/** Scripts that run on the machine of whoever installs the package. None of ours has one. */
const onInstall: ReadonlyArray<string> = [
  "preinstall",
  "install",
  "postinstall",
  "prepublish",
  "preprepare",
  "prepare",
  "postprepare",
]

/** What only the workspace understands. */
const privateWords: ReadonlyArray<string> = ["catalog:", "workspace:", "link:", "@jinlin/source"]

/**
 * What must not stand in a packed manifest, in words with the remedy: a specifier or a condition that only this
 * workspace understands, a script that runs at installation, an entry point that the package does not hold.
 */
export const packedManifestFaults = (manifest: Manifest, files: Iterable<string>): ReadonlyArray<string> => {
  const written = JSON.stringify(manifest)
  const held = new Set(files)
  return [
    ...privateWords
      .filter((word) => written.includes(`"${word}`))
      .map(
        (word) =>
          `the packed manifest still says ${word}. Remedy: pack with pnpm, and keep publishConfig.exports free of it.`,
      ),
    ...onInstall
      .filter((name) => manifest.scripts?.[name] !== undefined)
      .map(
        (name) =>
          `the packed manifest has a script "${name}", which would run on the user's machine. Remedy: take it out.`,
      ),
    ...pathsOf(manifest)
      .filter((path) => !held.has(path))
      .map(
        (path) =>
          `the packed manifest names ${path}, which is not in the package. Remedy: build it, or take the entry out.`,
      ),
  ]
}

const pathsOf = (manifest: Manifest): ReadonlyArray<string> => {
  const targets = Object.values(manifest.exports ?? {}).flatMap((target) =>
    target === null ? [] : typeof target === "string" ? [target] : Object.values(target),
  )
  const bins = typeof manifest.bin === "string" ? [manifest.bin] : Object.values(manifest.bin ?? {})
  return [
    ...new Set([...targets, ...bins].filter((path) => !path.includes("*")).map((path) => path.replace(/^\.\//, ""))),
  ]
}
