import * as Schema from "effect/Schema"
import { Citation } from "./citation.ts"
import { CivilDate } from "./civil-date.ts"
import { Id } from "./identity.ts"
import { Text } from "./text.ts"
import { ThresholdData } from "./threshold-data.ts"

const count = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 0, maximum }))

/** A threshold with where it comes from. */
export const CitedThreshold = Schema.Struct({ threshold: ThresholdData, citation: Citation })
export type CitedThreshold = typeof CitedThreshold.Type

/** How a body votes: by raised hands, by name, or so that nobody can tell who chose what (over logins, or on papers that tellers count). */
export const BallotMode = Schema.Literals(["show-of-hands", "open", "secret", "secret-papers"])
export type BallotMode = typeof BallotMode.Type

/** What becomes of those who were asked and did not answer. `follow-majority` needs the clause that says so. */
export const SilencePolicy = Schema.Literals(["not-participating", "abstain", "follow-majority"])
export type SilencePolicy = typeof SilencePolicy.Type

/** What a matter is about, as law names it, the set of rules that decides it, and where this is said. */
export const AssignedSubject = Schema.Struct({ subject: Id, set: Id, citation: Citation })
export type AssignedSubject = typeof AssignedSubject.Type

/**
 * Everything by which one sitting of one body is judged, as it was resolved for one day from rule packs and a community's
 * own choices. It is written into the event that calls the sitting, and nothing that changes elsewhere changes it there.
 */
export const DecisionRules = Schema.Struct({
  /** The set of rules, such as `representatives-meeting` or `owners-special`. */
  set: Id,
  /** The day for which it was resolved, and the packs that were in force on it. */
  day: CivilDate,
  packs: Schema.Array(Text),
  /** Who must take part, each of them: counted among those present, or among those whose ballot arrived. Empty: no quorum. */
  quorum: Schema.Array(CitedThreshold),
  quorumCounts: Schema.Literals(["present", "participating"]),
  /** Who must be for it, each of them. Empty: the body is heard, and decides nothing. */
  approval: Schema.Array(CitedThreshold),
  /** The least share of the roll that is of the kind `representative`; null: no such rule. */
  composition: Schema.NullOr(CitedThreshold),
  /** Full calendar days between the call and the sitting, neither counted. `urgent`: it may be called at once, with a reason. */
  notice: Schema.Struct({ days: count(366), urgent: Schema.Boolean, citation: Citation }),
  ballot: Schema.Struct({ modes: Schema.NonEmptyArray(BallotMode), citation: Citation }),
  /** For how many others one person may vote; 0: for none. */
  proxies: Schema.Struct({ cap: count(10_000), citation: Citation }),
  /** `clause` names what allows it; `follow-majority` without one is refused. */
  silence: Schema.Struct({ policy: SilencePolicy, clause: Schema.NullOr(Text), citation: Citation }),
  /** Of several ballots of one voter in an open ballot the first counts, or the last. */
  repeated: Schema.Struct({ counts: Schema.Literals(["first", "last"]), citation: Citation }),
  /** How often a ballot may be extended, and by how many calendar days each time at most. */
  extension: Schema.Struct({ times: count(10), days: count(366), citation: Citation }),
  /** Whether the community's Party organization must have passed the same text before. */
  partyStudy: Schema.Struct({ required: Schema.Boolean, citation: Citation }),
  /**
   * Which set of this body decides which subject, by subject, where law assigns some of them to this set: it then decides these
   * and nothing else. Empty: no subject is assigned to it, and it is free.
   */
  subjects: Schema.Array(AssignedSubject),
})
export type DecisionRules = typeof DecisionRules.Type
