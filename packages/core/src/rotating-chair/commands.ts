import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { RotaPolicy } from "./policy.ts"

const Ordinal = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))

/** What may be asked of a rota. Terms are named by their ordinal, units by their id. */
export const RotaCommand = Schema.Union([
  /** Open the rota of a conference with its units in listed order. */
  Schema.TaggedStruct("OpenRota", { policy: RotaPolicy, units: Schema.Array(Id), startsOn: CivilDate }),
  /** Follow another policy from a day on; published terms stay as they are. */
  Schema.TaggedStruct("AdoptRotaPolicy", { policy: RotaPolicy, effectiveFrom: CivilDate }),
  Schema.TaggedStruct("SeatUnit", { unit: Id }),
  Schema.TaggedStruct("UnseatUnit", { unit: Id }),
  Schema.TaggedStruct("MergeUnits", { units: Schema.Tuple([Id, Id]), into: Id }),
  Schema.TaggedStruct("SwapTurns", { first: Ordinal, second: Ordinal }),
  /** Put off a turn: it is owed and comes back first. */
  Schema.TaggedStruct("SkipTurn", { term: Ordinal, reason: Text }),
  /** Give up a turn: it is used up. */
  Schema.TaggedStruct("DeclineTurn", { term: Ordinal, reason: Text }),
  Schema.TaggedStruct("RecordNoShow", { term: Ordinal }),
  /** Name who presides while the serving chair is absent; without a unit the policy's rule chooses. */
  Schema.TaggedStruct("NameSubstitute", { unit: Schema.NullOr(Id) }),
  Schema.TaggedStruct("DeclareInterest", { item: Id, unit: Id }),
  /** Fill a vacant term; without a unit the next in turn. */
  Schema.TaggedStruct("FillVacancy", { term: Ordinal, unit: Schema.NullOr(Id) }),
  Schema.TaggedStruct("HandOverChair", { term: Ordinal, record: Digest }),
  Schema.TaggedStruct("RemindHandOver", { term: Ordinal }),
  /** Count a meeting that was held, for terms that last a number of meetings. */
  Schema.TaggedStruct("CountMeeting", { meeting: Id, heldOn: CivilDate }),
  /** Take note of the day: begin terms whose day has come and publish up to the horizon. */
  Schema.TaggedStruct("AdvanceRota", {}),
  Schema.TaggedStruct("CloseRota", {}),
])
export type RotaCommand = typeof RotaCommand.Type
