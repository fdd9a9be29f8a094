import { type Located, readJson } from "@jinlin/core/kernel"
import { type Charter, readCharter } from "../charter/charter.ts"
import { textOfBytes } from "../journal/files.ts"
import { runJournal } from "../journal/run.ts"
import type { Story } from "../journal/story.ts"
import { fairnessText } from "../report/fairness.ts"
import { htmlReport } from "../report/html.ts"
import { timelineText } from "../report/timeline-text.ts"
import { plainVoice, type Voice, voiceFor } from "../report/voice.ts"
import { charterBlocks, rowBlocks } from "./blocks.ts"
import { type Fault, faultLine } from "./faults.ts"
import { formatOf, readBytes, writeText } from "./files.ts"
import { runHelp } from "./help.ts"
import { languageOf } from "./language.ts"
import { languageAsked, type Options, readOptions } from "./options.ts"
import { type Places, placesFor, type RunDefaults } from "./places.ts"
import { progressFor } from "./progress.ts"
import { allowClosing, type Output, type Surroundings, startedIn } from "./surroundings.ts"

/** What `jinlin run` is started with: what a person wrote behind it, and the program's own files where there are some. */
export interface RunCommandLine extends Surroundings {
  /** The options alone, without the names of the program and the command. */
  readonly argv: ReadonlyArray<string>
  readonly defaults?: RunDefaults | undefined
}

/** 0: told; 1: the charter or the journal was refused, and nothing was applied; 2: it could not be done as it was asked for. */
export type ExitCode = 0 | 1 | 2

interface Run {
  readonly given: RunCommandLine
  readonly options: Options
  readonly places: Places
  readonly folder: string
  readonly voice: Voice
}

const complain = ({ given, voice }: Pick<Run, "given" | "voice">, fault: Fault): 2 => {
  given.stderr.write(faultLine(fault, voice))
  return 2
}

const isDumb = (env: Surroundings["env"]): boolean => (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb"

const widest = 120

const layoutFor = (output: Output, env: Surroundings["env"]) => {
  const asked = Number(env["COLUMNS"])
  const width = output.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80)
  return { width: Math.min(width, widest), colours: output.isTTY === true && !isDumb(env) }
}

const charterFaults = (bytes: Uint8Array): Charter | ReadonlyArray<Located> => {
  const text = textOfBytes(bytes)
  if (typeof text !== "string")
    return [{ path: [], refusal: { _tag: "NotUtf8", rule: "JOURNAL-1", offset: text.offset } as Located["refusal"] }]
  const json = readJson(text)
  if (!json.ok) return [{ path: [], refusal: json.refusal }]
  const charter = readCharter(json.value)
  return charter.ok ? charter.value : charter.refusal
}

const isFaults = (read: Charter | ReadonlyArray<Located>): read is ReadonlyArray<Located> => Array.isArray(read)

const charterFor = (run: Run): Charter | ExitCode => {
  const { folder, given, places, voice } = run
  const bytes = readBytes(places.charter, folder)
  if (!bytes.ok) return complain(run, bytes.fault)
  const read = charterFaults(bytes.value)
  if (!isFaults(read)) return read
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(charterBlocks(read, { file: places.charter.name, voice, width }))
  given.stderr.write(`${voice.say("journal.charter-nothing-applied")}\n`)
  return 1
}

const storyFor = (run: Run, charter: Charter): Story | ExitCode => {
  const { folder, given, options, places } = run
  const file = places.journal.name
  const format = formatOf(places.journal)
  if (!format.ok) return complain(run, format.fault)
  const content = readBytes(places.journal, folder)
  if (!content.ok) return complain(run, content.fault)
  const voice = voiceFor(charter, run.voice.language)
  const { clear, onProgress } = progressFor(given, voice)
  const told = runJournal(
    charter,
    { format: format.value, content: content.value },
    { partial: options.partial, onProgress },
  )
  clear()
  const refused = told.ok ? told.value.refused : told.refusal
  const { width } = layoutFor(given.stderr, given.env)
  if (refused.length > 0) given.stderr.write(rowBlocks(refused, { file, voice, width }))
  if (!told.ok) {
    given.stderr.write(`${voice.say("journal.nothing-applied", { file })}\n`)
    return 1
  }
  if (told.value.entries.length === 0) {
    given.stderr.write(`[jinlin] [run] ${voice.say("journal.empty", { file })}\n`)
    return 1
  }
  const rows = new Set(refused.map(({ line }) => line)).size
  if (rows > 0) given.stderr.write(`${voice.say("journal.left-out", { file, rows })}\n\n`)
  return told.value
}

const tell = ({ given, options, voice }: Run, story: Story): void => {
  if (options.quiet) return
  const layout = layoutFor(given.stdout, given.env)
  const parts = [timelineText(story, voice.language, layout), fairnessText(story, voice.language, layout)]
  given.stdout.write(`${parts.filter((part) => part !== "").join("\n")}\n`)
}

const finish = (run: Run, story: Story): ExitCode => {
  const { given, places, voice } = run
  const { entries, tasks } = story
  const { report } = places
  const written = report === undefined ? undefined : writeText(report, htmlReport(story, voice.language))
  if (written?.ok === false) return complain(run, written.fault)
  const sentences = [
    voice.say("journal.happened", { file: places.journal.name, events: entries.length }),
    ...(tasks.length === 0 ? [] : [voice.say("journal.tasks", { count: tasks.length })]),
    ...(written === undefined ? [] : [voice.say("journal.report-written", { report: written.value.name })]),
  ]
  given.stdout.write(`${voice.sentences(sentences)}\n`)
  return 0
}

const isExitCode = (value: Charter | Story | ExitCode): value is ExitCode => typeof value === "number"

/**
 * `jinlin run`: tells a journal by a charter, prints the timeline and the turns, and writes the report. Everything that is
 * wrong with the options, the files or the rows is told on stderr with its place and its remedy; nothing is thrown.
 */
export const runFromCommandLine = async (given: RunCommandLine): Promise<ExitCode> => {
  allowClosing(given.stdout, given.stderr)
  const voice = plainVoice(languageAsked(given.argv) ?? languageOf(given.env))
  const options = readOptions(given.argv)
  if (!options.ok) return complain({ given, voice }, options.fault)
  if (options.value.help) {
    given.stdout.write(runHelp(voice))
    return 0
  }
  const folder = startedIn(given)
  const places = placesFor(options.value, given.defaults ?? {}, folder)
  if (!places.ok) return complain({ given, voice }, places.fault)
  const run: Run = { given, options: options.value, places: places.value, folder, voice }
  const charter = charterFor(run)
  if (isExitCode(charter)) return charter
  const story = storyFor(run, charter)
  if (isExitCode(story)) return story
  tell(run, story)
  return finish(run, story)
}
