import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, extname } from "node:path"
import { done, failed, type Outcome } from "./faults.ts"

/** A file that a command reads or writes: where it is, and how the person called it. */
export interface Place {
  readonly path: string
  readonly name: string
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN"

const readingFault = (code: string, { name }: Place, folder: string): Outcome<never> => {
  if (code === "ENOENT" || code === "ENOTDIR") return failed("file.missing", { file: name, folder })
  if (code === "EISDIR") return failed("file.directory", { file: name })
  if (code === "EACCES" || code === "EPERM") return failed("file.denied", { file: name })
  return failed("file.unreadable", { file: name, code })
}

/** The bytes of a file that a person named; `folder` is where relative names begin. */
export const readBytes = (place: Place, folder: string): Outcome<Uint8Array> => {
  try {
    return done(readFileSync(place.path))
  } catch (error) {
    return readingFault(codeOf(error), place, folder)
  }
}

const spreadsheets: ReadonlySet<string> = new Set([".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".et"])

/** How a journal is written, from the ending of its name; a spreadsheet's own format is none that is read. */
export const formatOf = ({ name }: Place): Outcome<"csv" | "json"> => {
  const ending = extname(name).toLowerCase()
  if (spreadsheets.has(ending)) return failed("file.spreadsheet", { file: name })
  return done(ending === ".json" ? "json" : "csv")
}

const writingFault = (code: string, { name }: Place): Outcome<never> => {
  if (code === "EISDIR")
    return failed("report.directory", { file: name, example: `${name.replace(/[\\/]$/, "")}/report.html` })
  if (code === "ENOTDIR" || code === "EEXIST") return failed("report.no-folder", { file: name })
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return failed("report.denied", { file: name })
  return failed("report.unwritable", { file: name, code })
}

/**
 * Makes a folder and those that lead to it, each by itself: where a file system has no room for new folders at all (`/proc`),
 * Node's own recursive way tries for ever.
 */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  mkdirSync(folder)
}

/** Writes a file, with the folders that lead to it. */
export const writeText = (place: Place, text: string | Uint8Array): Outcome<Place> => {
  try {
    makeFolder(dirname(place.path))
    writeFileSync(place.path, text)
    return done(place)
  } catch (error) {
    return writingFault(codeOf(error), place)
  }
}
