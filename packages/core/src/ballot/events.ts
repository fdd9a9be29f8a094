import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { BallotOf, Channel, Choice } from "./model.ts"

/** What has happened to a ballot. Stored for ever: add cases, never rename one. */
export const BallotEvent = Schema.Union([
  Schema.TaggedStruct("BallotCast", {
    ...BallotOf.fields,
    castBy: Id,
    choice: Choice,
    channel: Channel,
    /** Who is told that a clerk entered a paper: who votes for the voter. Null over a login, and where nobody is named. */
    person: Schema.NullOr(Id),
    /** Milliseconds since 1970. */
    at: Schema.Int,
  }),
  /** Somebody voted in a secret ballot. What was chosen lies in the box, without voter, order or time. */
  Schema.TaggedStruct("Voted", { ...BallotOf.fields, castBy: Id }),
  /** A ballot that came after the close, kept and not counted. `person` is who votes for the voter, null where nobody is named. */
  Schema.TaggedStruct("LateBallotKept", {
    ...BallotOf.fields,
    castBy: Id,
    person: Schema.NullOr(Id),
    channel: Channel,
    at: Schema.Int,
  }),
  /** A paper that cannot be counted, kept with the reason. */
  Schema.TaggedStruct("VoidBallotKept", {
    ...BallotOf.fields,
    person: Schema.NullOr(Id),
    reason: Text,
    at: Schema.Int,
  }),
])
export type BallotEvent = typeof BallotEvent.Type
