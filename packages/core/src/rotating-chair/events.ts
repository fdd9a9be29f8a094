import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Because, MoveCause, OwedTurn, Term } from "./model.ts"
import { RotaPolicy } from "./policy.ts"

const Ordinal = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** What has happened to a rota. Stored for ever: add cases, never rename one. */
export const RotaEvent = Schema.Union([
  Schema.TaggedStruct("RotaOpened", { policy: RotaPolicy, startsOn: CivilDate, anchorDay: Ordinal }),
  Schema.TaggedStruct("RotaPolicyAdopted", { policy: RotaPolicy, effectiveFrom: CivilDate }),
  Schema.TaggedStruct("UnitSeated", { unit: Id, seatedAt: Ordinal, countsFromRound: Ordinal, lateIn: Ordinal }),
  /** The unit left; what it owed is gone with it. */
  Schema.TaggedStruct("UnitUnseated", { unit: Id }),
  /** The second unit's seat and debts went into one seat that now bears the name `into`. */
  Schema.TaggedStruct("UnitsMerged", {
    units: Schema.Tuple([Id, Id]),
    into: Id,
    on: CivilDate,
    owed: Schema.Array(OwedTurn),
  }),
  /** A term was published; `repays` names the debt that it settles. */
  Schema.TaggedStruct("TermPublished", { term: Term, repays: Schema.NullOr(OwedTurn) }),
  Schema.TaggedStruct("TurnsSwapped", { first: Ordinal, second: Ordinal }),
  Schema.TaggedStruct("TurnSkipped", { term: Ordinal, unit: Id, reason: Text }),
  Schema.TaggedStruct("TurnDeclined", { term: Ordinal, unit: Id, reason: Text }),
  /** A published turn passed to another unit, to a stand-in (`counts` false) or to nobody yet (`unit` null). */
  Schema.TaggedStruct("TurnMoved", {
    term: Ordinal,
    before: Schema.NullOr(Id),
    cause: MoveCause,
    unit: Schema.NullOr(Id),
    counts: Schema.Boolean,
    round: Ordinal,
    because: Schema.Array(Because),
    repays: Schema.NullOr(OwedTurn),
  }),
  Schema.TaggedStruct("NoShowRecorded", { term: Ordinal, unit: Id, owed: Schema.Boolean }),
  Schema.TaggedStruct("SubstituteNamed", { term: Ordinal, unit: Id }),
  Schema.TaggedStruct("InterestDeclared", { item: Id, unit: Id }),
  Schema.TaggedStruct("ChairVacated", { term: Ordinal, since: CivilDate, endsOn: Schema.NullOr(CivilDate) }),
  /** The vacant chair is held again from this day on. */
  Schema.TaggedStruct("VacancyFilled", {
    term: Ordinal,
    unit: Id,
    on: CivilDate,
    handOverBefore: Schema.NullOr(CivilDate),
  }),
  Schema.TaggedStruct("TermBegun", {
    term: Ordinal,
    unit: Schema.NullOr(Id),
    on: CivilDate,
    handOverBefore: Schema.NullOr(CivilDate),
  }),
  Schema.TaggedStruct("ChairHandedOver", {
    term: Ordinal,
    from: Schema.NullOr(Id),
    to: Id,
    on: CivilDate,
    record: Digest,
  }),
  Schema.TaggedStruct("HandOverReminded", { term: Ordinal, unit: Id }),
  Schema.TaggedStruct("MeetingCounted", { meeting: Id, heldOn: CivilDate, term: Ordinal }),
  /** A term counted in meetings got its last day: `until` is the first day of the next. */
  Schema.TaggedStruct("TermEndSet", { term: Ordinal, until: CivilDate }),
  Schema.TaggedStruct("RotaClosed", { on: CivilDate }),
])
export type RotaEvent = typeof RotaEvent.Type
