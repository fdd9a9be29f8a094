import { type Verification, verifyRecord } from "@jinlin/public-record"
import { readBytes } from "../files.ts"
import { verifyHelp } from "../help.ts"
import { named } from "../places.ts"
import { type Command, type CommandLine, commandFrom, complain } from "../registers/log.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { verifyOptions } from "./options.ts"
import { verificationText } from "./told.ts"

/**
 * Nothing but 0 says that a record holds, since a script asks for no more than that. That something is missing is not that something
 * is wrong, which is 1, nor that nobody could look, which is 2.
 */
const codes: { readonly [Outcome in Verification["outcome"]]: ExitCode } = {
  holds: 0,
  "does-not-hold": 1,
  incomplete: 3,
}

const carryOut = (command: Command): ExitCode => {
  const { asked, folder, given, voice } = command
  const [name] = asked.alone
  if (name === undefined)
    return complain(command, { key: "verify.no-record", data: { example: "jinlin verify record.json" } })
  const bytes = readBytes(named(folder, name), folder)
  if (!bytes.ok) return complain(command, bytes.fault)
  const digest = asked.given.get("digest")
  const verification = verifyRecord(bytes.value, digest === undefined ? {} : { digest })
  const { checks, holds, outcome, record, unchecked } = verification
  if (asked.given.has("json"))
    given.stdout.write(
      `${JSON.stringify({ outcome, holds, digest: record?.digest ?? null, checks, unchecked }, null, 2)}\n`,
    )
  else
    given.stdout.write(
      verificationText(verification, { file: name, voice, width: layoutFor(given.stdout, given.env).width }),
    )
  return codes[outcome]
}

/**
 * `jinlin verify record.json`: looks at a public record with nothing but the file: no network, no store, no charter. It ends with 0
 * where everything that was looked at holds, with 1 where something does not, with 2 where an option or the file is at
 * fault, with 3 where nothing is wrong and something is missing on which an end rests that the record claims. Rule RECORD-17.
 */
export const verifyFromCommandLine = (given: CommandLine): Promise<ExitCode> =>
  commandFrom(given, { command: "verify", options: verifyOptions, alone: 1, help: verifyHelp, carryOut })
