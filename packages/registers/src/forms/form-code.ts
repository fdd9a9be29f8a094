import { rollCheck } from "../paper/form-line.ts"

/** The forms that are entered back. */
export const formKinds = ["sign-in", "posting", "objection", "comment", "filing"] as const
export type FormKind = (typeof formKinds)[number]

/** Which form it is: its kind, whose it is, which turn of that, and the ids for which it was made. */
export interface FormLayout {
  readonly kind: FormKind
  /** The stream that its commands are for: a matter, a disclosure, a covenant. */
  readonly of: string
  /** Round, preparation, revision or version. */
  readonly number: number
  /** What it was made for: the ids of its roll, its lines or its clauses, and the digest of its document. */
  readonly madeFor: ReadonlyArray<string>
  readonly columns: ReadonlyArray<FormColumn>
}

/** What a form number says, part by part. */
export type FormPart = "kind" | "of" | "number" | "made-for"

/** The columns of all forms. */
export const formColumns = [
  ...["voter", "name", "present", "channel", "place", "day", "objection", "comment", "clause", "words"],
  ...["receipt", "office", "signed", "second"],
] as ReadonlyArray<FormColumn>
export type FormColumn =
  | "voter"
  | "name"
  | "present"
  | "channel"
  | "place"
  | "day"
  | "objection"
  | "comment"
  | "clause"
  | "words"
  | "receipt"
  | "office"
  | "signed"
  | "second"

/** The number of a form by its parts; no id has the sign between them. The check finds a mix-up and is no seal. */
export const formParts = ({ kind, madeFor, number, of }: FormLayout): Readonly<Record<FormPart, string>> => ({
  ...{ kind, of, number: String(number) },
  "made-for": rollCheck(madeFor).slice("roll-".length),
})

/** The number of a form as it is printed, and as it stands in the first line of its CSV. */
export const formNumber = (layout: FormLayout): string => Object.values(formParts(layout)).join("@")

/** The parts of a form number; nothing where it is none. */
export const readFormNumber = (text: string): Readonly<Record<FormPart, string>> | undefined => {
  const [, kind, of, number, check] = /^([a-z-]+)@([^@]+)@([0-9]{1,9})@([0-9a-f]{16})$/.exec(text) ?? []
  if (kind === undefined || of === undefined || number === undefined || check === undefined) return undefined
  return { ...{ kind, of, number }, "made-for": check }
}
