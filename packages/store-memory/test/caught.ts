import type { Store } from "@jinlin/sdk"
import { runTrial, type StoreUnderTest, storeChapters } from "@jinlin/testkit/store"
import { expect } from "vitest"
import { type Break, openBroken } from "./broken/breaking.ts"

/** The sequences of a run always come from this seed, so that a broken store is caught today as it was yesterday. */
const seed = 20_261_123

const under = (broken: Break | StoreUnderTest): StoreUnderTest => {
  const opened: StoreUnderTest =
    typeof broken === "function" ? { open: async (): Promise<Store> => openBroken(broken) } : broken
  return { ...opened, rounds: 1, sequences: 60, seed }
}

/** What was found, with what fast-check found under it. */
const messageOf = (fault: unknown): string =>
  fault instanceof Error && fault.cause !== undefined ? `${fault.message} ${messageOf(fault.cause)}` : String(fault)

/** The titles of the trials of a rule that a broken store fails, where `trial` begins their titles. */
const failing = async (rule: string, trial: string, broken: Break | StoreUnderTest): Promise<ReadonlyArray<string>> => {
  const trials = storeChapters.filter((chapter) => chapter.rule === rule).flatMap((chapter) => chapter.trials)
  const failed: Array<string> = []
  for (const one of trials.filter(({ title }) => title.startsWith(trial)))
    await runTrial(under(broken), one).catch((fault: unknown) => failed.push(`${one.title}: ${messageOf(fault)}`))
  return failed
}

/** A test that a store which is broken so fails the trial of this rule whose title begins so. */
export const caughtBy = (rule: string, trial: string, broken: Break | StoreUnderTest) => async (): Promise<void> => {
  const failed = await failing(rule, trial, broken)
  expect(failed).not.toEqual([])
  expect(failed.filter((line) => !line.includes("[jinlin]"))).toEqual([])
}
