import { type PaperOptions, type PaperRead, readPaperRegister } from "@jinlin/registers"
import { namesIn } from "../../charter/charter.ts"
import { refusalBlocks } from "../blocks.ts"
import { readBytes } from "../files.ts"
import { paperHelp } from "../help.ts"
import { named } from "../places.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { storeFault } from "../store.ts"
import { enterForm, isStepForm, type PaperFile } from "./entering.ts"
import { type Command, type CommandLine, commandFrom, complain, isExitCode, logFor } from "./log.ts"
import { paperOptions } from "./options.ts"
import { printFor } from "./printing.ts"
import { type LogAtHand, oneSitting } from "./writing.ts"

type Read = Extract<PaperRead, { readonly ok: true }>

const tell = ({ given, voice }: Command, { file }: PaperFile, read: Read): ExitCode => {
  given.stdout.write(`${JSON.stringify(read.value, null, 2)}\n`)
  const { abstain, against, for: votes, void: spoilt } = read.value
  const counts = { for: votes.length, against: against.length, abstain: abstain.length, void: spoilt.length }
  given.stderr.write(`${voice.say("journal.paper.read", { file, ...counts })}\n`)
  for (const remark of read.remarks) given.stderr.write(`  ${voice.say("journal.paper.remark", { ...remark })}\n`)
  return 0
}

const answer = (command: Command, paper: PaperFile, options: PaperOptions): ExitCode => {
  const read = readPaperRegister(paper.bytes, options)
  if (read.ok) return tell(command, paper, read)
  const { given, voice } = command
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(refusalBlocks(read.refusal, { file: paper.file, voice, width, command: "paper" }))
  return 1
}

/** The sitting that a form names, as the log has it: its roll, and how everybody is called. */
const against = async (command: Command, paper: PaperFile): Promise<ExitCode> => {
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

/** Opens the log, does something with it, and closes it again. */
const withLog = async (command: Command, act: (log: LogAtHand) => Promise<ExitCode>): Promise<ExitCode> => {
  const log = await logFor(command)
  if (isExitCode(log)) return log
  try {
    return await act(log)
  } finally {
    await log.store[Symbol.asyncDispose]()
  }
}

/** A form of a step says nothing without the step that it is of. */
const step = (command: Command, paper: PaperFile): Promise<ExitCode> | ExitCode =>
  command.asked.given.has("charter") && command.asked.given.has("store")
    ? withLog(command, (log) => enterForm(command, log, paper))
    : complain(command, { key: "paper.needs-log", data: { file: paper.file } })

const carryOut = async (command: Command): Promise<ExitCode> => {
  const { asked, folder } = command
  const [file] = asked.alone
  const of = asked.given.get("print")
  if (of !== undefined && file !== undefined) return complain(command, { key: "paper.print-and-file", data: { file } })
  if (of !== undefined) return withLog(command, (log) => printFor(command, log, of))
  if (file === undefined) return complain(command, { key: "paper.no-file", data: { example: "jinlin paper form.csv" } })
  const bytes = readBytes(named(folder, file), folder)
  if (!bytes.ok) return complain(command, bytes.fault)
  const paper = { file, bytes: bytes.value }
  if (isStepForm(paper.bytes)) return step(command, paper)
  return asked.given.has("charter") || asked.given.has("store") ? against(command, paper) : answer(command, paper, {})
}

/**
 * `jinlin paper`: prints what a matter, a disclosure or a covenant awaits on paper, or reads a form that a clerk filled in and prints
 * the commands that it becomes, or everything that is wrong with it. A register of votes is read without a charter and a store too;
 * every other form is held against the step that it names. It ends with 0 when it was printed or read, with 1 when it or the charter
 * is refused, with 2 where an option, a file or the store is at fault. Rules REGISTERS-2 to REGISTERS-4.
 */
export const paperFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, { command: "paper", options: paperOptions, alone: 1, help: paperHelp, carryOut })
