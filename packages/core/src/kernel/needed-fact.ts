/**
 * A fact that a decision needs from the stream of another process, as `circumstances.ts` declares it and the shell gathers it.
 * A `same-commit` fact must still hold when the events are written: its stream becomes a guard. An `as-of` fact may have moved
 * on by then: where it was read is written down with the events.
 */
export interface NeededFact {
  /** The field of the circumstances that it fills. */
  readonly fact: string
  /** The process whose stream is read. */
  readonly from: string
  /** Which stream of it: the one of the same body, such as the conference of a rota. */
  readonly key: string
  /** What is made of the state of that stream. */
  readonly view: string
  readonly consistency: "same-commit" | "as-of"
  /** The commands that need it. */
  readonly commands: ReadonlyArray<string>
}
