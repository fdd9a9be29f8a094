import type { Charter } from "../charter/charter.ts"
import type { Rehearsal } from "../journal/run.ts"
import type { Story } from "../journal/story.ts"
import { fairnessText } from "../report/fairness.ts"
import { htmlReport } from "../report/html.ts"
import { timelineText } from "../report/timeline-text.ts"
import { plainVoice, voiceFor } from "../report/voice.ts"
import { languageAsked } from "./arguments.ts"
import { writeText } from "./files.ts"
import { runHelp } from "./help.ts"
import { type Kept, keep, storeFor } from "./keeping.ts"
import { languageOf } from "./language.ts"
import { type Shown, showNotices } from "./notices.ts"
import { readOptions, runOptions } from "./options.ts"
import { placesFor } from "./places.ts"
import { charterFor, rehearsalFor } from "./reading.ts"
import { documentsAt, endOf, sourceFrom, wordsOfJournal } from "./record/source.ts"
import { bothLanguages, type RecordsWritten, writeRecords } from "./record/writing.ts"
import { everySitting, type Written, writeRegisters } from "./registers/writing.ts"
import { complain, type ExitCode, layoutFor, type Run, type RunCommandLine } from "./session.ts"
import { storeFault } from "./store.ts"
import { allowClosing, startedIn } from "./surroundings.ts"

const isExitCode = (value: unknown): value is ExitCode => typeof value === "number"

const tell = ({ given, options, voice }: Run, story: Story): void => {
  if (options.quiet) return
  const layout = layoutFor(given.stdout, given.env)
  const parts = [timelineText(story, voice.language, layout), fairnessText(story, voice.language, layout)]
  given.stdout.write(`${parts.filter((part) => part !== "").join("\n")}\n`)
}

/** What the run came to, in its last lines. */
interface Ending {
  readonly story: Story
  readonly kept: Kept | undefined
  readonly shown: Shown | undefined
  readonly registers: Written | undefined
  readonly records: RecordsWritten | undefined
}

/** Writes the registers of a story that is kept, where they are wanted. */
const writeRegistersOf = async (
  run: Run,
  charter: Charter,
  kept: Kept | undefined,
): Promise<Written | undefined | ExitCode> => {
  const { places, voice } = run
  if (places.registers === undefined || kept === undefined) return undefined
  const sittings = await everySitting({ store: kept.store, tenant: kept.tenant, charter })
  if (!sittings.ok) return complain(run, storeFault(sittings.failure, places.store ?? places.journal))
  const written = await writeRegisters(sittings.value, { folder: places.registers, charter, language: voice.language })
  return written.ok ? written.value : complain(run, written.fault)
}

/** Writes the public records of a story that is kept, where they are wanted. */
const writeRecordsOf = async (
  run: Run,
  charter: Charter,
  kept: Kept | undefined,
): Promise<RecordsWritten | undefined | ExitCode> => {
  const { folder, places } = run
  if (places.records === undefined || kept === undefined) return undefined
  const documents = documentsAt(places.journal, folder)
  const clock = endOf(
    charter,
    kept.told.story.entries.map(({ moment }) => moment),
  )
  const { store, tenant } = kept
  const source = await sourceFrom({ charter, store, tenant, clock, wordsOf: () => wordsOfJournal(documents) })
  if (!source.ok) return complain(run, storeFault(source.failure, places.store ?? places.journal))
  const written = await writeRecords(source.value, { folder: places.records, languages: bothLanguages })
  return written.ok ? written.value : complain(run, written.fault)
}

const finish = (run: Run, { kept, records, registers, shown, story }: Ending): ExitCode => {
  const { given, options, places, voice } = run
  const { entries, tasks } = story
  const { report, store } = places
  const audience = options.isPublic ? "public" : "staff"
  const written = report === undefined ? undefined : writeText(report, htmlReport(story, voice.language, { audience }))
  if (written?.ok === false) return complain(run, written.fault)
  const sentences = [
    voice.say("journal.happened", { file: places.journal.name, events: entries.length }),
    ...(tasks.length === 0 ? [] : [voice.say("journal.tasks", { count: tasks.length })]),
    ...(written === undefined ? [] : [voice.say("journal.report-written", { report: written.value.name })]),
    ...(registers === undefined
      ? []
      : [voice.say("journal.registers.written", { folder: places.registers?.name ?? "", ...registers })]),
    ...(records === undefined || records.records + records.refused === 0
      ? []
      : [voice.say("journal.record.all-written", { folder: places.records?.name ?? "", ...records })]),
  ]
  const lines = [
    ...(shown === undefined ? [] : [voice.say("journal.notified", { ...shown })]),
    ...(store === undefined || kept === undefined
      ? []
      : [
          voice.say("journal.store.told", {
            ...{ store: store.name, written: kept.told.written, known: kept.told.known },
          }),
        ]),
    voice.sentences(sentences),
  ]
  given.stdout.write(`${lines.join("\n")}\n`)
  return 0
}

const sayLeftOut = ({ given, places, voice }: Run, charter: Charter, { refused }: Story): void => {
  const rows = new Set(refused.map(({ line }) => line)).size
  if (rows === 0) return
  const file = places.journal.name
  given.stderr.write(`${voiceFor(charter, voice.language).say("journal.left-out", { file, rows })}\n\n`)
}

/** A journal whose rows every rule took. */
interface Script {
  readonly charter: Charter
  readonly rehearsal: Rehearsal
}

const tellIt = async (run: Run, { charter, rehearsal }: Script, kept: Kept | undefined): Promise<ExitCode> => {
  const story = kept?.told.story ?? rehearsal.story
  sayLeftOut(run, charter, story)
  tell(run, story)
  const shown = run.options.notify && kept ? await showNotices(run, { charter, kept }) : undefined
  if (isExitCode(shown)) return shown
  const registers = await writeRegistersOf(run, charter, kept)
  if (isExitCode(registers)) return registers
  const records = await writeRecordsOf(run, charter, kept)
  return isExitCode(records) ? records : finish(run, { story, kept, shown, registers, records })
}

/** Tells the story, from a store where it is kept in one. */
const carryOut = async (run: Run, script: Script): Promise<ExitCode> => {
  const store = await storeFor(run)
  if (isExitCode(store)) return store
  if (store === undefined) return tellIt(run, script, undefined)
  try {
    const kept = await keep(run, { ...script, store })
    return isExitCode(kept) ? kept : await tellIt(run, script, kept)
  } finally {
    await store[Symbol.asyncDispose]()
  }
}

/**
 * `jinlin run`: tells a journal by a charter, prints the timeline and the turns, and writes the report; with a store, it keeps
 * the story there, and writes what is new. Everything that is wrong with the options, the files, the rows or the store is told
 * on stderr with its place and its remedy; nothing is thrown.
 */
export const runFromCommandLine = async (given: RunCommandLine): Promise<ExitCode> => {
  allowClosing(given.stdout, given.stderr)
  const voice = plainVoice(languageAsked(given.argv, runOptions) ?? languageOf(given.env))
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
  const rehearsal = rehearsalFor(run, charter)
  return isExitCode(rehearsal) ? rehearsal : carryOut(run, { charter, rehearsal })
}
