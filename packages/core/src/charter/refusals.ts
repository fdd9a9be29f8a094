import type { Citation } from "../kernel/citation.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { HeldBound } from "./resolved.ts"
import type { PackId, RuleKey } from "./rule-pack.ts"
import type { RuleValue } from "./rule-value.ts"

/** A day and the first day after: `to` null has no end. */
export interface Period {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

/** The charter names a pack that is not there; `known` lists those of the same name, or else all. */
export interface PackUnknown {
  readonly _tag: "PackUnknown"
  readonly rule: "CHARTER-1"
  readonly pack: PackId
  readonly known: ReadonlyArray<PackId>
}

/** Two packs bear the same name and say different things: give one. */
export interface PackTwice {
  readonly _tag: "PackTwice"
  readonly rule: "CHARTER-1"
  readonly pack: PackId
}

/** No version that the charter names is in force on the day; `inForce` lists the versions that are, for the charter to name. */
export interface PackNotInForce {
  readonly _tag: "PackNotInForce"
  readonly rule: "CHARTER-2"
  readonly packs: ReadonlyArray<PackId>
  readonly day: CivilDate
  readonly inForce: ReadonlyArray<PackId>
}

/** Two versions of one law are in force on the day: name one of them, or give the older one its end. */
export interface VersionsOverlap {
  readonly _tag: "VersionsOverlap"
  readonly rule: "CHARTER-2"
  readonly packs: ReadonlyArray<PackId>
  readonly day: CivilDate
}

/** Regulations of two places of which neither lies in the other: a community lies in one place. */
export interface PlacesApart {
  readonly _tag: "PlacesApart"
  readonly rule: "CHARTER-3"
  readonly packs: readonly [PackId, PackId]
  readonly places: readonly [string, string]
}

/** A value asks less than the article does; `allowed` is the nearest value that passes. */
export interface BelowFloor {
  readonly _tag: "BelowFloor"
  readonly rule: "CHARTER-5"
  readonly key: RuleKey
  readonly value: RuleValue
  readonly allowed: RuleValue
  readonly bound: HeldBound
}

/** A value goes further than the article lets it; `allowed` is the nearest value that passes. */
export interface AboveCeiling {
  readonly _tag: "AboveCeiling"
  readonly rule: "CHARTER-5"
  readonly key: RuleKey
  readonly value: RuleValue
  readonly allowed: RuleValue
  readonly bound: HeldBound
}

/** The article leaves no choice; `allowed` is what it says. */
export interface NotExact {
  readonly _tag: "NotExact"
  readonly rule: "CHARTER-5"
  readonly key: RuleKey
  readonly value: RuleValue
  readonly allowed: RuleValue
  readonly bound: HeldBound
}

/** Why neither of two values asks more: they are of different kinds, units, measures or bases, or have no order at all. */
export type NoOrder = "kind" | "unit" | "measure" | "base" | "no-order" | "unreadable"

/** The value and the bound cannot be compared, and nothing is guessed: choose a value of the kind, measure and base of the bound. */
export interface IncomparableValues {
  readonly _tag: "IncomparableValues"
  readonly rule: "CHARTER-6"
  readonly key: RuleKey
  readonly because: NoOrder
  readonly value: RuleValue
  /** Who says the value. */
  readonly from: PackId | "own"
  readonly bound: HeldBound
}

/** A pack says what an instrument that goes before it does not allow: name another version of it, or none. */
export interface PackWeakens {
  readonly _tag: "PackWeakens"
  readonly rule: "CHARTER-7"
  readonly key: RuleKey
  readonly weaker: HeldBound
  readonly bound: HeldBound
}

/** Two packs of which neither goes before leave no value: name one of them. They may be one pack that contradicts itself. */
export interface PacksContradict {
  readonly _tag: "PacksContradict"
  readonly rule: "CHARTER-7"
  readonly key: RuleKey
  readonly one: HeldBound
  readonly other: HeldBound
}

/** Two packs of which neither goes before propose different values: the community chooses. */
export interface DefaultsDisagree {
  readonly _tag: "DefaultsDisagree"
  readonly rule: "CHARTER-4"
  readonly key: RuleKey
  readonly one: HeldBound
  readonly other: HeldBound
}

/** Two different choices for one rule hold on the day: let one end where the other begins. */
export interface ChoicesOverlap {
  readonly _tag: "ChoicesOverlap"
  readonly rule: "CHARTER-8"
  readonly key: RuleKey
  readonly day: CivilDate
  readonly periods: ReadonlyArray<Period>
}

/** Silence joins the majority only by a clause of the owners' own rules that is named: name it, or choose another policy. */
export interface ClauseMissing {
  readonly _tag: "ClauseMissing"
  readonly rule: "CHARTER-9"
  readonly key: RuleKey
  readonly from: PackId | "own"
  readonly choice: string
}

/** One end of a range: what it says, and who says so. */
export interface RangeEnd {
  readonly key: RuleKey
  readonly value: RuleValue
  readonly from: PackId | "own"
  readonly citation: Citation
}

/** The least is more than the most, so that no value is both: choose ends between which something lies. `key` is the end at fault. */
export interface RangeEmpty {
  readonly _tag: "RangeEmpty"
  readonly rule: "CHARTER-16"
  readonly key: RuleKey
  readonly least: RangeEnd
  readonly most: RangeEnd
}

/**
 * The charter uses a step list that no pack in force on the day offers; `known` lists those that are offered. Or a list is
 * asked for that the charter does not use; `known` lists those that it does.
 */
export interface StepListUnknown {
  readonly _tag: "StepListUnknown"
  readonly rule: "CHARTER-10"
  readonly list: string
  readonly day: CivilDate
  readonly known: ReadonlyArray<string>
}

/** Two different step lists bear the same id; `from` says whose they are. */
export interface StepListTwice {
  readonly _tag: "StepListTwice"
  readonly rule: "CHARTER-10"
  readonly list: string
  readonly from: ReadonlyArray<PackId | "own">
}

/** Why the rules of a community could not be resolved for a day. Each case carries what would make it pass. */
export type CharterRefusal =
  | PackUnknown
  | PackTwice
  | PackNotInForce
  | VersionsOverlap
  | PlacesApart
  | BelowFloor
  | AboveCeiling
  | NotExact
  | IncomparableValues
  | PackWeakens
  | PacksContradict
  | DefaultsDisagree
  | ChoicesOverlap
  | ClauseMissing
  | RangeEmpty
  | StepListUnknown
  | StepListTwice
