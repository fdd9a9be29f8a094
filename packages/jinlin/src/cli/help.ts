import type { Voice } from "../report/voice.ts"
import { padded, widthOf } from "../report/width.ts"
import type { OptionSpecs } from "./arguments.ts"
import { lintOptions } from "./lint/options.ts"
import { runOptions } from "./options.ts"

const writtenIn = (options: OptionSpecs): ReadonlyArray<{ readonly name: string; readonly written: string }> =>
  Object.entries(options).map(([name, { example }]) => ({
    name,
    written: example === undefined ? `--${name}` : `--${name} ${example}`,
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
    table(writtenIn(runOptions).map(({ name, written }) => [written, voice.say(`journal.option.${name}`)])),
  ].join("")

/** How `jinlin lint` is used. */
export const lintHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin lint charter.json --from 2026-01-01" })}\n`,
    `${voice.say("journal.lint.command")}\n\n`,
    table(writtenIn(lintOptions).map(({ name, written }) => [written, voice.say(`journal.lint.option.${name}`)])),
  ].join("")

/** What the `jinlin` command can do. */
export const commandsHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin run --help" })}\n\n`,
    table([
      ["jinlin run", voice.say("journal.command.run")],
      ["jinlin lint", voice.say("journal.lint.command")],
    ]),
  ].join("")
