import { diffRules, noRules, type Resolved, type RulePack, resolve } from "@jinlin/core/charter"
import { type CivilDate, readCivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../../charter/charter.ts"
import { momentAt } from "../../hosting/moment.ts"
import { voiceFor } from "../../report/voice.ts"
import { systemClock } from "../../workers/clock.ts"
import { packBlocks, refusalBlocks } from "../blocks.ts"
import { diffHelp } from "../help.ts"
import { packsAtHand } from "../lint/packs.ts"
import { type Command, type CommandLine, charterNamed, commandFrom, complain, isExitCode } from "../registers/log.ts"
import { type ExitCode, layoutFor } from "../session.ts"
import { diffOptions } from "./options.ts"
import { changesText } from "./told.ts"

/** What `jinlin diff` is started with, and what time it is for whoever names no day. */
export interface DiffCommandLine extends CommandLine {
  /** Milliseconds since 1970; this machine's time where it is left out. */
  readonly now?: (() => number) | undefined
}

/** A charter on a day, one of the two that are compared. */
interface Side {
  readonly name: string
  readonly charter: Charter
  readonly day: CivilDate
}

const paperOf = ({ given, voice }: Command, file: string) => ({
  ...{ file, voice, command: "diff" },
  width: layoutFor(given.stderr, given.env).width,
})

const packsFor = (command: Command): ReadonlyArray<RulePack> | ExitCode => {
  const read = packsAtHand(command.asked.given.get("packs"), command.folder)
  if (!read.ok) return complain(command, read.fault)
  const { packs, refused } = read.value
  for (const { faults, file } of refused) command.given.stderr.write(packBlocks(faults, paperOf(command, file)))
  return refused.length === 0 ? packs : 1
}

/** The rules of one side; what refuses to be resolved is told. */
const resolvedFor = (
  command: Command,
  { charter, day, name }: Side,
  packs: ReadonlyArray<RulePack>,
): Resolved | ExitCode => {
  const resolved = resolve(charter.rules ?? noRules, packs, day)
  if (resolved.ok) return resolved.value
  const voice = voiceFor(charter, command.voice.language)
  command.given.stderr.write(refusalBlocks(resolved.refusal, { ...paperOf(command, name), voice }))
  return 1
}

/** The day of one side: the one that is named, else the other's, else today where the community is. */
const dayOf = (command: Command, charter: Charter, sides: readonly ["from" | "to", "from" | "to"]) => {
  const { asked, given } = command
  const option = sides.find((side) => asked.given.has(side))
  const written = option === undefined ? undefined : asked.given.get(option)
  const now = (given as DiffCommandLine).now ?? systemClock.now
  if (option === undefined || written === undefined) return momentAt(charter.zone, now()).civilDate
  const day = readCivilDate(written)
  if (day.ok) return day.value
  const example = diffOptions[option].example
  return complain(command, { key: "lint.bad-day", data: { option: `--${option}`, day: written, example } })
}

const sidesOf = (command: Command): readonly [Side, Side] | ExitCode => {
  const [first, second] = command.asked.alone
  if (first === undefined)
    return complain(command, { key: "diff.no-charter", data: { example: "jinlin diff before.json after.json" } })
  const before = charterNamed(command, first)
  if (isExitCode(before)) return before
  const after = second === undefined ? before : charterNamed(command, second)
  if (isExitCode(after)) return after
  const [from, to] = [dayOf(command, before, ["from", "to"]), dayOf(command, after, ["to", "from"])]
  if (isExitCode(from)) return from
  if (isExitCode(to)) return to
  if (second === undefined && from === to) return complain(command, { key: "diff.one-side", data: { file: first } })
  return [
    { name: first, charter: before, day: from },
    { name: second ?? first, charter: after, day: to },
  ]
}

const carryOut = (command: Command): ExitCode => {
  const { asked, given, voice } = command
  const sides = sidesOf(command)
  if (isExitCode(sides)) return sides
  const packs = packsFor(command)
  if (isExitCode(packs)) return packs
  const [before, after] = sides.map((side) => resolvedFor(command, side, packs))
  if (before === undefined || after === undefined) return 2
  if (isExitCode(before)) return before
  if (isExitCode(after)) return after
  const changes = diffRules(before, after)
  const [one, other] = sides
  const data = { before: one.name, from: one.day, after: other.name, to: other.day }
  if (asked.given.has("json")) {
    given.stdout.write(`${JSON.stringify({ ...data, changes }, null, 2)}\n`)
    return 0
  }
  const { width } = layoutFor(given.stdout, given.env)
  const told = { voice: voiceFor(other.charter, voice.language), width }
  given.stdout.write(`${voice.say("journal.diff.title", data)}\n\n${changesText(changes, told)}`)
  return 0
}

/**
 * `jinlin diff`: what a new version of a charter changes, or a new law on the charter that there is: every rule and list of steps
 * before and after, with who says so. It ends with 0, with 1 where a file is refused or its rules cannot be resolved, with 2
 * where an option or a file is at fault. Rule DIFF-1.
 */
export const diffFromCommandLine = (given: DiffCommandLine): Promise<ExitCode> =>
  commandFrom(given, { command: "diff", options: diffOptions, alone: 2, help: diffHelp, carryOut })
