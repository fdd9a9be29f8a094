import type { Refusal } from "@jinlin/core/kernel"
import type { PublicRecord } from "@jinlin/public-record"
import { type Linked, type Recordable, recordable } from "../../publishing/linked.ts"
import { findIn } from "../../publishing/recording.ts"
import { refusalBlocks } from "../blocks.ts"
import { recordHelp } from "../help.ts"
import { named } from "../places.ts"
import { type Command, type CommandLine, commandFrom, complain } from "../registers/log.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { storeFault } from "../store.ts"
import { recordOptions } from "./options.ts"
import { type RecordSource, withSource } from "./source.ts"
import { bothLanguages, folderFor, recordFrom, writeRecord } from "./writing.ts"

const usual = ".out/records"

/** What is asked for: `m-1`, or `covenant/m-1` where several processes have something of that id. */
const meantBy = (linked: Linked, asked: string): Recordable | undefined => {
  const [process, id] = asked.split("/")
  const of = recordable.find((one) => one === process)
  return id === undefined ? findIn(linked, asked) : of === undefined ? undefined : findIn(linked, id, of)
}

const refuse = (command: Command, matter: string, refusal: Refusal): ExitCode => {
  const { folder, given, voice } = command
  const { asked } = command
  const file = asked.given.get("store") ?? asked.given.get("journal") ?? ""
  if (!refusal.rule.startsWith("RECORD-")) return complain(command, storeFault(refusal, named(folder, file)))
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(refusalBlocks([refusal], { file: matter, voice, width, command: "record" }))
  return 1
}

const told = ({ given, voice }: Command, record: PublicRecord, folder: string): ExitCode => {
  const { asOf, title } = record.parts.matter.content
  given.stdout.write(`${voice.say("journal.record.written", { title, asOf, folder, digest: record.digest })}\n`)
  given.stdout.write(`${voice.say("journal.record.nobody-looked")}\n`)
  return 0
}

const write = async (command: Command, source: RecordSource, matter: string): Promise<ExitCode> => {
  const { asked, folder, voice } = command
  const of = meantBy(source.linked, matter)
  if (of === undefined) {
    const known = source.linked.found.map(({ id }) => id)
    return complain(command, { key: "record.unknown", data: { matter, known } })
  }
  const record = await recordFrom(source, of)
  if (!record.ok) return refuse(command, matter, record.failure)
  const below = named(folder, asked.given.get("records") ?? usual)
  const languages = asked.given.has("lang") ? [voice.language] : bothLanguages
  const place = { folder: folderFor(source.linked, below, of), languages }
  const written = writeRecord(source, record.value, place)
  return written.ok ? told(command, record.value, written.value.name) : complain(command, written.fault)
}

/**
 * `jinlin record m-1`: writes the public record of a matter out of a store or a journal, as a page in Chinese and one in English, or
 * in the language that is asked for, and as the file that `jinlin verify` reads. It ends with 0, with 1 where the charter, the
 * journal or the record is refused, with 2 where an option, a file or the store is at fault. Rule RECORD-18.
 */
export const recordFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, {
    ...{ command: "record", options: recordOptions, alone: 1, help: recordHelp },
    carryOut: (command) => {
      const [matter] = command.asked.alone
      return matter === undefined
        ? complain(command, { key: "record.no-matter", data: { example: "jinlin record m-1" } })
        : withSource(command, (source) => write(command, source, matter))
    },
  })
