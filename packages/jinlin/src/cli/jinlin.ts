import { plainVoice } from "../report/voice.ts"
import { diffFromCommandLine } from "./diff/diff.ts"
import { commandsHelp } from "./help.ts"
import { languageOf } from "./language.ts"
import { lintFromCommandLine } from "./lint/lint.ts"
import { recordFromCommandLine } from "./record/record.ts"
import { paperFromCommandLine } from "./registers/paper.ts"
import { registersFromCommandLine } from "./registers/registers.ts"
import { runFromCommandLine } from "./run.ts"
import type { ExitCode } from "./session.ts"
import type { Surroundings } from "./surroundings.ts"
import { verifyFromCommandLine } from "./verify/verify.ts"

/** What the `jinlin` command is started with: `argv` begins with the name of a command. */
export interface JinlinCommandLine extends Surroundings {
  readonly argv: ReadonlyArray<string>
}

const asksForHelp: ReadonlyArray<string | undefined> = ["help", "--help", "-h"]

/** The `jinlin` command: it knows `run`, `lint`, `diff`, `registers`, `paper`, `record` and `verify`, and says so to whoever asks for something else. */
export const jinlinFromCommandLine = async (given: JinlinCommandLine): Promise<ExitCode> => {
  const [command, ...argv] = given.argv
  if (command === "run") return runFromCommandLine({ ...given, argv })
  if (command === "lint") return lintFromCommandLine({ ...given, argv })
  if (command === "diff") return diffFromCommandLine({ ...given, argv })
  if (command === "registers") return registersFromCommandLine({ ...given, argv })
  if (command === "paper") return paperFromCommandLine({ ...given, argv })
  if (command === "record") return recordFromCommandLine({ ...given, argv })
  if (command === "verify") return verifyFromCommandLine({ ...given, argv })
  const voice = plainVoice(languageOf(given.env))
  if (asksForHelp.includes(command)) {
    given.stdout.write(commandsHelp(voice))
    return 0
  }
  const unknown = command === undefined ? [] : [voice.say("journal.unknown-command", { command })]
  const commands = ["run", "lint", "diff", "registers", "paper", "record", "verify"]
  const known = voice.say("journal.commands", { commands })
  given.stderr.write(`[jinlin] ${voice.sentences([...unknown, known])}\n`)
  return 2
}
