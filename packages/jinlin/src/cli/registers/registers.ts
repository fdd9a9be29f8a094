import { registersHelp } from "../help.ts"
import { named } from "../places.ts"
import type { ExitCode } from "../session.ts"
import { storeFault } from "../store.ts"
import { type Command, type CommandLine, commandFrom, complain, isExitCode, logFor } from "./log.ts"
import { registersOptions } from "./options.ts"
import { everySitting, type LogAtHand, writeRegisters } from "./writing.ts"

const usual = ".out/registers"

const writeAll = async (command: Command, log: LogAtHand): Promise<ExitCode> => {
  const { asked, folder, given, voice } = command
  const sittings = await everySitting(log)
  if (!sittings.ok)
    return complain(command, storeFault(sittings.failure, named(folder, asked.given.get("store") ?? "")))
  const place = named(folder, asked.given.get("registers") ?? usual)
  const as = { folder: place, charter: log.charter, language: voice.language }
  const written = await writeRegisters(sittings.value, as)
  if (!written.ok) return complain(command, written.fault)
  given.stdout.write(`${voice.say("journal.registers.written", { folder: place.name, ...written.value })}\n`)
  return 0
}

/**
 * `jinlin registers`: writes the register of every sitting that a store knows of, as a page, a table and minutes, and of each
 * that is not over a form for its papers. It ends with 0, with 1 where the charter is refused, with 2 where an option, a file or
 * the store is at fault. Rule REGISTERS-1.
 */
export const registersFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, {
    ...{ command: "registers", options: registersOptions, help: registersHelp },
    carryOut: async (command) => {
      const log = await logFor(command)
      if (isExitCode(log)) return log
      try {
        return await writeAll(command, log)
      } finally {
        await log.store[Symbol.asyncDispose]()
      }
    },
  })
