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
  /** The folder into which the registers of its sittings are written; relative to where the person is. */
  readonly registers?: string | undefined
  /** The folder into which the public records of its matters are written; relative to where the person is. */
  readonly records?: string | undefined
  /** The SQLite file that keeps its story, with the folders that lead there; relative to where the person is. */
  readonly store?: string | undefined
}

/** Where a run reads and writes. */
export interface Places {
  readonly charter: Place
  readonly journal: Place
  /** Nothing where no report is wanted. */
  readonly report: Place | undefined
  /** The folder of the registers; nothing where none are wanted. */
  readonly registers: Place | undefined
  /** The folder of the public records; nothing where none are wanted. */
  readonly records: Place | undefined
  /** Nothing where the story is kept nowhere. `isOurs`: it is the program's own, and its folder is made where it is not there. */
  readonly store: (Place & { readonly isOurs: boolean }) | undefined
}

/** A file by the name that a person gave it. */
export const named = (folder: string, name: string): Place => ({ path: resolve(folder, name), name })

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

const isOurStory = ({ charter, journal }: Options): boolean => charter === undefined && journal === undefined

/** The program's own registers are those of its own story: whoever tells another one says where they go. */
const registersFor = (options: Options, defaults: RunDefaults, folder: string): Place | undefined => {
  if (options.registers !== undefined) return named(folder, options.registers)
  if (options.noRegisters || !isOurStory(options) || defaults.registers === undefined) return undefined
  return ours(folder, defaults.registers)
}

/** So with public records. */
const recordsFor = (options: Options, defaults: RunDefaults, folder: string): Place | undefined => {
  if (options.records !== undefined) return named(folder, options.records)
  if (options.noRecords || !isOurStory(options) || defaults.records === undefined) return undefined
  return ours(folder, defaults.records)
}

/** The program's own store holds the program's own story: whoever tells another one says where it is kept. */
const storeFor = (options: Options, defaults: RunDefaults, folder: string): Places["store"] => {
  if (options.store !== undefined) return { ...named(folder, options.store), isOurs: false }
  if (options.noStore || !isOurStory(options) || defaults.store === undefined) return undefined
  return { ...ours(folder, defaults.store), isOurs: true }
}

/** One file for two purposes: what is to be read is never written over. */
const clash = ({ charter, journal, report, store }: Places): Outcome<never> | undefined => {
  const read = [charter, journal]
  const overRead = read.find(({ path }) => path === report?.path)
  if (overRead !== undefined) return failed("report.over-input", { file: overRead.name })
  const kept = read.find(({ path }) => path === store?.path)
  if (kept !== undefined) return failed("store.over-input", { file: kept.name })
  const both = report !== undefined && report.path === store?.path
  return both ? failed("store.over-report", { file: report.name }) : undefined
}

/** Where a run reads and writes, from the options, with the program's own files where they name none. */
export const placesFor = (options: Options, defaults: RunDefaults, folder: string): Outcome<Places> => {
  const charter = either(folder, options.charter, defaults.charter)
  const journal = either(folder, options.journal, defaults.journal)
  if (charter === undefined) return failed("missing-option", { option: "--charter" })
  if (journal === undefined) return failed("missing-option", { option: "--journal" })
  const report = options.noReport ? undefined : reportFor(options, defaults, { folder, journal })
  const registers = registersFor(options, defaults, folder)
  const records = recordsFor(options, defaults, folder)
  const places: Places = { charter, journal, report, registers, records, store: storeFor(options, defaults, folder) }
  return clash(places) ?? done(places)
}
