import type { PaperNotCsv, PaperNotText, PaperNotUtf8, PaperRaggedRow, PaperTooLarge } from "../paper/refusals.ts"
import type { FormColumn, FormKind, FormPart } from "./form-code.ts"

/** The file bears no form number in its first line. */
export interface FormMissing {
  readonly _tag: "FormMissing"
  readonly rule: "REGISTER-13"
  readonly kind: FormKind
  readonly of: string
}

/** The number in the first line is none. */
export interface FormUnreadable {
  readonly _tag: "FormUnreadable"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly got: string
}

/** The form is of another kind, or was made for something else. */
export interface FormOfAnother {
  readonly _tag: "FormOfAnother"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly what: FormPart
  readonly got: string
  readonly expected: string
}

/** The line of columns lacks one. */
export interface FormColumnMissing {
  readonly _tag: "FormColumnMissing"
  readonly rule: "REGISTER-13"
  readonly column: FormColumn
}

/** The line of columns names one twice. */
export interface FormColumnTwice {
  readonly _tag: "FormColumnTwice"
  readonly rule: "REGISTER-13"
  readonly column: FormColumn
}

/** Nothing says who typed. `line`: where it belongs. */
export interface FormTypistMissing {
  readonly _tag: "FormTypistMissing"
  readonly rule: "REGISTER-14"
  readonly line: number
}

/** Both signatures of a line are those of one person. */
export interface FormSignedTwiceByOne {
  readonly _tag: "FormSignedTwiceByOne"
  readonly rule: "REGISTER-14"
  readonly line: number
}

/** A cell that must be filled in is empty. */
export interface FormCellMissing {
  readonly _tag: "FormCellMissing"
  readonly rule: "REGISTER-13" | "REGISTER-14"
  readonly line: number
  readonly column: FormColumn
}

/** A cell says something that cannot be kept as what it is for. */
export interface FormCellUnreadable {
  readonly _tag: "FormCellUnreadable"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly column: FormColumn
  readonly wanted: "id" | "line" | "text" | "day" | "presence"
  readonly got: string
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
  readonly first: number
  readonly column: FormColumn
  readonly got: string
}

/** The name beside an id is that of somebody else. */
export interface FormNameDiffers {
  readonly _tag: "FormNameDiffers"
  readonly rule: "REGISTER-13"
  readonly line: number
  readonly got: string
  readonly expected: string
}

/** A form for one thing has several lines that say something. */
export interface FormLineTooMany {
  readonly _tag: "FormLineTooMany"
  readonly rule: "REGISTER-13"
  readonly line: number
}

/** What was handed in as the evidence is no digest. */
export interface FormDigestInvalid {
  readonly _tag: "FormDigestInvalid"
  readonly rule: "REGISTER-13"
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
  | FormOfAnother
  | FormColumnMissing
  | FormColumnTwice
  | FormTypistMissing
  | FormSignedTwiceByOne
  | FormCellMissing
  | FormCellUnreadable
  | FormIdUnknown
  | FormIdTwice
  | FormNameDiffers
  | FormLineTooMany
  | FormDigestInvalid
  | FormIsEmpty
