import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"

/** What a voter may choose. */
export const Choice = Schema.Literals(["for", "against", "abstain"])
export type Choice = typeof Choice.Type

/** How a ballot came in: over the voter's own login, or on paper through a clerk. */
export const Channel = Schema.Literals(["online", "paper"])
export type Channel = typeof Channel.Type

/**
 * How far a round is: `called`, and no ballot is open yet; open; closed; decided, and counted; or annulled, and counted by nobody.
 */
export const Phase = Schema.Literals(["called", "open", "closed", "decided", "annulled"])
export type Phase = typeof Phase.Type

/** Which ballot it is: of which voter, in which round of which matter. */
export const BallotOf = Schema.Struct({ matter: Id, round: Schema.Int.check(Schema.isGreaterThan(0)), voter: Id })
export type BallotOf = typeof BallotOf.Type

/** One paper or one press of a button. `choice` is null where it is secret and lies in the box. */
export const Cast = Schema.Struct({
  choice: Schema.NullOr(Choice),
  channel: Channel,
  /** The voter of the roll who cast it: the voter itself, or its proxy. */
  castBy: Id,
  /** Milliseconds since 1970; 0 in a secret ballot. */
  at: Schema.Int,
  kept: Schema.Union([
    Schema.TaggedStruct("Counts", {}),
    Schema.TaggedStruct("Void", { reason: Text }),
    Schema.TaggedStruct("Late", {}),
  ]),
})
export type Cast = typeof Cast.Type

/** The ballots of one voter in one round, in the order in which they arrived. */
export const Ballot = Schema.Struct({ of: Schema.NullOr(BallotOf), casts: Schema.Array(Cast) })
export type Ballot = typeof Ballot.Type

/** A ballot that was not cast yet. */
export const empty: Ballot = { of: null, casts: [] }
