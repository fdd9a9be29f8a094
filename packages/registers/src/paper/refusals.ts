/** There is more text than is read in one go, in UTF-16 units. */
export interface PaperTooLarge {
  readonly _tag: "PaperTooLarge"
  readonly rule: "REGISTER-8"
  readonly limit: number
}

/** A quotation mark has no partner. */
export interface PaperNotCsv {
  readonly _tag: "PaperNotCsv"
  readonly rule: "REGISTER-8"
  readonly line: number
}

/** The first line lacks a column. */
export interface PaperColumnMissing {
  readonly _tag: "PaperColumnMissing"
  readonly rule: "REGISTER-8"
  readonly column: "voter" | "choice" | "remark"
}

/** The first line names a column twice. */
export interface PaperColumnTwice {
  readonly _tag: "PaperColumnTwice"
  readonly rule: "REGISTER-8"
  readonly column: string
}

/** A row has more or fewer cells than the first line. */
export interface PaperRaggedRow {
  readonly _tag: "PaperRaggedRow"
  readonly rule: "REGISTER-8"
  readonly line: number
  readonly cells: number
  readonly columns: number
}

/** What stands for a voter is no id. */
export interface PaperVoterInvalid {
  readonly _tag: "PaperVoterInvalid"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly got: string
}

/** The voter is not on the roll that was handed in. */
export interface PaperVoterUnknown {
  readonly _tag: "PaperVoterUnknown"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly voter: string
}

/** A voter has two lines. */
export interface PaperVoterTwice {
  readonly _tag: "PaperVoterTwice"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly first: number
  readonly voter: string
}

/** The choice is none of the words that are understood. */
export interface PaperChoiceUnknown {
  readonly _tag: "PaperChoiceUnknown"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly got: string
  readonly allowed: ReadonlyArray<string>
}

/** A void paper without the reason why. */
export interface PaperReasonMissing {
  readonly _tag: "PaperReasonMissing"
  readonly rule: "REGISTER-9"
  readonly line: number
}

/** A reason that cannot be kept as a text of one line. */
export interface PaperReasonUnreadable {
  readonly _tag: "PaperReasonUnreadable"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly maxLength: number
}

/** Nobody voted. */
export interface PaperIsEmpty {
  readonly _tag: "PaperIsEmpty"
  readonly rule: "REGISTER-9"
}

/** Why a paper register was not read. Every case but two names its line, as an editor counts them, from 1. */
export type PaperRefusal =
  | PaperTooLarge
  | PaperNotCsv
  | PaperColumnMissing
  | PaperColumnTwice
  | PaperRaggedRow
  | PaperVoterInvalid
  | PaperVoterUnknown
  | PaperVoterTwice
  | PaperChoiceUnknown
  | PaperReasonMissing
  | PaperReasonUnreadable
  | PaperIsEmpty
