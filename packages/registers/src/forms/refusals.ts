import type { PaperNotCsv, PaperNotText, PaperNotUtf8, PaperRaggedRow, PaperTooLarge } from "../paper/refusals.ts"
import type { FormColumn, FormHead, FormKind, FormPart } from "./form-code.ts"

/** The first line bears no form number. */
export interface FormMissing {
  readonly _tag: "FormMissing"
  readonly rule: "REGISTER-14"
  readonly line: number
}

/** The number in the first line is none. */
export interface FormUnreadable {
  readonly _tag: "FormUnreadable"
  readonly rule: "REGISTER-14"
  readonly line: number
  readonly got: string
}

/** Nothing awaits such a form: the sitting is over, the comments are closed, or it never was. `awaited`: what is. */
export interface FormNotAwaited {
  readonly _tag: "FormNotAwaited"
  readonly rule: "REGISTER-14"
  readonly kind: string
  readonly of: string
  readonly awaited: ReadonlyArray<FormKind>
}

/** The form was made for something else. */
export interface FormOfAnother {
  readonly _tag: "FormOfAnother"
  readonly rule: "REGISTER-14"
  readonly line: number
  readonly what: FormPart
  readonly got: string
  readonly expected: string
}

/** What a line says stands in the log already. */
export interface FormEnteredAlready {
  readonly _tag: "FormEnteredAlready"
  readonly rule: "REGISTER-14"
  readonly line: number
  readonly column: FormColumn | "form"
  readonly got: string
}

/** The line of columns lacks one. */
export interface FormColumnMissing {
  readonly _tag: "FormColumnMissing"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn
}

/** The line of columns names one twice. */
export interface FormColumnTwice {
  readonly _tag: "FormColumnTwice"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn
}

/** A cell that must be filled in is empty. */
export interface FormCellMissing {
  readonly _tag: "FormCellMissing"
  readonly rule: "REGISTER-13" | "REGISTER-15"
  readonly line: number
  readonly column: FormColumn | FormHead
}

/** A cell says something that cannot be kept as what it is for. */
export interface FormCellUnreadable {
  readonly _tag: "FormCellUnreadable"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn | FormHead
  readonly wanted: "id" | "line" | "text" | "day" | "presence" | "choice" | "count"
  readonly got: string
}

/** A spreadsheet program made a number of a day. `perhaps`: the day that it most likely was. */
export interface FormDayIsSerial {
  readonly _tag: "FormDayIsSerial"
  readonly rule: "REGISTER-16"
  readonly line: number
  readonly column: FormColumn
  readonly got: string
  readonly perhaps: `${number}-${number}-${number}`
}

/** An id that the form was not made for. */
export interface FormIdUnknown {
  readonly _tag: "FormIdUnknown"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn
  readonly got: string
}

/** An id stands in two lines. */
export interface FormIdTwice {
  readonly _tag: "FormIdTwice"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn
  readonly first: number
  readonly got: string
}

/** The name beside an id is that of somebody else. */
export interface FormNameDiffers {
  readonly _tag: "FormNameDiffers"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: "name"
  readonly got: string
  readonly expected: string
}

/** A form for one thing has several lines that say something. */
export interface FormLineTooMany {
  readonly _tag: "FormLineTooMany"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly first: number
}

/** A line of the tally says nothing: nought is written as 0. `line`: the last one that says something. */
export interface FormCountMissing {
  readonly _tag: "FormCountMissing"
  readonly rule: "REGISTER-17"
  readonly line: number
  readonly column: "count"
  readonly got: "for" | "against" | "abstain" | "void" | "returned"
}

/** The votes that were counted are not as many as the papers that came back. */
export interface FormSumDiffers {
  readonly _tag: "FormSumDiffers"
  readonly rule: "REGISTER-17"
  readonly line: number
  readonly column: "count"
  readonly returned: number
  readonly sum: number
}

/** Both signatures are those of one person. */
export interface FormSignedTwiceByOne {
  readonly _tag: "FormSignedTwiceByOne"
  readonly rule: "REGISTER-15"
  readonly line: number
  readonly column: "second"
}

/** What the host handed in as the digest of the signed sheet, or of a document, is none. */
export interface FormDigestInvalid {
  readonly _tag: "FormDigestInvalid"
  readonly rule: "REGISTER-15"
  readonly what: "sheet" | "document"
  readonly got: string
}

/** Nothing was filled in. */
export interface FormIsEmpty {
  readonly _tag: "FormIsEmpty"
  readonly rule: "REGISTER-13"
  readonly kind: FormKind
}

/** Why a form was not read. Cases of one line name it, as an editor counts them, from 1. */
export type FormRefusal =
  | PaperTooLarge
  | PaperNotText
  | PaperNotUtf8
  | PaperNotCsv
  | PaperRaggedRow
  | FormMissing
  | FormUnreadable
  | FormNotAwaited
  | FormOfAnother
  | FormEnteredAlready
  | FormColumnMissing
  | FormColumnTwice
  | FormCellMissing
  | FormCellUnreadable
  | FormDayIsSerial
  | FormIdUnknown
  | FormIdTwice
  | FormNameDiffers
  | FormLineTooMany
  | FormCountMissing
  | FormSumDiffers
  | FormSignedTwiceByOne
  | FormDigestInvalid
  | FormIsEmpty
