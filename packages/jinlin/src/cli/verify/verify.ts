import { verifyRecord } from "@jinlin/public-record"
import { readBytes } from "../files.ts"
import { verifyHelp } from "../help.ts"
import { named } from "../places.ts"
import { type Command, type CommandLine, commandFrom, complain } from "../registers/log.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { verifyOptions } from "./options.ts"
import { verificationText } from "./told.ts"

const carryOut = (command: Command): ExitCode => {
  const { asked, folder, given, voice } = command
  const [name] = asked.alone
  if (name === undefined)
    return complain(command, { key: "verify.no-record", data: { example: "jinlin verify record.json" } })
  const bytes = readBytes(named(folder, name), folder)
  if (!bytes.ok) return complain(command, bytes.fault)
  const digest = asked.given.get("digest")
  const verification = verifyRecord(bytes.value, digest === undefined ? {} : { digest })
  const { checks, holds, record, unchecked } = verification
  if (asked.given.has("json"))
    given.stdout.write(`${JSON.stringify({ holds, digest: record?.digest ?? null, checks, unchecked }, null, 2)}\n`)
  else
    given.stdout.write(
      verificationText(verification, { file: name, voice, width: layoutFor(given.stdout, given.env).width }),
    )
  return holds ? 0 : 1
}

/**
 * `jinlin verify record.json`: looks at a public record with nothing but the file: no network, no store, no charter. It ends with 0
 * where everything that was looked at holds, with 1 where something does not, with 2 where an option or the file is at fault.
 * Rule RECORD-17.
 */
export const verifyFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, { command: "verify", options: verifyOptions, alone: 1, help: verifyHelp, carryOut })
