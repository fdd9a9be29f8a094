import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { Clock } from "./clock.ts"
import type { Contender, Measured } from "./contender.ts"
import { median, quantile } from "./median.ts"

/** How often and how long is measured, and by which clock. */
export interface Effort {
  /** Every contender has one turn in each round. */
  readonly rounds: number
  /** How long one turn should last at least. */
  readonly milliseconds: number
  readonly clock: Clock
}

setFlagsFromString("--expose-gc")
const collectGarbage: (how: { readonly type: "minor" }) => void = runInNewContext("gc")

/** How many turns a contender has to itself before the rounds begin, so that its code is warm. */
const warmTurns = 40

/** What every run gave, added up; whoever prints it keeps every run alive. */
export const sink = { sum: 0 }

/** Nanoseconds for one piece of work. The young rubbish of whoever came before is cleared away first. */
const time = async ({ run }: Contender, times: number, clock: Clock): Promise<number> => {
  collectGarbage({ type: "minor" })
  const started = clock()
  const given = run(times)
  sink.sum += typeof given === "number" ? given : await given
  return (clock() - started) / times
}

/** How many pieces of work fill a turn: found by doubling, while the code gets warm, and once more when it is. */
const timesFor = async (contender: Contender, { clock, milliseconds }: Effort): Promise<number> => {
  const enough = milliseconds * 1e6
  let times = 1
  let each = await time(contender, times, clock)
  for (let turn = 0; turn < warmTurns; turn += 1) {
    const wanted = each > 0 ? Math.ceil(enough / each) : times * 4
    times = Math.max(1, Math.min(times * 4, wanted))
    each = await time(contender, times, clock)
  }
  return times
}

/**
 * Measures contenders side by side: in every round each has one turn, and who begins changes from round to round, so that
 * whatever else the machine does falls on all alike.
 */
export const measure = async (
  contenders: ReadonlyArray<Contender>,
  effort: Effort,
): Promise<ReadonlyArray<Measured>> => {
  const turns: Array<{ contender: Contender; times: number; rounds: Array<number> }> = []
  for (const contender of contenders) turns.push({ contender, times: await timesFor(contender, effort), rounds: [] })
  for (let round = 0; round < effort.rounds; round += 1) {
    const first = round % turns.length
    for (const turn of [...turns.slice(first), ...turns.slice(0, first)])
      turn.rounds.push(await time(turn.contender, turn.times, effort.clock))
  }
  return turns.map(({ contender: { name, part }, rounds }) => ({
    name,
    part,
    median: median(rounds),
    quartiles: [quantile(rounds, 0.25), quantile(rounds, 0.75)],
    rounds,
  }))
}
