import * as Schema from "effect/Schema"
import { BallotMode } from "../kernel/decision-rules.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { BallotOf, Phase } from "./model.ts"

const refusal = <
  const Tag extends string,
  const Rule extends `BALLOT-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a ballot is refused. Each case carries what would make it pass. */
export const BallotRefusal = Schema.Union([
  /** The stream is another ballot's: that of `of`. */
  refusal("BallotOfAnother", "BALLOT-1", { of: BallotOf }),
  /** The matter has no such round in which a ballot was opened. */
  refusal("RoundUnknown", "BALLOT-2", { matter: Id, round: Schema.Int }),
  /** Ballots are taken while the ballot of the round is open. A paper that came after the close is kept as a late one. */
  refusal("RoundNotOpen", "BALLOT-2", { phase: Phase }),
  /** Votes of this mode are taken by other commands: those in `by`. */
  refusal("BallotTakenOtherwise", "BALLOT-3", { mode: BallotMode, by: Schema.Array(Text) }),
  /** The roll is frozen, and this voter is not on it. */
  refusal("VoterNotOnRoll", "BALLOT-4", { voter: Id }),
  /** The voter takes no part because of an interest in the matter. */
  refusal("RecusedFromVote", "BALLOT-4", { voter: Id }),
  /** Only those in `entitled` cast this ballot: the voter itself, and its proxy. */
  refusal("NotEntitledToCast", "BALLOT-5", { voter: Id, castBy: Id, entitled: Schema.Array(Id) }),
  /** In a secret ballot nobody votes twice: the first vote cannot be found again. */
  refusal("VotedAlready", "BALLOT-6", { voter: Id }),
  /** A paper is late once the ballot is closed, and not before. */
  refusal("PaperNotLate", "BALLOT-7", { phase: Phase }),
])
export type BallotRefusal = typeof BallotRefusal.Type
