import type { Refusal } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"

/** A file is not UTF-8 text; `offset` is the first byte that is not. */
export interface NotUtf8 {
  readonly _tag: "NotUtf8"
  readonly rule: "JOURNAL-1"
  readonly offset: number
}

/** A file is not what its name says: broken quotes in CSV, broken syntax in JSON. */
export interface BrokenFile {
  readonly _tag: "BrokenFile"
  readonly rule: "JOURNAL-1"
  readonly format: "csv" | "json"
  readonly reason: string
}

/** The first line lacks a column that every journal has, or names one twice. */
export interface BadHeader {
  readonly _tag: "BadHeader"
  readonly rule: "JOURNAL-2"
  readonly missing: ReadonlyArray<string>
  readonly doubled: ReadonlyArray<string>
}

/** A row has more or fewer cells than the first line has names. */
export interface RaggedRow {
  readonly _tag: "RaggedRow"
  readonly rule: "JOURNAL-2"
  readonly cells: number
  readonly columns: number
}

/** A time of the day is not HH:MM. */
export interface InvalidTimeOfDay {
  readonly _tag: "InvalidTimeOfDay"
  readonly rule: "JOURNAL-3"
  readonly got: string
}

/** A row lies before the row above it. A journal is in the order of its days. */
export interface ClockWentBack {
  readonly _tag: "ClockWentBack"
  readonly rule: "JOURNAL-3"
  readonly on: string
  readonly after: string
}

/** A row lies years after the row above it: a slip in the year, as a rule. */
export interface ClockJumped {
  readonly _tag: "ClockJumped"
  readonly rule: "JOURNAL-3"
  readonly on: CivilDate
  readonly after: CivilDate
  readonly limitDays: number
}

/** The charter has no policy of this name for this process. */
export interface UnknownPolicy {
  readonly _tag: "UnknownPolicy"
  readonly rule: "JOURNAL-4"
  readonly policy: string
  readonly known: ReadonlyArray<string>
}

/** A row is asked of a conference or of a matter, and not of both. Rule JOURNAL-12. */
export interface TwoStreams {
  readonly _tag: "TwoStreams"
  readonly rule: "JOURNAL-12"
  readonly conference: string
  readonly matter: string
}

/** No rule pack of the charter and no rule of its own has a list of steps of this name on this day. Rule JOURNAL-14. */
export interface UnknownStepList {
  readonly _tag: "UnknownStepList"
  readonly rule: "JOURNAL-14"
  readonly list: string
  readonly known: ReadonlyArray<string>
}

/** No row writes down a document of this name. Rule JOURNAL-16. */
export interface UnwrittenDocument {
  readonly _tag: "UnwrittenDocument"
  readonly rule: "JOURNAL-16"
  readonly document: string
  readonly known: ReadonlyArray<string>
}

/** Two rows write down a document of one name. Rule JOURNAL-16. */
export interface DocumentTwice {
  readonly _tag: "DocumentTwice"
  readonly rule: "JOURNAL-16"
  readonly document: string
}

/** A document has no section that is to be blacked out. Rule JOURNAL-17. */
export interface UnknownSection {
  readonly _tag: "UnknownSection"
  readonly rule: "JOURNAL-17"
  readonly document: string
  readonly section: string
  readonly known: ReadonlyArray<string>
}

/** A section is to be blacked out that has no salt of 128 bits: its words could be guessed. Rule JOURNAL-17. */
export interface UnsaltedSection {
  readonly _tag: "UnsaltedSection"
  readonly rule: "JOURNAL-17"
  readonly document: string
  readonly section: string
}

/** Reactions called each other too often; the last one is left to a person. */
export interface ReactionTooDeep {
  readonly _tag: "ReactionTooDeep"
  readonly rule: "REACTION-6"
  readonly limit: number
}

/** The store was told something else under this line, or by other choices of the charter. Rule JOURNAL-9. */
export interface ToldOtherwise {
  readonly _tag: "ToldOtherwise"
  readonly rule: "JOURNAL-9"
}

/** The store was told a row of this line that the journal no longer has, or that is left out now. Rule JOURNAL-9. */
export interface ToldRowGone {
  readonly _tag: "ToldRowGone"
  readonly rule: "JOURNAL-9"
}

/** The row is new and lies before what the store was told already; `reached` is the day up to which it was. Rule JOURNAL-9. */
export interface ToldPastThis {
  readonly _tag: "ToldPastThis"
  readonly rule: "JOURNAL-9"
  readonly on: CivilDate
  readonly reached: CivilDate
}

/** Why a row was refused before anything was decided. */
export type JournalRefusal =
  | NotUtf8
  | BrokenFile
  | BadHeader
  | RaggedRow
  | InvalidTimeOfDay
  | ClockWentBack
  | ClockJumped
  | UnknownPolicy
  | TwoStreams
  | UnknownStepList
  | UnwrittenDocument
  | DocumentTwice
  | UnknownSection
  | UnsaltedSection
  | ToldOtherwise
  | ToldRowGone
  | ToldPastThis

/** A row that was refused: its line in the file (1 is the first), the field, and why. */
export interface RefusedRow {
  readonly line: number
  /** The column or field that the refusal speaks of; null: the row as a whole. */
  readonly field: string | null
  /** What the row asked for, if that could be read. */
  readonly command: string | null
  readonly refusal: Refusal
}
