import { rollCheck } from "../paper/form-line.ts"
import { isId } from "../paper/read-row.ts"

/** The forms that are entered back. */
export const formKinds = [
  ...(["call", "sign-in", "headcount", "votes", "tally"] as const),
  ...(["posting", "objection", "comment", "filing"] as const),
] as const
/** One of the forms that are entered back. */
export type FormKind = (typeof formKinds)[number]

/** The columns of all forms. */
export type FormColumn =
  | "voter"
  | "name"
  | "present"
  | "choice"
  | "remark"
  | "count"
  | "set"
  | "urgent"
  | "channel"
  | "place"
  | "day"
  | "objection"
  | "comment"
  | "clause"
  | "words"
  | "receipt"
  | "office"
  | "behalf"
  | "signed"
  | "second"

/** What a line above the columns says: the number of the form, who typed, for whom, and who signed. */
export type FormHead = "form" | "typed" | "behalf" | "signed" | "second"

/** Which form it is, and what it was made for. */
export interface FormLayout {
  readonly kind: FormKind
  /** The stream that its commands are for: a matter, a disclosure, a covenant. */
  readonly of: string
  /** The step, or what is published. */
  readonly step: string
  /** Round, preparation, draft or version. */
  readonly number: number
  /** The digest of the document that it speaks of. */
  readonly document: string
  /** The ids of its roll or of its clauses, and whatever else it must be printed anew for. */
  readonly madeFor: ReadonlyArray<string>
  readonly columns: ReadonlyArray<FormColumn>
  /** Whose signatures stand below the whole sheet: codes of `term.signature`, two at most. */
  readonly signers: ReadonlyArray<string>
}

/** What a form number says, part by part. */
export type FormPart = "kind" | "of" | "step" | "number" | "document" | "made-for"

/** The number of a form by its parts. */
export type FormNumber = Readonly<Record<FormPart, string>>

/** So much of a digest stands in the number of a form; the whole of it is printed on the sheet. */
const shortOf = (digest: string): string => digest.slice(digest.indexOf(":") + 1).slice(0, 16)

/** The parts of the number of a form. The check over what it was made for finds a mix-up and is no seal. */
export const formParts = ({ document, kind, madeFor, number, of, step }: FormLayout): FormNumber => ({
  ...{ kind, of, step, number: String(number), document: shortOf(document) },
  "made-for": rollCheck(madeFor).slice("roll-".length),
})

/** The number of a form as it is printed, and as it stands in the first line of its CSV. No id has the sign between its parts. */
export const formNumber = (layout: FormLayout): string => Object.values(formParts(layout)).join("@")

/** The parts of a form number; nothing where it is none. */
export const readFormNumber = (text: string): FormNumber | undefined => {
  const found = /^([a-z-]{1,20})@([^@]{1,128})@([^@]{1,128})@([0-9]{1,9})@([0-9a-f]{1,16})@([0-9a-f]{16})$/.exec(text)
  if (found === null) return undefined
  const [, kind = "", of = "", step = "", number = "", document = "", check = ""] = found
  return isId(of) && isId(step) ? { ...{ kind, of, step, number, document }, "made-for": check } : undefined
}
