import type { Circumstances } from "../kernel/authority.ts"
import type { DecisionRules } from "../kernel/decision-rules.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { Choice, MatterPlan } from "./model.ts"

/** A ballot as it arrived on its own, outside of what a clerk took down. */
export interface ArrivedBallot {
  readonly voter: string
  /** Null: it is secret, and lies in the box. */
  readonly choice: Choice | null
  /** Who cast it: the voter itself or its proxy. */
  readonly castBy: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Over whose hand it came: the voter's login or that of its proxy, or a clerk who entered a paper. */
  readonly channel: "online" | "paper"
  /** Kept and not counted: what the paper says cannot be counted, or it came late. */
  readonly kept: "counts" | "void" | "late"
}

/** How often each choice lies in the box of a secret ballot that is closed. */
export interface BoxCount {
  readonly choice: string
  readonly count: number
}

/** What a decision about a matter is told. */
export interface DeliberationCircumstances extends Circumstances {
  /**
   * The rules of the set that the command or the sitting names, resolved for today from the packs and choices of the
   * community; null: they name no such set, or contradict each other. For `CallStep`, `OpenBallot`, `DecideStep`,
   * `RecordOpinion` and `RebaseStep`.
   */
  readonly law?: DecisionRules | null | undefined
  /**
   * For `OpenMatter`: the list of steps that its plan names, as the charter and the packs of the community have it today; null:
   * they have no such list.
   */
  readonly plan?: MatterPlan | null | undefined
  /** For `DecideStep`: every ballot of the round, of each voter the ballots in the order in which they arrived. */
  readonly ballots?: ReadonlyArray<ArrivedBallot> | undefined
  /** For `DecideStep` after a secret ballot. */
  readonly box?: ReadonlyArray<BoxCount> | undefined
}

/** The facts that a decision reads from other streams: after the close no ballot of the round can change any more. */
export const circumstances: ReadonlyArray<NeededFact> = [
  { fact: "ballots", from: "ballot", key: "round", view: "arrived", consistency: "as-of", commands: ["DecideStep"] },
]
