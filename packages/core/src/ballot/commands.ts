import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { BallotOf, Choice } from "./model.ts"

/** What may be asked of a ballot. `castBy` is the voter of the roll who casts it: the voter itself, or its proxy. */
export const BallotCommand = Schema.Union([
  /** Vote in an open ballot, over one's own login. */
  Schema.TaggedStruct("CastBallot", { ...BallotOf.fields, castBy: Id, choice: Choice }),
  /** Vote in a secret ballot: the log gets that somebody voted, the box gets what, and neither gets both. */
  Schema.TaggedStruct("CastSecretBallot", { ...BallotOf.fields, castBy: Id, choice: Choice }),
  /** A clerk enters a paper ballot of an open ballot; one that came too late is kept and not counted. */
  Schema.TaggedStruct("EnterPaperBallot", { ...BallotOf.fields, castBy: Id, choice: Choice, late: Schema.Boolean }),
  /** A clerk enters a paper that cannot be counted, with the reason. */
  Schema.TaggedStruct("EnterVoidBallot", { ...BallotOf.fields, reason: Text }),
])
export type BallotCommand = typeof BallotCommand.Type
