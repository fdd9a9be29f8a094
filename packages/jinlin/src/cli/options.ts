import type { Language } from "@jinlin/messages"
import { languageGiven, readArguments } from "./arguments.ts"
import { done, failed, type Outcome } from "./faults.ts"

/** What a person asked for on the command line. */
export interface Options {
  readonly charter: string | undefined
  readonly journal: string | undefined
  readonly language: Language | undefined
  readonly report: string | undefined
  readonly noReport: boolean
  /** Whether the report is for everybody, and not for those who serve the bodies. */
  readonly isPublic: boolean
  /** The folder into which the registers of its sittings are written. */
  readonly registers: string | undefined
  readonly noRegisters: boolean
  /** The folder into which the public records of its matters are written. */
  readonly records: string | undefined
  readonly noRecords: boolean
  readonly store: string | undefined
  readonly noStore: boolean
  /** On which channel what would be sent is shown; nothing: on none. */
  readonly notify: "console" | undefined
  readonly partial: boolean
  readonly quiet: boolean
  readonly help: boolean
}

/** The options of `jinlin run`, in the order in which its help lists them, and an example for those that take a value. */
export const runOptions = {
  charter: { type: "string", example: "charter.json" },
  journal: { type: "string", example: "journal.csv" },
  lang: { type: "string", example: "zh" },
  partial: { type: "boolean" },
  report: { type: "string", example: "report.html" },
  "no-report": { type: "boolean" },
  public: { type: "boolean" },
  registers: { type: "string", example: "registers" },
  "no-registers": { type: "boolean" },
  records: { type: "string", example: "records" },
  "no-records": { type: "boolean" },
  store: { type: "string", example: "journal.sqlite" },
  "no-store": { type: "boolean" },
  notify: { type: "string", example: "console" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const

/** Reads the options of `jinlin run`; the first thing that is wrong with them otherwise. */
export const readOptions = (argv: ReadonlyArray<string>): Outcome<Options> => {
  const read = readArguments(argv, runOptions)
  if (!read.ok) return read
  const { given } = read.value
  const language = languageGiven(read.value)
  if (!language.ok) return language
  if (given.has("report") && given.has("no-report")) return failed("report-and-no-report")
  if (given.has("registers") && given.has("no-registers")) return failed("registers-and-no-registers")
  if (given.has("records") && given.has("no-records")) return failed("records-and-no-records")
  if (given.has("store") && given.has("no-store")) return failed("store-and-no-store")
  const notify = given.get("notify")
  if (notify !== undefined && notify !== "console") return failed("unknown-notifier", { notifier: notify })
  return done({
    charter: given.get("charter"),
    journal: given.get("journal"),
    report: given.get("report"),
    language: language.value,
    noReport: given.has("no-report"),
    isPublic: given.has("public"),
    registers: given.get("registers"),
    noRegisters: given.has("no-registers"),
    records: given.get("records"),
    noRecords: given.has("no-records"),
    store: given.get("store"),
    noStore: given.has("no-store"),
    notify,
    partial: given.has("partial"),
    quiet: given.has("quiet"),
    help: given.has("help"),
  })
}
