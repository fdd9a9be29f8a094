import { type LintFinding, type LintRange, lint, noRules } from "@jinlin/core/charter"
import type { Charter } from "../../charter/charter.ts"
import { momentAt } from "../../hosting/moment.ts"
import { plainVoice, type Voice, voiceFor } from "../../report/voice.ts"
import { systemClock } from "../../workers/clock.ts"
import { languageAsked } from "../arguments.ts"
import { charterBlocks, packBlocks } from "../blocks.ts"
import { failed, faultLine, type Outcome } from "../faults.ts"
import { readBytes } from "../files.ts"
import { lintHelp } from "../help.ts"
import { languageOf } from "../language.ts"
import { named } from "../places.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { allowClosing, type Surroundings, startedIn } from "../surroundings.ts"
import { type LintOptions, lintOptions, rangeOf, readLintOptions } from "./options.ts"
import { type PacksAtHand, packsAtHand } from "./packs.ts"
import { charterIn } from "./reading.ts"
import { countOf, findingsText, pathInFile } from "./told.ts"

/** What `jinlin lint` is started with: the options alone, and what time it is for whoever asks about today. */
export interface LintCommandLine extends Surroundings {
  readonly argv: ReadonlyArray<string>
  /** Milliseconds since 1970; this machine's time where it is left out. */
  readonly now?: (() => number) | undefined
}

/** A command that is under way. */
interface Looking {
  readonly given: LintCommandLine
  readonly options: LintOptions
  readonly folder: string
  readonly voice: Voice
}

const isExitCode = (value: unknown): value is ExitCode => typeof value === "number"

const complain = ({ given, voice }: Pick<Looking, "given" | "voice">, fault: Outcome<never>): 2 => {
  if (!fault.ok) given.stderr.write(faultLine(fault.fault, voice, "lint"))
  return 2
}

/** Faults of a file, on stderr, with the last line that says that nothing came of it. */
const refuse = ({ given, voice }: Looking, blocks: ReadonlyArray<string>): 1 => {
  given.stderr.write(`${blocks.join("\n")}${voice.say("journal.lint.nothing-looked-at")}\n`)
  return 1
}

const paperOf = ({ given, voice }: Looking, file: string) => ({
  ...{ file, voice, command: "lint" },
  width: layoutFor(given.stderr, given.env).width,
})

const charterFor = (looking: Looking, name: string): Charter | ExitCode => {
  const bytes = readBytes(named(looking.folder, name), looking.folder)
  if (!bytes.ok) return complain(looking, bytes)
  const read = charterIn(bytes.value)
  return read.ok ? read.value : refuse(looking, [charterBlocks(read.refusal, paperOf(looking, name))])
}

const packsFor = (looking: Looking): PacksAtHand["packs"] | ExitCode => {
  const read = packsAtHand(looking.options.packs, looking.folder)
  if (!read.ok) return complain(looking, read)
  const { packs, refused } = read.value
  if (refused.length === 0) return packs
  return refuse(
    looking,
    refused.map(({ faults, file }) => packBlocks(faults, paperOf(looking, file))),
  )
}

/** What was looked at, and what was found. */
interface Found {
  readonly name: string
  readonly charter: Charter
  readonly range: LintRange
  readonly findings: ReadonlyArray<LintFinding>
}

/** For programs: the findings as they are, with the place of each in the file. */
const asJson = ({ findings, name, range }: Found): string => {
  const listed = findings.map((finding) => ({ ...finding, path: pathInFile(finding) }))
  return `${JSON.stringify({ charter: name, ...range, findings: listed }, null, 2)}\n`
}

const tell = ({ given, options, voice }: Looking, found: Found): ExitCode => {
  const { charter, findings, name, range } = found
  const { width } = layoutFor(given.stdout, given.env)
  if (options.json) given.stdout.write(asJson(found))
  else {
    if (charter.rules === undefined) given.stdout.write(`${voice.say("journal.lint.no-rules", { file: name })}\n\n`)
    const told = { file: name, range, voice: voiceFor(charter, voice.language), width }
    given.stdout.write(findingsText(findings, told))
  }
  return countOf(findings, "error") > 0 ? 1 : 0
}

const look = (looking: Looking): ExitCode => {
  const { given, options } = looking
  const name = options.charter
  if (name === undefined) return complain(looking, failed("lint.no-charter", { example: "jinlin lint charter.json" }))
  const charter = charterFor(looking, name)
  if (isExitCode(charter)) return charter
  const packs = packsFor(looking)
  if (isExitCode(packs)) return packs
  const today = momentAt(charter.zone, (given.now ?? systemClock.now)()).civilDate
  const range = rangeOf(options, today)
  if (!range.ok) return complain(looking, range)
  const findings = lint(charter.rules ?? noRules, packs, range.value)
  return tell(looking, { name, charter, range: range.value, findings })
}

/**
 * `jinlin lint`: looks through the rules of a charter before anybody votes by them, and prints what it finds by level, with
 * place, remedy and article. It ends with 1 where there is an error or where a file is refused, with 2 where an option or a
 * file is at fault, else with 0. Nothing is thrown. Rules LINT-16 to LINT-19.
 */
export const lintFromCommandLine = (given: LintCommandLine): ExitCode => {
  allowClosing(given.stdout, given.stderr)
  const voice = plainVoice(languageAsked(given.argv, lintOptions) ?? languageOf(given.env))
  const options = readLintOptions(given.argv)
  if (!options.ok) return complain({ given, voice }, options)
  if (options.value.help) {
    given.stdout.write(lintHelp(voice))
    return 0
  }
  return look({ given, options: options.value, folder: startedIn(given), voice })
}
