import type { Voice } from "../report/voice.ts"
import { type Fault, faultLine } from "./faults.ts"
import type { Options } from "./options.ts"
import type { Places, RunDefaults } from "./places.ts"
import type { Output, Surroundings } from "./surroundings.ts"

/** What `jinlin run` is started with: what a person wrote behind it, and the program's own files where there are some. */
export interface RunCommandLine extends Surroundings {
  /** The options alone, without the names of the program and the command. */
  readonly argv: ReadonlyArray<string>
  readonly defaults?: RunDefaults | undefined
}

/**
 * 0: told; 1: the charter or the journal was refused, and nothing was applied; 2: it could not be done as it was asked for; 3: what
 * was asked about is incomplete, so that nobody can say yes or no.
 */
export type ExitCode = 0 | 1 | 2 | 3

/** A run that is under way. */
export interface Run {
  readonly given: RunCommandLine
  readonly options: Options
  readonly places: Places
  readonly folder: string
  readonly voice: Voice
}

/** Tells a fault on stderr, and with which code to end. */
export const complain = ({ given, voice }: Pick<Run, "given" | "voice">, fault: Fault): 2 => {
  given.stderr.write(faultLine(fault, voice))
  return 2
}

const isDumb = (env: Surroundings["env"]): boolean => (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb"

const widest = 120

/** How wide an output is, and whether it shows colours. */
export const layoutFor = (output: Output, env: Surroundings["env"]) => {
  const asked = Number(env["COLUMNS"])
  const width = output.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80)
  return { width: Math.min(width, widest), colours: output.isTTY === true && !isDumb(env) }
}
