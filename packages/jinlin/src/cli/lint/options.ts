import type { LintRange } from "@jinlin/core/charter"
import { addDays, type CivilDate, readCivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Language } from "@jinlin/messages"
import { type Arguments, languageGiven, readArguments } from "../arguments.ts"
import { done, failed, type Outcome } from "../faults.ts"

/** The options of `jinlin lint`, in the order in which its help lists them. */
export const lintOptions = {
  charter: { type: "string", example: "charter.json" },
  packs: { type: "string", example: "packs" },
  on: { type: "string", example: "2026-01-01" },
  from: { type: "string", example: "2026-01-01" },
  to: { type: "string", example: "2026-12-31" },
  lang: { type: "string", example: "zh" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const

/** What a person asked `jinlin lint` for. */
export interface LintOptions {
  readonly charter: string | undefined
  readonly packs: string | undefined
  readonly on: CivilDate | undefined
  readonly from: CivilDate | undefined
  /** The last day that is looked at. */
  readonly to: CivilDate | undefined
  readonly language: Language | undefined
  readonly json: boolean
  readonly help: boolean
}

const dayOf = ({ given }: Arguments, name: "on" | "from" | "to"): Outcome<CivilDate | undefined> => {
  const written = given.get(name)
  const day = written === undefined ? undefined : readCivilDate(written)
  if (day?.ok === false)
    return failed("lint.bad-day", { option: `--${name}`, day: written, example: lintOptions[name].example })
  return done(day?.value)
}

/** What may stand here is another thing than with other commands: one charter, and no file of any other kind. */
const argumentsIn = (argv: ReadonlyArray<string>): Outcome<Arguments> => {
  const read = readArguments(argv, lintOptions, 1)
  if (read.ok || read.fault.key !== "unexpected-argument") return read
  return failed("lint.unexpected-argument", read.fault.data)
}

/** Reads the options of `jinlin lint`; the first thing that is wrong with them otherwise. */
export const readLintOptions = (argv: ReadonlyArray<string>): Outcome<LintOptions> => {
  const read = argumentsIn(argv)
  if (!read.ok) return read
  const { alone, given } = read.value
  const [language, on, from, to] = [
    languageGiven(read.value),
    ...(["on", "from", "to"] as const).map((name) => dayOf(read.value, name)),
  ] as const
  if (!language.ok) return language
  const days = [on, from, to].find((day) => day?.ok === false)
  if (days?.ok === false) return days
  const [onDay, first, last] = [on, from, to].map((day) => (day?.ok === true ? (day.value as CivilDate) : undefined))
  if (onDay !== undefined && (first !== undefined || last !== undefined)) return failed("lint.on-and-range")
  const named = alone.find((name) => name !== "")
  if (named !== undefined && given.has("charter")) return failed("lint.charter-twice")
  return done({
    ...{ charter: named ?? given.get("charter"), packs: given.get("packs") },
    ...{ on: onDay, from: first, to: last },
    ...{ language: language.value, json: given.has("json"), help: given.has("help") },
  })
}

/** The range from a day up to a last one, and on it. Where no day comes after that one, the range needs no end. */
const upTo = (from: CivilDate, last: CivilDate): LintRange => {
  const to = addDays(last, 1)
  return last < to ? { from, to } : { from }
}

/** The days that are looked at, from today on where none is named: one, or all that are known of, or up to a last one. */
export const rangeOf = ({ from, on, to }: LintOptions, today: CivilDate): Outcome<LintRange> => {
  if (on !== undefined) return done(upTo(on, on))
  const first = from ?? today
  if (to === undefined) return done({ from: first })
  return to < first ? failed("lint.empty-range", { from: first, to }) : done(upTo(first, to))
}
