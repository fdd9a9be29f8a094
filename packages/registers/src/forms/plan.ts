import type { Names } from "@jinlin/messages"
import type { Say } from "../sheet/say.ts"
import type { SheetPart } from "../sheet/sheet.ts"
import type { FormColumn, FormKind, FormLayout } from "./form-code.ts"
import type { Cells } from "./read-cells.ts"
import type { FormRefusal } from "./refusals.ts"
import type { FormCommand, StepFormOf } from "./step-forms.ts"

/** What a reader of forms is told. */
export interface FormOptions {
  /**
   * The digest of the signed sheet: of a scan of it, or of the file that was typed from it. It is the evidence of a command that
   * has room for one.
   */
  readonly sheet: string
  /**
   * Keeps the words of an objection or a comment as a document, with salts, and gives its digest: the log never holds words.
   * Called only where everything else was read, once for each line that has any, in their order.
   */
  readonly documentOf: (words: string) => string
  /** The names that the form was made with: a line whose name is that of somebody else is refused. */
  readonly names?: Names | undefined
}

/** A remark that stands beside a vote. The command has no room for it: it belongs into the minutes. */
export interface FormRemark {
  readonly voter: string
  readonly remark: string
}

/** A command that a form gives. */
export interface FormEntry {
  /** The line on which it stands; of a command that is made of several the first of them. */
  readonly line: number
  readonly command: FormCommand
  /** For whom it was typed, as a reference; null: the form does not say. */
  readonly onBehalfOf: string | null
  /** How many signed. Their names are on the sheet, and leave it for nothing. */
  readonly signatures: number
  /** The day that the paper bears; null: it has none. */
  readonly on: string | null
  readonly remarks: ReadonlyArray<FormRemark>
}

/** What a line says, with its line. */
export interface Said<Line> {
  readonly line: number
  readonly said: Line
}

/** What a plan makes of the lines: entries without what stands above the columns. */
export type MadeEntry = Omit<FormEntry, "onBehalfOf" | "signatures"> &
  Partial<Pick<FormEntry, "onBehalfOf" | "signatures">>

/** How one kind of form is laid out, printed and read. `Line` is what a line of it says. */
export interface FormPlan<Kind extends FormKind, Line> {
  readonly columns: ReadonlyArray<FormColumn>
  readonly signers: ReadonlyArray<string>
  readonly madeFor: (form: StepFormOf<Kind>) => ReadonlyArray<string>
  /** The column whose id may stand in one line only; null: none. */
  readonly once: FormColumn | null
  /** Whether only one line may say anything. */
  readonly isOfOneLine: boolean
  /** The lines of the empty CSV. `sheet` tells the ids of several sheets apart; null: whatever is free. */
  readonly lines: (form: StepFormOf<Kind>, say: Say, sheet: string | null) => ReadonlyArray<ReadonlyArray<string>>
  /** What is printed below what every form says of itself. */
  readonly parts: (form: StepFormOf<Kind>, say: Say, sheet: string | null) => ReadonlyArray<SheetPart>
  /** Prepares to read lines, and says of each what it says; null: nothing, it was left empty. */
  readonly read: (form: StepFormOf<Kind>, options: FormOptions) => (cells: Cells) => Line | null
  /** What is wrong with all of them together. */
  readonly check: (said: ReadonlyArray<Said<Line>>, form: StepFormOf<Kind>) => ReadonlyArray<FormRefusal>
  readonly entries: (
    said: readonly [Said<Line>, ...ReadonlyArray<Said<Line>>],
    form: StepFormOf<Kind>,
    options: FormOptions,
  ) => ReadonlyArray<MadeEntry>
}

/** The layout of a form by its plan. */
export const layoutOf = <Kind extends FormKind, Line>(
  form: StepFormOf<Kind>,
  plan: FormPlan<Kind, Line>,
): FormLayout => ({
  ...{ kind: form.kind, of: form.of, step: form.step, number: form.number, document: form.document },
  ...{ madeFor: plan.madeFor(form), columns: plan.columns, signers: plan.signers },
})
