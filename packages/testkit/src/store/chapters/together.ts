import type { Store } from "@jinlin/sdk"
import * as fc from "fast-check"
import { agreeing } from "../model/agreeing.ts"
import { doing } from "../model/doing.ts"
import type { Pair } from "../model/pair.ts"
import { nothingYet } from "../model/state.ts"
import { type Step, sequencesOf } from "../model/steps.ts"
import { freshTenant, type StoreChapter, type StoreTrial, type Trial } from "../trial.ts"

const pairOf = (name: string): Pair => ({ name, model: nothingYet(), positions: new Map(), tokens: new Map() })

/** A box and a lease, without which few steps would do anything. */
const begin = async (store: Store, pair: Pair): Promise<void> => {
  await doing(store, pair, { now: 1_000, step: { _tag: "Acquire", holder: "h1" } })
  const open = { _tag: "Open", box: "b1", choices: ["yes", "no"] } as const
  await doing(store, pair, { now: 1_000, step: { _tag: "Commit", sketch: { appends: [], ballots: [open] } } })
}

/** Does a whole sequence, on two tenants who use the same names; whatever the store answers is what the model answers. */
const play = async (trial: Trial, sequence: ReadonlyArray<Step | null>): Promise<void> => {
  const name = freshTenant()
  const pairs = [pairOf(name), pairOf(`${name}-b`)]
  for (const pair of pairs) await begin(trial.now(), pair)
  let now = 1_000
  for (const { later, step, who } of sequence.filter((one) => one !== null)) {
    now += later
    const pair = pairs[who]
    if (step._tag === "Reopen") await trial.reopenIfDurable()
    else if (pair !== undefined) await doing(trial.now(), pair, { now, step })
  }
  for (const pair of pairs) await agreeing(trial.now(), pair, now)
}

const likeTheModel: StoreTrial = {
  title: "answers random sequences of everything at once as a model of plain lists does, opened anew in between (R13)",
  run: async (trial) => {
    const { seed, sequences = 25, steps = 40 } = trial.under
    const property = fc.asyncProperty(sequencesOf(steps), (sequence) => play(trial, sequence))
    await fc.assert(property, { numRuns: sequences, ...(seed === undefined ? {} : { seed }) })
  },
}

/** All rules at once. */
export const together: StoreChapter = {
  rule: "STORE-1…16",
  says: "and all of it together",
  trials: [likeTheModel],
}
