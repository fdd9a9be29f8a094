import type { PackId } from "@jinlin/core/charter"

/** What a file is to hold: the field with the number of its shape, which every charter and every rule pack has. */
export type FileKind = "charter" | "rulePack"

/** A file with nothing in it. Rule LINT-17. */
export interface EmptyFile {
  readonly _tag: "EmptyFile"
  readonly rule: "LINT-17"
  readonly expected: FileKind
}

/** A file of another kind: none of its fields is worth a word before that is mended. Rule LINT-17. */
export interface OtherKindOfFile {
  readonly _tag: "OtherKindOfFile"
  readonly rule: "LINT-17"
  readonly expected: FileKind
  readonly got: FileKind | "unknown"
}

/** Two files of one folder hold a pack of the same name, whether or not they say the same. Rule LINT-17. */
export interface PackFileTwice {
  readonly _tag: "PackFileTwice"
  readonly rule: "LINT-17"
  readonly pack: PackId
  /** The other file, by the name that a person knows it by. */
  readonly file: string
}

/** A charter names one pack in two places. Rule LINT-17. */
export interface PackNamedTwice {
  readonly _tag: "PackNamedTwice"
  readonly rule: "LINT-17"
  readonly pack: PackId
  /** Where it names it for the first time, counted from 0. */
  readonly first: number
}

/** A share that is no object of two whole numbers, written as texts: `example` is one. Rule LINT-17. */
export interface ShareForm {
  readonly _tag: "ShareForm"
  readonly rule: "LINT-17"
  readonly example: string
}
