import { type PaperOptions, type PaperRead, readPaperRegister } from "@jinlin/registers"
import { namesIn } from "../../charter/charter.ts"
import { refusalBlocks } from "../blocks.ts"
import { readBytes } from "../files.ts"
import { paperHelp } from "../help.ts"
import { named } from "../places.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { storeFault } from "../store.ts"
import { type Command, type CommandLine, commandFrom, complain, isExitCode, logFor } from "./log.ts"
import { paperOptions } from "./options.ts"
import { oneSitting } from "./writing.ts"

/** A paper that was read by itself, and the name of its file. */
interface Paper {
  readonly file: string
  readonly bytes: Uint8Array
}

type Read = Extract<PaperRead, { readonly ok: true }>

const tell = ({ given, voice }: Command, { file }: Paper, read: Read): ExitCode => {
  given.stdout.write(`${JSON.stringify(read.value, null, 2)}\n`)
  const { abstain, against, for: votes, void: spoilt } = read.value
  const counts = { for: votes.length, against: against.length, abstain: abstain.length, void: spoilt.length }
  given.stderr.write(`${voice.say("journal.paper.read", { file, ...counts })}\n`)
  for (const remark of read.remarks) given.stderr.write(`  ${voice.say("journal.paper.remark", { ...remark })}\n`)
  return 0
}

const answer = (command: Command, paper: Paper, options: PaperOptions): ExitCode => {
  const read = readPaperRegister(paper.bytes, options)
  if (read.ok) return tell(command, paper, read)
  const { given, voice } = command
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(refusalBlocks(read.refusal, { file: paper.file, voice, width, command: "paper" }))
  return 1
}

/** The sitting that a form names, as the log has it: its roll, and how everybody is called. */
const against = async (command: Command, paper: Paper): Promise<ExitCode> => {
  const read = readPaperRegister(paper.bytes)
  if (!read.ok) return answer(command, paper, {})
  if (read.form === null) return complain(command, { key: "paper.no-number", data: { file: paper.file } })
  const log = await logFor(command)
  if (isExitCode(log)) return log
  const { matter, round } = read.form
  try {
    const sitting = await oneSitting(log, { matter, round })
    if (!sitting.ok) {
      const store = named(command.folder, command.asked.given.get("store") ?? "")
      return complain(command, storeFault(sitting.failure, store))
    }
    if (sitting.value === undefined)
      return complain(command, { key: "paper.no-sitting", data: { file: paper.file, matter, round } })
    const { language } = command.voice
    const names = namesIn(log.charter, language)
    return answer(command, paper, { roll: sitting.value.roll, of: { matter, round }, names })
  } finally {
    await log.store[Symbol.asyncDispose]()
  }
}

const carryOut = async (command: Command): Promise<ExitCode> => {
  const { asked, folder } = command
  const [file] = asked.alone
  if (file === undefined) return complain(command, { key: "paper.no-file", data: { example: "jinlin paper form.csv" } })
  const bytes = readBytes(named(folder, file), folder)
  if (!bytes.ok) return complain(command, bytes.fault)
  const paper = { file, bytes: bytes.value }
  return asked.given.has("charter") || asked.given.has("store") ? against(command, paper) : answer(command, paper, {})
}

/**
 * `jinlin paper`: reads a form that a clerk filled in, and prints the command that records its votes, or everything that is
 * wrong with it. With a charter and a store the form is held against the sitting that it names. It ends with 0 when it was read,
 * with 1 when it or the charter is refused, with 2 where an option, a file or the store is at fault. Rule REGISTERS-2.
 */
export const paperFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, { command: "paper", options: paperOptions, alone: 1, help: paperHelp, carryOut })
