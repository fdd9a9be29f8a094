import type { Voice } from "../report/voice.ts"
import { padded, widthOf } from "../report/width.ts"
import { runOptions } from "./options.ts"

const optionsOf = Object.entries(runOptions).map(([name, option]) => ({
  name,
  written: "example" in option ? `--${name} ${option.example}` : `--${name}`,
}))

const table = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([name]) => widthOf(name)))
  return rows.map(([name, text]) => `  ${padded(name, width)}  ${text}\n`).join("")
}

/** How `jinlin run` is used. */
export const runHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin run --charter charter.json --journal journal.csv" })}\n`,
    `${voice.say("journal.command.run")}\n\n`,
    table(optionsOf.map(({ name, written }) => [written, voice.say(`journal.option.${name}`)])),
  ].join("")

/** What the `jinlin` command can do. */
export const commandsHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin run --help" })}\n\n`,
    table([["jinlin run", voice.say("journal.command.run")]]),
  ].join("")
