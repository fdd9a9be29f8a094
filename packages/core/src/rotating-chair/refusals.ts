import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Id } from "../kernel/identity.ts"

const Ordinal = Schema.Int
const refusal = <
  const Tag extends string,
  const Rule extends `CHAIR-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a rota refuses. Each case carries what would make it pass. */
export const RotaRefusal = Schema.Union([
  /** Nothing can be done to a rota that is not open; `status` says which way it is not. */
  refusal("RotaNotOpen", "CHAIR-20", { status: Schema.Literals(["unopened", "closed"]) }),
  /** A rota is opened once. */
  refusal("RotaAlreadyOpened", "CHAIR-20", { startsOn: Schema.NullOr(CivilDate) }),
  /** A rota starts today or later, never in the past. */
  refusal("RotaStartsInPast", "CHAIR-20", { startsOn: CivilDate, earliest: CivilDate }),
  /** A rota needs at least one unit. */
  refusal("EmptyRoll", "CHAIR-20", {}),
  /** The same unit stands twice on the list. */
  refusal("DuplicateMember", "CHAIR-20", { unit: Id, rows: Schema.Array(Ordinal) }),
  /** These units are no members of the conference; admit them first, or leave them out. */
  refusal("UnitsNotMembers", "CHAIR-22", { units: Schema.Array(Id) }),
  /** The unit has a seat already. */
  refusal("UnitAlreadySeated", "CHAIR-12", { unit: Id, position: Ordinal }),
  /** The unit has no seat; `seated` lists those that have. */
  refusal("UnitNotSeated", "CHAIR-2", { unit: Id, seated: Schema.Array(Id) }),
  /** No such term is published; `published` lists those that are. */
  refusal("TermNotPublished", "CHAIR-5", { term: Ordinal, published: Schema.Array(Ordinal) }),
  /** The term has begun: only terms that have not may be moved. `firstOpen` is the earliest that has not. */
  refusal("TermAlreadyBegun", "CHAIR-5", { term: Ordinal, firstOpen: Schema.NullOr(Ordinal) }),
  /** The term has not begun: what is asked concerns a term that serves or has just ended. */
  refusal("TermNotBegun", "CHAIR-11", { term: Ordinal, serving: Ordinal }),
  /** Two turns of one unit, or one turn with itself, cannot be swapped. */
  refusal("NothingToSwap", "CHAIR-6", { first: Ordinal, second: Ordinal, unit: Id }),
  /** The term is vacant or held by a stand-in: there is no turn of anybody's to move. */
  refusal("TurnNotHeld", "CHAIR-6", { term: Ordinal }),
  /** Nobody else could take the turn. */
  refusal("NobodyElseSeated", "CHAIR-7", { unit: Id }),
  /** The unit owes as many turns as it may. */
  refusal("OwedTurnsLimitReached", "CHAIR-7", { unit: Id, owed: Ordinal, limit: Ordinal }),
  /** The no-show of this term is on record. */
  refusal("NoShowAlreadyRecorded", "CHAIR-11", { term: Ordinal }),
  /** The term is not vacant. */
  refusal("TermNotVacant", "CHAIR-15", { term: Ordinal, unit: Id }),
  /** No hand-over of this term is due; `due` names the term whose is. */
  refusal("HandOverNotDue", "CHAIR-17", { term: Ordinal, due: Schema.NullOr(Ordinal) }),
  /** A hand-over is reminded of on the day before which it was due, and once. */
  refusal("ReminderNotDue", "CHAIR-17", {
    term: Ordinal,
    dueBefore: CivilDate,
    reminded: Schema.Boolean,
  }),
  /** A merger needs two different seated units and a name that no third unit bears. */
  refusal("MergeNeedsTwoUnits", "CHAIR-14", { units: Schema.Tuple([Id, Id]), into: Id }),
  /** A rota is counted in days or in meetings for as long as it lives: close it and open another to change that. */
  refusal("TermBasisFixed", "CHAIR-18", { basis: Schema.Literals(["calendar", "meetings"]) }),
  /** A policy takes effect today or later, and not before the one adopted last. */
  refusal("EffectiveTooEarly", "CHAIR-18", { effectiveFrom: CivilDate, earliest: CivilDate }),
  /** This rota's terms are not counted in meetings. */
  refusal("NotCountedInMeetings", "CHAIR-10", {}),
  /** The meeting was counted already. */
  refusal("MeetingAlreadyCounted", "CHAIR-10", { meeting: Id }),
  /** Meetings are counted in the term in which they were held, and not before they are held. */
  refusal("MeetingOutsideTerm", "CHAIR-10", {
    meeting: Id,
    heldOn: CivilDate,
    from: Schema.NullOr(CivilDate),
    until: Schema.NullOr(CivilDate),
  }),
  /** The unit holds the chair itself: another one must stand in for it. */
  refusal("SubstituteIsChair", "CHAIR-9", { unit: Id }),
  /** The unit's interest in this item is on record. */
  refusal("InterestAlreadyDeclared", "CHAIR-9", { item: Id, unit: Id }),
])
export type RotaRefusal = typeof RotaRefusal.Type
