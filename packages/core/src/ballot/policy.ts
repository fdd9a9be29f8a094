import * as Schema from "effect/Schema"
import { BallotMode } from "../kernel/decision-rules.ts"

/**
 * How votes of one mode are taken. Nothing here is chosen by a community: which modes a body may use, how many proxies there
 * are and which of several ballots counts stand in the rules under which the body was called.
 */
export const BallotTaking = Schema.Struct({
  mode: BallotMode,
  /** The command by which a voter casts over their own login; null: they do not. */
  online: Schema.NullOr(Schema.Literals(["CastBallot", "CastSecretBallot"])),
  /** Whether a clerk enters papers one by one. */
  papers: Schema.Boolean,
  /** The commands of the matter by which the votes of the meeting are taken down. */
  recorded: Schema.Array(Schema.Literals(["RecordVotes", "RecordCounts"])),
})
export type BallotTaking = typeof BallotTaking.Type
