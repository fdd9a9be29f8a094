import type { Voice } from "../report/voice.ts"
import { padded, widthOf } from "../report/width.ts"
import type { OptionSpecs } from "./arguments.ts"
import { diffOptions } from "./diff/options.ts"
import { lintOptions } from "./lint/options.ts"
import { runOptions } from "./options.ts"
import { recordOptions } from "./record/options.ts"
import { paperOptions, registersOptions } from "./registers/options.ts"
import { verifyOptions } from "./verify/options.ts"

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

/** How `jinlin diff` is used. */
export const diffHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin diff before.json after.json" })}\n`,
    `${voice.say("journal.diff.command")}\n\n`,
    table(writtenIn(diffOptions).map(({ name, written }) => [written, voice.say(`journal.diff.option.${name}`)])),
  ].join("")

/** How `jinlin registers` is used. */
export const registersHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin registers --charter charter.json --store journal.sqlite" })}\n`,
    `${voice.say("journal.registers.command")}\n\n`,
    table(writtenIn(registersOptions).map(({ name, written }) => [written, voice.say(`journal.option.${name}`)])),
  ].join("")

/** How `jinlin paper` is used. */
export const paperHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin paper form.csv --charter charter.json --store journal.sqlite" })}\n`,
    `${voice.say("journal.paper.command")}\n\n`,
    table(writtenIn(paperOptions).map(({ name, written }) => [written, voice.say(`journal.option.${name}`)])),
  ].join("")

/** How `jinlin record` is used. */
export const recordHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin record m-1 --charter charter.json --store journal.sqlite" })}\n`,
    `${voice.say("journal.record.command")}\n\n`,
    table(writtenIn(recordOptions).map(({ name, written }) => [written, voice.say(`journal.record.option.${name}`)])),
  ].join("")

/** How `jinlin verify` is used. */
export const verifyHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin verify record.json" })}\n`,
    `${voice.say("journal.verify.command")}\n\n`,
    table(writtenIn(verifyOptions).map(({ name, written }) => [written, voice.say(`journal.verify.option.${name}`)])),
  ].join("")

/** What the `jinlin` command can do. */
export const commandsHelp = (voice: Voice): string =>
  [
    `${voice.say("journal.usage", { usage: "jinlin run --help" })}\n\n`,
    table([
      ["jinlin run", voice.say("journal.command.run")],
      ["jinlin lint", voice.say("journal.lint.command")],
      ["jinlin diff", voice.say("journal.diff.command")],
      ["jinlin registers", voice.say("journal.registers.command")],
      ["jinlin paper", voice.say("journal.paper.command")],
      ["jinlin record", voice.say("journal.record.command")],
      ["jinlin verify", voice.say("journal.verify.command")],
    ]),
  ].join("")
