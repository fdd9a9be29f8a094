import { type Located, type NonEmpty, readJson } from "@jinlin/core/kernel"
import { type Checked, refuse } from "@jinlin/core/kernel/arithmetic"
import { type Charter, readCharter } from "../charter/charter.ts"
import { brokenJson, textOfBytes } from "../journal/files.ts"
import { type Rehearsal, rehearse } from "../journal/run.ts"
import { voiceFor } from "../report/voice.ts"
import { charterBlocks, rowBlocks } from "./blocks.ts"
import { formatOf, readBytes } from "./files.ts"
import { progressFor } from "./progress.ts"
import { complain, type ExitCode, layoutFor, type Run } from "./session.ts"

/** Reads a JSON file that holds one thing, with everything that is wrong with the text or with the thing. */
export const fromJson = <Value>(
  bytes: Uint8Array,
  read: (input: unknown) => Checked<Value, NonEmpty<Located>>,
): Checked<Value, NonEmpty<Located>> => {
  const text = textOfBytes(bytes)
  if (typeof text !== "string")
    return refuse([
      { path: [], refusal: { _tag: "NotUtf8", rule: "JOURNAL-1", offset: text.offset } as Located["refusal"] },
    ])
  const json = readJson(text)
  if (!json.ok) return refuse([{ path: [], refusal: brokenJson(text, json.refusal) as Located["refusal"] }])
  return read(json.value)
}

/** The charter of a run; where it cannot be read or has faults, all of them are told. */
export const charterFor = (run: Run): Charter | ExitCode => {
  const { folder, given, places, voice } = run
  const bytes = readBytes(places.charter, folder)
  if (!bytes.ok) return complain(run, bytes.fault)
  const read = fromJson(bytes.value, readCharter)
  if (read.ok) return read.value
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(charterBlocks(read.refusal, { file: places.charter.name, voice, width }))
  given.stderr.write(`${voice.say("journal.charter-nothing-applied")}\n`)
  return 1
}

/** What telling a journal needs of a run. */
type Rehearsing = Pick<Run, "folder" | "given" | "voice"> & {
  readonly options: Pick<Run["options"], "partial">
  readonly places: Pick<Run["places"], "journal">
}

/**
 * The journal of a run, told on a stage and written nowhere; where rows are refused, all of them are told, and nothing of the
 * file is applied unless that was asked for.
 */
export const rehearsalFor = (run: Rehearsing, charter: Charter): Rehearsal | ExitCode => {
  const { folder, given, options, places } = run
  const file = places.journal.name
  const format = formatOf(places.journal)
  if (!format.ok) return complain(run, format.fault)
  const content = readBytes(places.journal, folder)
  if (!content.ok) return complain(run, content.fault)
  const voice = voiceFor(charter, run.voice.language)
  const { clear, onProgress } = progressFor(given, voice)
  const journal = { format: format.value, content: content.value }
  const rehearsed = rehearse(charter, journal, { partial: options.partial, onProgress })
  clear()
  const refused = rehearsed.ok ? rehearsed.value.story.refused : rehearsed.refusal
  const { width } = layoutFor(given.stderr, given.env)
  if (refused.length > 0) given.stderr.write(rowBlocks(refused, { file, voice, width }))
  if (!rehearsed.ok) {
    given.stderr.write(`${voice.say("journal.nothing-applied", { file })}\n`)
    return 1
  }
  if (rehearsed.value.story.entries.length > 0) return rehearsed.value
  given.stderr.write(`[jinlin] [run] ${voice.say("journal.empty", { file })}\n`)
  return 1
}
