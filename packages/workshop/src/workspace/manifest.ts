import { readFileSync } from "node:fs"
import { join } from "node:path"

/** What an `exports` entry may be in our manifests: a path, a map of conditions, or closed. */
export type ExportTarget = string | null | { readonly [condition: string]: string }

/** The fields of a package.json that the workshop reads. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly files?: ReadonlyArray<string>
  readonly exports?: { readonly [subpath: string]: ExportTarget }
  readonly publishConfig?: { readonly exports?: { readonly [subpath: string]: ExportTarget } }
  readonly bin?: string | { readonly [command: string]: string }
  readonly scripts?: { readonly [name: string]: string }
  readonly dependencies?: { readonly [name: string]: string }
  readonly devDependencies?: { readonly [name: string]: string }
  readonly peerDependencies?: { readonly [name: string]: string }
  readonly optionalDependencies?: { readonly [name: string]: string }
}

/** Reads `package.json` in a folder. Throws when there is none. */
export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
