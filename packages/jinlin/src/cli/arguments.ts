import { parseArgs } from "node:util"
import { type Language, readLanguage } from "@jinlin/messages"
import { done, failed, type Outcome } from "./faults.ts"

/** The options of one command, in the order in which its help lists them, and an example for those that take a value. */
export interface OptionSpecs {
  readonly [name: string]: { readonly type: "string" | "boolean"; readonly short?: string; readonly example?: string }
}

/** What a person wrote: each option with its value (empty for one that takes none), and what stood alone. */
export interface Arguments {
  readonly given: ReadonlyMap<string, string>
  readonly alone: ReadonlyArray<string>
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number]
type OptionToken = Extract<Token, { readonly kind: "option" }>

const tokensOf = (argv: ReadonlyArray<string>, options: OptionSpecs) =>
  parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens

const optionFault = (
  { inlineValue, name, rawName, value }: OptionToken,
  options: OptionSpecs,
): Outcome<never> | undefined => {
  const spec = Object.hasOwn(options, name) ? options[name] : undefined
  if (spec === undefined)
    return failed("unknown-option", { option: rawName, known: Object.keys(options).map((known) => `--${known}`) })
  const option = `--${name}`
  if (spec.type === "boolean")
    return value === undefined ? undefined : failed("needless-value", { option, value: String(value) })
  const isMissing = value === undefined || value === "" || (inlineValue !== true && value.startsWith("-"))
  return isMissing ? failed("missing-value", { option, example: `${option} ${spec.example}` }) : undefined
}

const isTwice = (token: OptionToken, before: ReadonlyArray<Token>): boolean =>
  before.some((other) => other.kind === "option" && other.name === token.name)

/** The language that the options ask for, also where another of them is at fault, so that the fault is told in it. */
export const languageAsked = (argv: ReadonlyArray<string>, options: OptionSpecs): Language | undefined => {
  const asked = tokensOf(argv, options).find((token) => token.kind === "option" && token.name === "lang")
  return asked?.kind === "option" && typeof asked.value === "string" ? readLanguage(asked.value) : undefined
}

/** Takes a command line apart; the first thing that is wrong with it otherwise. So many names may stand alone. */
export const readArguments = (
  argv: ReadonlyArray<string>,
  options: OptionSpecs,
  mayStandAlone = 0,
): Outcome<Arguments> => {
  const given = new Map<string, string>()
  const alone: Array<string> = []
  const tokens = tokensOf(argv, options)
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "option-terminator") continue
    if (token.kind === "positional") {
      if (alone.length === mayStandAlone) return failed("unexpected-argument", { argument: token.value })
      alone.push(token.value)
      continue
    }
    const fault = optionFault(token, options)
    if (fault !== undefined) return fault
    if (isTwice(token, tokens.slice(0, index))) return failed("option-twice", { option: `--${token.name}` })
    given.set(token.name, token.value ?? "")
  }
  return done({ given, alone })
}

/** The language among what was given; nothing where none was asked for. */
export const languageGiven = ({ given }: Arguments): Outcome<Language | undefined> => {
  const lang = given.get("lang")
  const language = lang === undefined ? undefined : readLanguage(lang)
  return lang !== undefined && language === undefined ? failed("unknown-language", { language: lang }) : done(language)
}
