import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { parse, type Source } from "./source.ts"

/** The files that the rules look at. Nothing is read or parsed twice. */
export interface Workspace {
  /** Every file that git keeps or would keep, from the root with forward slashes, in order. */
  readonly paths: ReadonlyArray<string>
  readonly has: (path: string) => boolean
  /** What stands in a file; empty when it is absent. */
  readonly text: (path: string) => string
  readonly source: (path: string) => Source
}

const remember = <Value>(make: (path: string) => Value): ((path: string) => Value) => {
  const made = new Map<string, Value>()
  return (path) => {
    const known = made.get(path)
    if (known !== undefined) return known
    const value = make(path)
    made.set(path, value)
    return value
  }
}

const workspaceFrom = (paths: ReadonlyArray<string>, read: (path: string) => string): Workspace => {
  const present = new Set(paths)
  const text = remember((path) => (present.has(path) ? read(path) : ""))
  return {
    paths: [...present].sort(),
    has: (path) => present.has(path),
    text,
    source: remember((path) => parse(path, text(path))),
  }
}

/** A workspace given as text, for showing that a rule bites. */
export const workspaceOf = (files: Readonly<Record<string, string>>): Workspace =>
  workspaceFrom(Object.keys(files), (path) => files[path] ?? "")

/** What git keeps here, and what it would keep once it is added: a file is judged before it is committed. */
const keptByGit = (root: string): ReadonlyArray<string> => {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const
  return execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], options)
    .split("\0")
    .filter((path) => path !== "")
}

/** The workspace as it stands in a folder under git. */
export const workspaceAt = (root: string): Workspace => {
  const isFile = (path: string): boolean => existsSync(join(root, path)) && statSync(join(root, path)).isFile()
  return workspaceFrom(keptByGit(root).filter(isFile), (path) => readFileSync(join(root, path), "utf8"))
}
