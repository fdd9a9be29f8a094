/** There is more text than is read in one go, in UTF-16 units. */
export interface PaperTooLarge {
  readonly _tag: "PaperTooLarge"
  readonly rule: "REGISTER-8"
  readonly limit: number
}

/** What was handed in is neither text nor bytes. */
export interface PaperNotText {
  readonly _tag: "PaperNotText"
  readonly rule: "REGISTER-8"
  /** What it is instead, as `typeof` calls it. */
  readonly got: string
}

/** The bytes are no UTF-8; `offset` is that of the first one that is none, from 0. */
export interface PaperNotUtf8 {
  readonly _tag: "NotUtf8"
  readonly rule: "REGISTER-8"
  readonly offset: number
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

/** A word of choice stands in a cell that is for something else; `cell` is counted from 1. */
export interface PaperChoiceMisplaced {
  readonly _tag: "PaperChoiceMisplaced"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly cell: number
  readonly got: string
}

/** A remark about a voter who did not vote. */
export interface PaperRemarkAlone {
  readonly _tag: "PaperRemarkAlone"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly got: string
}

/** The name beside an id is that of somebody else. */
export interface PaperNameDiffers {
  readonly _tag: "PaperNameDiffers"
  readonly rule: "REGISTER-9"
  readonly line: number
  readonly voter: string
  readonly got: string
  readonly expected: string
}

/** The file bears no line that says which sitting it is for. */
export interface PaperFormMissing {
  readonly _tag: "PaperFormMissing"
  readonly rule: "REGISTER-10"
  readonly matter: string
  readonly round: number
}

/** The line that says which sitting it is for cannot be read. */
export interface PaperFormUnreadable {
  readonly _tag: "PaperFormUnreadable"
  readonly rule: "REGISTER-10"
  readonly line: number
  readonly got: string
}

/** The form was made for another matter, another round or another roll. */
export interface PaperOfAnother {
  readonly _tag: "PaperOfAnother"
  readonly rule: "REGISTER-10"
  readonly line: number
  readonly what: "matter" | "round" | "roll"
  readonly got: string
  readonly expected: string
}

/** Nobody voted. */
export interface PaperIsEmpty {
  readonly _tag: "PaperIsEmpty"
  readonly rule: "REGISTER-9"
}

/** Why a paper register was not read. Cases of one line name it, as an editor counts them, from 1. */
export type PaperRefusal =
  | PaperTooLarge
  | PaperNotText
  | PaperNotUtf8
  | PaperFormMissing
  | PaperFormUnreadable
  | PaperOfAnother
  | PaperNotCsv
  | PaperColumnMissing
  | PaperColumnTwice
  | PaperRaggedRow
  | PaperVoterInvalid
  | PaperVoterUnknown
  | PaperVoterTwice
  | PaperNameDiffers
  | PaperChoiceUnknown
  | PaperChoiceMisplaced
  | PaperRemarkAlone
  | PaperReasonMissing
  | PaperReasonUnreadable
  | PaperIsEmpty
