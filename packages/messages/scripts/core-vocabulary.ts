import { join, relative, sep } from "node:path"
import ts from "typescript"
import type { MessageKey } from "../src/catalogue.ts"
import { casesOf, explains, familyOf, namesRule, tagOf } from "./families-of-tags.ts"
import { noticesIn } from "./notices-in-source.ts"
import { samplesOf } from "./samples-of-types.ts"

/** Something that our code can say, and that must therefore have its texts. */
export interface Speakable {
  /** `kernel`, the name of the process, or what else the folder is called: the subject of its texts. */
  readonly process: string
  /** The type and its file, such as `RotaRefusal in rotating-chair/refusals.ts`. */
  readonly where: string
  /** The keys of its texts. */
  readonly keys: ReadonlyArray<MessageKey>
  /** What its texts are given, in every way that its type allows. */
  readonly samples: ReadonlyArray<Readonly<Record<string, unknown>>>
}

const root = join(import.meta.dirname, "../../..")

/** The packages of ours that refuse or tell anything. */
const packages = ["core", "rule-packs", "sdk", "store-memory", "jinlin", "public-record", "registers"].map((name) =>
  join(root, "packages", name, "src"),
)

interface Reading {
  readonly checker: ts.TypeChecker
  readonly file: string
  /** The tags that explain, and refuse nothing. */
  readonly reasons: ReadonlySet<string>
}

const speakablesOf = (symbol: ts.Symbol, { checker, file, reasons }: Reading): ReadonlyArray<Speakable> => {
  const place = { file, process: file.split("/")[0] ?? "", name: symbol.name }
  const cases = casesOf(checker.getDeclaredTypeOfSymbol(symbol))
  const isRefusal = cases.every((each) => namesRule(checker, each))
  const keysOf = familyOf(place, isRefusal, reasons)
  return cases.flatMap((each) => {
    const tag = tagOf(checker, each)
    if (keysOf === undefined || tag === undefined) return []
    const samples = samplesOf(checker, each) as Speakable["samples"]
    const where = `${symbol.name} in ${file}`
    return [{ process: place.process, where, keys: keysOf(tag, place), samples }]
  })
}

const exportedTypes = ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface

const typesIn = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<ts.Symbol> => {
  const module = checker.getSymbolAtLocation(source)
  const exported = module === undefined ? [] : checker.getExportsOfModule(module)
  return exported.filter(({ flags }) => (flags & exportedTypes) !== 0)
}

const reasonsIn = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<string> =>
  typesIn(checker, source)
    .filter(({ name }) => explains.test(name))
    .flatMap((symbol) => casesOf(checker.getDeclaredTypeOfSymbol(symbol)))
    .map((each) => tagOf(checker, each))
    .filter((tag) => tag !== undefined)

const inFile = (
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  reasons: ReadonlySet<string>,
): ReadonlyArray<Speakable> => {
  const home = packages.find((folder) => source.fileName.startsWith(folder.replaceAll(sep, "/"))) ?? root
  const file = relative(home, source.fileName).replaceAll(sep, "/")
  const notices = noticesIn(checker, source).map(({ template, samples }) => ({
    process: file.split("/")[0] ?? "",
    where: `the notices in ${file}`,
    keys: [`notice.${template}` as const],
    samples,
  }))
  return [...typesIn(checker, source).flatMap((type) => speakablesOf(type, { checker, file, reasons })), ...notices]
}

/**
 * Everything that our sources say can happen: every refusal (a type whose cases all have `_tag` and the id of a
 * rule), every event (`events.ts`), every command (`commands.ts`, named in `Forbidden`), every notice (`notices.ts`), and
 * every reason (the cases of a `…Because` or a `…Step`). Read by the type checker, so that a case counts from the moment
 * that its type has it, with or without a Schema.
 */
export const coreVocabulary = (): ReadonlyArray<Speakable> => {
  const config = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, files: [] }, ts.sys, root)
  const files = packages.flatMap((folder) => ts.sys.readDirectory(folder, [".ts"], ["**/*.test.ts"]))
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const sources = files.map((file) => program.getSourceFile(file)).filter((source) => source !== undefined)
  const reasons = new Set(sources.flatMap((source) => reasonsIn(checker, source)))
  return sources.flatMap((source) => inFile(checker, source, reasons))
}
