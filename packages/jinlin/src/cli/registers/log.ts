import { existsSync } from "node:fs"
import { tenantFault } from "@jinlin/sdk"
import { type Charter, readCharter } from "../../charter/charter.ts"
import { plainVoice, type Voice } from "../../report/voice.ts"
import { type Arguments, languageAsked, languageGiven, type OptionSpecs, readArguments } from "../arguments.ts"
import { charterBlocks } from "../blocks.ts"
import { type Fault, failed, faultLine, type Outcome } from "../faults.ts"
import { readBytes } from "../files.ts"
import { languageOf } from "../language.ts"
import { named } from "../places.ts"
import { fromJson } from "../reading.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { openStore, tenantOf } from "../store.ts"
import { allowClosing, type Surroundings, startedIn } from "../surroundings.ts"
import type { LogAtHand } from "./writing.ts"

/** What a command is started with: the options alone, without the names of the program and the command. */
export interface CommandLine extends Surroundings {
  readonly argv: ReadonlyArray<string>
}

/** A command that is under way. */
export interface Command {
  /** Its name behind `jinlin`. */
  readonly command: string
  readonly given: CommandLine
  readonly asked: Arguments
  readonly folder: string
  readonly voice: Voice
}

/** Tells a fault on stderr, and with which code to end. */
export const complain = ({ command, given, voice }: Pick<Command, "command" | "given" | "voice">, fault: Fault): 2 => {
  given.stderr.write(faultLine(fault, voice, command))
  return 2
}

/** What a command knows of its options, and how many files stand alone behind it. */
interface Spec {
  readonly command: string
  readonly options: OptionSpecs
  readonly alone?: number
  readonly help: (voice: Voice) => string
  readonly carryOut: (command: Command) => ExitCode | Promise<ExitCode>
}

/** Begins a command: reads its options, answers whoever asks for help, and carries it out. Nothing is thrown. */
export const commandFrom = async (given: CommandLine, spec: Spec): Promise<ExitCode> => {
  allowClosing(given.stdout, given.stderr)
  const { alone = 0, carryOut, command, help, options } = spec
  const voice = plainVoice(languageAsked(given.argv, options) ?? languageOf(given.env))
  const read = readArguments(given.argv, options, alone)
  if (!read.ok) return complain({ command, given, voice }, read.fault)
  const language = languageGiven(read.value)
  if (!language.ok) return complain({ command, given, voice }, language.fault)
  if (read.value.given.has("help")) {
    given.stdout.write(help(voice))
    return 0
  }
  return carryOut({ command, given, asked: read.value, folder: startedIn(given), voice })
}

/** Whether a command has ended already. */
export const isExitCode = (value: unknown): value is ExitCode => typeof value === "number"

/** A charter by the name that a person gave it; where it cannot be read, everything that is wrong with it is told. */
export const charterNamed = (command: Command, name: string): Charter | ExitCode => {
  const { folder, given, voice } = command
  const bytes = readBytes(named(folder, name), folder)
  if (!bytes.ok) return complain(command, bytes.fault)
  const read = fromJson(bytes.value, readCharter)
  if (read.ok) return read.value
  const { width } = layoutFor(given.stderr, given.env)
  given.stderr.write(charterBlocks(read.refusal, { file: name, voice, width, command: command.command }))
  return 1
}

const missing = (option: string): Outcome<never> => failed("missing-option", { option })

/** The charter and the store that a command names: both are there already, and nothing is written into either. */
export const logFor = async (command: Command): Promise<LogAtHand | ExitCode> => {
  const { asked, folder } = command
  const [charterName, storeName] = [asked.given.get("charter"), asked.given.get("store")]
  const absent = charterName === undefined ? missing("--charter") : missing("--store")
  if (charterName === undefined || storeName === undefined) return absent.ok ? 2 : complain(command, absent.fault)
  const charter = charterNamed(command, charterName)
  if (isExitCode(charter)) return charter
  const tenant = asked.given.get("tenant") ?? tenantOf(charter.community)
  if (tenantFault(tenant) !== undefined) return complain(command, { key: "registers.bad-tenant", data: { tenant } })
  const place = named(folder, storeName)
  if (!existsSync(place.path)) return complain(command, { key: "file.missing", data: { file: storeName, folder } })
  const opened = await openStore({ ...place, isOurs: false })
  return opened.ok ? { charter, tenant, store: opened.value } : complain(command, opened.fault)
}
