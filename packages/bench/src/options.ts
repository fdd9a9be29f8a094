import { parseArgs } from "node:util"
import type { ClockName } from "./measuring/clock.ts"

/** What was asked for on the command line. */
export interface Options {
  readonly rounds: number
  readonly milliseconds: number
  readonly clock: ClockName
  /** Parts of row names; empty: every row. */
  readonly only: ReadonlyArray<string>
  readonly json: boolean
  readonly markdown: boolean
  readonly help: boolean
}

export const usage = `Measures jinlin beside its npm peers and beside the least that can be done, in one run.

  --only <name>          only rows whose name contains this; may be given again
  --rounds <n>           turns of each contender, 31 unless given
  --milliseconds <n>     length of a turn, 8 unless given
  --clock cpu|wall       processor time of this process (unless on Windows), or time on the wall
  --json                 write the results to .out/bench.json too
  --markdown             print the table as a README wants it
  --help`

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number
  throw new Error(`[bench] --${name} ${text} is not a whole number from 1 to 10000. Remedy: --${name} 31`)
}

const clockNamed = (text: string): ClockName => {
  if (text === "cpu" || text === "wall") return text
  throw new Error(`[bench] --clock ${text} is unknown. Remedy: --clock cpu or --clock wall`)
}

/** Reads the command line. Throws with a remedy where it makes no sense. */
export const readOptions = (given: ReadonlyArray<string>): Options => {
  // Windows counts processor time in steps of 16 ms, which is longer than a turn.
  const usualClock = process.platform === "win32" ? "wall" : "cpu"
  const { values } = parseArgs({
    args: [...given],
    options: {
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string", default: "31" },
      milliseconds: { type: "string", default: "8" },
      clock: { type: "string", default: usualClock },
      json: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  return {
    ...values,
    rounds: wholeNumber("rounds", values.rounds),
    milliseconds: wholeNumber("milliseconds", values.milliseconds),
    clock: clockNamed(values.clock),
  }
}
