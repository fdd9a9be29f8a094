import { parseArgs } from "node:util"
import { type Language, readLanguage } from "@jinlin/messages"
import { done, failed, type Outcome } from "./faults.ts"

/** What a person asked for on the command line. */
export interface Options {
  readonly charter: string | undefined
  readonly journal: string | undefined
  readonly language: Language | undefined
  readonly report: string | undefined
  readonly noReport: boolean
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
  store: { type: "string", example: "journal.sqlite" },
  "no-store": { type: "boolean" },
  notify: { type: "string", example: "console" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const

type Name = keyof typeof runOptions

const isKnown = (name: string): name is Name => Object.hasOwn(runOptions, name)

type Token = NonNullable<ReturnType<typeof tokensOf>>[number]

const tokensOf = (argv: ReadonlyArray<string>) =>
  parseArgs({ args: [...argv], options: runOptions, strict: false, allowPositionals: true, tokens: true }).tokens

const known: ReadonlyArray<string> = Object.keys(runOptions).map((name) => `--${name}`)

type OptionToken = Extract<Token, { readonly kind: "option" }>

const optionFault = ({ inlineValue, name, rawName, value }: OptionToken): Outcome<never> | undefined => {
  if (!isKnown(name)) return failed("unknown-option", { option: rawName, known })
  const option = `--${name}`
  const spec = runOptions[name]
  if (spec.type === "boolean")
    return value === undefined ? undefined : failed("needless-value", { option, value: String(value) })
  const isMissing = value === undefined || value === "" || (inlineValue !== true && value.startsWith("-"))
  return isMissing ? failed("missing-value", { option, example: `${option} ${spec.example}` }) : undefined
}

const tokenFault = (token: Token, before: ReadonlyArray<Token>): Outcome<never> | undefined => {
  if (token.kind === "option-terminator") return undefined
  if (token.kind === "positional") return failed("unexpected-argument", { argument: token.value })
  const isTwice = before.some((other) => other.kind === "option" && other.name === token.name)
  return optionFault(token) ?? (isTwice ? failed("option-twice", { option: `--${token.name}` }) : undefined)
}

/** The language that the options ask for, also where another of them is at fault, so that the fault is told in it. */
export const languageAsked = (argv: ReadonlyArray<string>): Language | undefined => {
  const asked = tokensOf(argv).find((token) => token.kind === "option" && token.name === "lang")
  return asked?.kind === "option" && typeof asked.value === "string" ? readLanguage(asked.value) : undefined
}

/** Reads the options of `jinlin run`; the first thing that is wrong with them otherwise. */
export const readOptions = (argv: ReadonlyArray<string>): Outcome<Options> => {
  const tokens = tokensOf(argv)
  for (const [index, token] of tokens.entries()) {
    const fault = tokenFault(token, tokens.slice(0, index))
    if (fault !== undefined) return fault
  }
  const given = new Map(
    tokens.flatMap((token) => (token.kind === "option" ? [[token.name, token.value ?? ""] as const] : [])),
  )
  const lang = given.get("lang")
  const language = lang === undefined ? undefined : readLanguage(lang)
  if (lang !== undefined && language === undefined) return failed("unknown-language", { language: lang })
  if (given.has("report") && given.has("no-report")) return failed("report-and-no-report")
  if (given.has("store") && given.has("no-store")) return failed("store-and-no-store")
  const notify = given.get("notify")
  if (notify !== undefined && notify !== "console") return failed("unknown-notifier", { notifier: notify })
  return done({
    charter: given.get("charter"),
    journal: given.get("journal"),
    report: given.get("report"),
    language,
    noReport: given.has("no-report"),
    store: given.get("store"),
    noStore: given.has("no-store"),
    notify,
    partial: given.has("partial"),
    quiet: given.has("quiet"),
    help: given.has("help"),
  })
}
