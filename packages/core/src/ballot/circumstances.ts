import type { Circumstances } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { BallotMode } from "../kernel/decision-rules.ts"
import type { NeededFact } from "../kernel/needed-fact.ts"
import type { Phase } from "./model.ts"

/** The round that a ballot belongs to, as the matter has it. */
export interface BallotRound {
  readonly round: number
  readonly phase: Phase
  /** Null while no ballot is open yet, and once the round is decided or annulled. */
  readonly mode: BallotMode | null
  /** The last day on which a ballot is in time; null where `mode` is. */
  readonly closesOn: CivilDate | null
  /** The voter on the frozen roll; null: not on it. Once the round is over its roll is not kept: null. */
  readonly voter: { readonly person: string | null; readonly recused: boolean } | null
  /** Who votes for the voter by proxy: the proxy's place on the roll and its person; null: nobody. */
  readonly proxy: { readonly voter: string; readonly person: string | null } | null
  /** The body that sits; its secretary enters papers. */
  readonly body: string
}

/** What a decision about a ballot is told. */
export interface BallotCircumstances extends Circumstances {
  /** Null: the matter has no such round. */
  readonly round: BallotRound | null
}

/** The matter must not move between looking and writing: a ballot that is accepted is accepted before the close. */
export const circumstances: ReadonlyArray<NeededFact> = [
  {
    fact: "round",
    from: "deliberation",
    key: "matter",
    view: "round",
    consistency: "same-commit",
    commands: ["CastBallot", "CastSecretBallot", "EnterPaperBallot", "EnterVoidBallot"],
  },
]
