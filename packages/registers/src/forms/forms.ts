import type { RegisterReader } from "../register.ts"
import { type Say, sayFor } from "../sheet/say.ts"
import type { SheetPart } from "../sheet/sheet.ts"
import { type FormKind, type FormLayout, type FormNumber, formNumber } from "./form-code.ts"
import { headcount, signIn } from "./meeting-plans.ts"
import { type FormOptions, type FormPlan, layoutOf } from "./plan.ts"
import { posting } from "./posting-plan.ts"
import { type FormFile, type FormRefused, readFormFile, refusedForm } from "./read-file.ts"
import { type FormRead, readBy } from "./read-rows.ts"
import { call, filing } from "./single-plans.ts"
import { aboutSheet } from "./sitting-parts.ts"
import type { StepForm, StepFormOf } from "./step-forms.ts"
import { tally } from "./tally-plan.ts"
import { votes } from "./votes-plan.ts"
import { comment, objection } from "./words-plans.ts"
import { csvOfForm, printed } from "./write-form.ts"

/** A form with its plan. */
interface Planned {
  readonly layout: FormLayout
  readonly lines: (say: Say, sheet: string | null) => ReadonlyArray<ReadonlyArray<string>>
  readonly parts: (say: Say, sheet: string | null) => ReadonlyArray<SheetPart>
  readonly read: (file: FormFile, options: FormOptions) => FormRead
}

const planned = <Kind extends FormKind, Line>(form: StepFormOf<Kind>, plan: FormPlan<Kind, Line>): Planned => ({
  layout: layoutOf(form, plan),
  lines: (say, sheet) => plan.lines(form, say, sheet),
  parts: (say, sheet) => plan.parts(form, say, sheet),
  read: (file, options) => readBy(file, plan, { form, options }),
})

const plannedOf = (form: StepForm): Planned => {
  switch (form.kind) {
    case "call":
      return planned(form, call)
    case "sign-in":
      return planned(form, signIn)
    case "headcount":
      return planned(form, headcount)
    case "votes":
      return planned(form, votes)
    case "tally":
      return planned(form, tally)
    case "posting":
      return planned(form, posting)
    case "objection":
      return planned(form, objection)
    case "comment":
      return planned(form, comment)
    case "filing":
      return planned(form, filing)
  }
}

/** How a form is printed. */
export interface FormPrint {
  /** An id that tells several sheets of objections or comments apart; without it the first of which nothing stands in the log. */
  readonly sheet?: string | undefined
}

/** A form to print on A4 and to fill in by hand: one page without a script. Rules REGISTER-4 and REGISTER-18. */
export const stepFormHtml = (form: StepForm, reader: RegisterReader, { sheet }: FormPrint = {}): string => {
  const say = sayFor(reader)
  const { layout, parts } = plannedOf(form)
  const about = aboutSheet(say, formNumber(layout), [form.kind, "typed"])
  const all = [...parts(say, sheet ?? null), about]
  return printed({ title: form.kind, community: form.community, parts: all, signatures: layout.signers }, reader)
}

/** The same as an empty CSV, into which a clerk types what the signed sheet says. Rules REGISTER-13 to REGISTER-15. */
export const stepFormCsv = (form: StepForm, reader: RegisterReader, { sheet }: FormPrint = {}): string => {
  const say = sayFor(reader)
  const { layout, lines } = plannedOf(form)
  return csvOfForm(layout, lines(say, sheet ?? null), say)
}

/** What a file says of itself, before anybody knows what it is held against. Rule REGISTER-14. */
export const stepFormNumber = (
  csv: string | Uint8Array,
): { readonly ok: true; readonly value: FormNumber } | FormRefused => {
  const file = readFormFile(csv)
  return file.ok ? { ok: true, value: file.value.number } : file
}

/** The form that a file is of, among those that are awaited: of its kind, and of its number where there are several. */
const awaitedBy = ({ number }: FormFile, forms: ReadonlyArray<StepForm>): StepForm | undefined => {
  const ofKind = forms.filter(({ kind }) => kind === number.kind)
  return ofKind.find((form) => String(form.number) === number.number) ?? ofKind.at(-1)
}

/**
 * Turns the CSV that a clerk filled in from a signed sheet, as text or as the bytes of a file, into commands. `forms` are those that
 * are awaited now: `formsOfMatter`, `formsOfDisclosure` and `formsOfCovenant` give them. All of it is read or none of it, and
 * whatever is wrong is told with its line and its column, all at once. Rules REGISTER-13 to REGISTER-17.
 */
export const readStepForm = (
  csv: string | Uint8Array,
  forms: ReadonlyArray<StepForm>,
  options: FormOptions,
): FormRead => {
  const file = readFormFile(csv)
  if (!file.ok) return file
  const form = awaitedBy(file.value, forms)
  if (form !== undefined) return plannedOf(form).read(file.value, options)
  const { kind, of } = file.value.number
  const awaited = forms.map((one) => one.kind)
  const refused = refusedForm([{ _tag: "FormNotAwaited", rule: "REGISTER-14", kind, of, awaited }])
  return refused as FormRefused
}
