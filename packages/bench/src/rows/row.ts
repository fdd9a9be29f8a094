import type { ClockName } from "../measuring/clock.ts"
import type { Contender } from "../measuring/contender.ts"

/** What a row has to reach. Without one it is for information. */
export type Target =
  /** Ours takes at most so many times what the floor takes. */
  | { readonly _tag: "TimesFloor"; readonly atMost: number }
  /** The best peer takes at least so many times what ours takes. */
  | { readonly _tag: "FasterThanPeer"; readonly atLeast: number }
  /** Ours takes at most so many nanoseconds, on this machine. */
  | { readonly _tag: "Nanoseconds"; readonly atMost: number }

/** One line of the table: the same work done by everybody. */
export interface TimedRow {
  readonly _tag: "Timed"
  readonly id: string
  readonly title: string
  readonly contenders: ReadonlyArray<Contender>
  readonly target: Target | null
  /** One piece of work is so many of these, where the time of one is what people want to see. */
  readonly per?: { readonly count: number; readonly name: string }
  /** Where the time of the processor says little, because the work waits for a disk: the wall's is taken, whatever was asked for. */
  readonly clock?: ClockName
  /** What else is worth knowing, found out in this run. */
  readonly notes: ReadonlyArray<string>
}

/** How much code weighs, bundled, minified and compressed. */
export interface WeighedRow {
  readonly _tag: "Weighed"
  readonly id: string
  readonly title: string
  readonly ours: { readonly name: string; readonly bytes: number }
  readonly peers: ReadonlyArray<{ readonly name: string; readonly bytes: number }>
  readonly atMost: number
  readonly notes: ReadonlyArray<string>
}

export type Row = TimedRow | WeighedRow

/** Makes a row ready: builds what it needs and holds everybody's answers against each other. Throws where they differ. */
export type Preparation = () => Promise<ReadonlyArray<Row>>
