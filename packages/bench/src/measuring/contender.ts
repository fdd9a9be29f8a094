/** What a way of doing some work is to us: our own code, somebody else's, or the least that could be done by hand. */
export type Part = "ours" | "peer" | "floor"

/** One way of doing the work of a row. */
export interface Contender {
  readonly name: string
  readonly part: Part
  /**
   * Does the work so many times. Gives a number that depends on every result, so that nothing can be optimised away;
   * a promise of it where the contender itself answers with promises.
   */
  readonly run: (times: number) => number | Promise<number>
}

/** What a contender took for one piece of work, in nanoseconds. */
export interface Measured {
  readonly name: string
  readonly part: Part
  readonly median: number
  /** The quarter of the rounds below and above which the time lay. */
  readonly quartiles: readonly [number, number]
  /** One entry for each round. */
  readonly rounds: ReadonlyArray<number>
}
