import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A file of the server, read past it. */
export interface DataFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every file of a server's folder, but for the databases that PostgreSQL itself makes as templates. */
export const dataFiles = (folder: string): ReadonlyArray<DataFile> => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !/^base\/[145]\//.test(name))
  return names.flatMap((name) => {
    try {
      return [{ name, bytes: readFileSync(join(folder, name)) }]
    } catch {
      // The server took it away meanwhile.
      return []
    }
  })
}
