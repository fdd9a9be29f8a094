import { join, relative, sep } from "node:path"
import ts from "typescript"
import type { MessageKey } from "../src/catalogue.ts"
import { noticesIn } from "./notices-in-source.ts"
import { samplesOf } from "./samples-of-types.ts"

/** Something that the core can say, and that must therefore have its texts. */
export interface Speakable {
  /** `kernel` or the name of the process. */
  readonly process: string
  /** The type and its file, such as `RotaRefusal in rotating-chair/refusals.ts`. */
  readonly where: string
  /** The keys of its texts. */
  readonly keys: ReadonlyArray<MessageKey>
  /** What its texts are given, in every way that its type allows. */
  readonly samples: ReadonlyArray<Readonly<Record<string, unknown>>>
}

const root = join(import.meta.dirname, "../../..")
const core = join(root, "packages/core/src")

interface Vocabulary {
  readonly file: string
  readonly process: string
  readonly name: string
}

type KeysOf = (tag: string, vocabulary: Vocabulary) => ReadonlyArray<MessageKey>

/** What a type of the core is, told from where it stands and what it is called, and the keys that its cases need. */
const familyOf = ({ file, name }: Vocabulary, haveRules: boolean): KeysOf | undefined => {
  if (haveRules) return (tag) => [`refusal.${tag}.what`, `refusal.${tag}.remedy`]
  if (/\/events\b/.test(file)) return (tag, { process }) => [`event.${process}.${tag}`]
  if (/\/commands\b/.test(file)) return (tag) => [`term.command.${tag}`]
  return /Because$/.test(name) ? (tag) => [`because.${tag}`] : undefined
}

const tagOf = (checker: ts.TypeChecker, type: ts.Type): string | undefined => {
  const tag = type.getProperty("_tag")
  const literal = tag === undefined ? undefined : checker.getTypeOfSymbol(tag)
  return literal?.isStringLiteral() === true ? literal.value : undefined
}

const speakablesOf = (checker: ts.TypeChecker, symbol: ts.Symbol, file: string): ReadonlyArray<Speakable> => {
  const vocabulary: Vocabulary = { file, process: file.split("/")[0] ?? "", name: symbol.name }
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  const cases = type.isUnion() ? type.types : [type]
  const haveRules = cases.every((each) => each.getProperty("rule") !== undefined)
  const keysOf = familyOf(vocabulary, haveRules)
  return cases.flatMap((each) => {
    const tag = tagOf(checker, each)
    if (keysOf === undefined || tag === undefined) return []
    const samples = samplesOf(checker, each) as ReadonlyArray<Readonly<Record<string, unknown>>>
    const where = `${symbol.name} in ${file}`
    return [{ process: vocabulary.process, where, keys: keysOf(tag, vocabulary), samples }]
  })
}

const exportedTypes = ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface

const inFile = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<Speakable> => {
  const file = relative(core, source.fileName).replaceAll(sep, "/")
  const process = file.split("/")[0] ?? ""
  const module = checker.getSymbolAtLocation(source)
  const types = module === undefined ? [] : checker.getExportsOfModule(module)
  const notices = noticesIn(checker, source).map(({ template, samples }) => ({
    process,
    where: `the notices in ${file}`,
    keys: [`notice.${template}` as const],
    samples,
  }))
  return [
    ...types.filter(({ flags }) => (flags & exportedTypes) !== 0).flatMap((type) => speakablesOf(checker, type, file)),
    ...notices,
  ]
}

/**
 * Everything that `packages/core/src` says can happen: every refusal (a type whose cases all have `_tag` and `rule`), every
 * event (`events.ts`), every command (`commands.ts`, named in `Forbidden`), every `Because` and every notice (`notices.ts`).
 * Read by the type checker, so that a case counts from the moment that its type has it, with or without a Schema.
 */
export const coreVocabulary = (): ReadonlyArray<Speakable> => {
  const config = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, files: [] }, ts.sys, root)
  const files = ts.sys.readDirectory(core, [".ts"], ["**/*.test.ts"])
  const program = ts.createProgram(files, options)
  const sources = files.map((file) => program.getSourceFile(file)).filter((source) => source !== undefined)
  return sources.flatMap((source) => inFile(program.getTypeChecker(), source))
}
