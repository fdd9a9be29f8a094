import type { Outcome } from "../workspace/program.ts"

/** What came of one check: it holds, or what a person has to read, with the remedy. */
export type Verdict =
  | { readonly holds: true; readonly note?: string }
  | { readonly holds: false; readonly report: string }

/** It holds; the note stands beside its name. */
export const holds = (note?: string): Verdict => (note === undefined ? { holds: true } : { holds: true, note })

/** It does not hold, for these reasons. */
export const fails = (...reasons: ReadonlyArray<string>): Verdict => ({ holds: false, report: reasons.join("\n") })

/** It holds when there is nothing against it. */
export const holdsUnless = (faults: ReadonlyArray<string>, note?: string): Verdict =>
  faults.length === 0 ? holds(note) : fails(...faults)

/** A program that ends with 0 agrees; otherwise its words are the report, and the remedy comes last. */
export const verdictOf = (outcome: Outcome, remedy: string): Verdict =>
  outcome.code === 0 ? holds() : fails(outcome.output.trimEnd(), `Remedy: ${remedy}`)

/** One thing that must hold. */
export interface Check {
  /** Short enough to be typed: `pnpm check types`. */
  readonly name: string
  readonly run: () => Promise<Verdict> | Verdict
}

/** A line of a results file. */
export interface Result {
  readonly name: string
  readonly holds: boolean
  readonly seconds: number
}
