import { basename, extname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { done, failed, type Outcome } from "./faults.ts"
import type { Place } from "./files.ts"
import type { Options } from "./options.ts"

/** The files of a program that runs a story of its own, for when a person names none. Files may be given as `file:` addresses. */
export interface RunDefaults {
  readonly charter?: string | { readonly href: string } | undefined
  readonly journal?: string | { readonly href: string } | undefined
  /** Where its report is written; relative to where the person is. */
  readonly report?: string | undefined
}

/** Where a run reads and writes. */
export interface Places {
  readonly charter: Place
  readonly journal: Place
  /** Nothing where no report is wanted. */
  readonly report: Place | undefined
}

/** A file by the name that a person gave it. */
const named = (folder: string, name: string): Place => ({ path: resolve(folder, name), name })

/** A file of the program's own, by the way that leads to it from where the person is. */
const ours = (folder: string, file: string | { readonly href: string }): Place => {
  const path = resolve(folder, typeof file === "string" ? file : fileURLToPath(file.href))
  return { path, name: relative(folder, path).replaceAll("\\", "/") || path }
}

/** The file of an option, or the program's own; nothing where neither is there. */
const either = (
  folder: string,
  given: string | undefined,
  own: string | { readonly href: string } | undefined,
): Place | undefined => (given !== undefined ? named(folder, given) : own === undefined ? undefined : ours(folder, own))

/** Nobody's own report is written over another's: without a name it is called after the journal. */
const reportFor = (
  options: Options,
  defaults: RunDefaults,
  { folder, journal }: { folder: string; journal: Place },
): Place => {
  if (options.report !== undefined) return named(folder, options.report)
  if (options.journal === undefined && defaults.report !== undefined) return ours(folder, defaults.report)
  const file = basename(journal.path)
  return ours(folder, join(".out", `${file.slice(0, file.length - extname(file).length)}.html`))
}

/** Where a run reads and writes, from the options, with the program's own files where they name none. */
export const placesFor = (options: Options, defaults: RunDefaults, folder: string): Outcome<Places> => {
  const charter = either(folder, options.charter, defaults.charter)
  const journal = either(folder, options.journal, defaults.journal)
  if (charter === undefined) return failed("missing-option", { option: "--charter" })
  if (journal === undefined) return failed("missing-option", { option: "--journal" })
  if (options.noReport) return done({ charter, journal, report: undefined })
  const report = reportFor(options, defaults, { folder, journal })
  const read = [charter, journal].find(({ path }) => path === report.path)
  return read === undefined ? done({ charter, journal, report }) : failed("report.over-input", { file: read.name })
}
