import type { RegisterReader, RegisterVoter } from "../register.ts"
import { sayFor } from "../sheet/say.ts"
import { type FormColumn, type FormLayout, formNumber } from "./form-code.ts"
import { presenceOf } from "./headings.ts"
import type { Cells } from "./read-cells.ts"
import { type FormRead, type FormSignature, readRows } from "./read-rows.ts"
import { factsOf, formCsv, notesOf, printed, roomFor } from "./write-form.ts"

/** The sign-in sheet of a sitting. */
export interface SignInForm {
  readonly community: string
  readonly matter: string
  readonly title: string
  readonly round: number
  /** The day of the sitting, `YYYY-MM-DD`. */
  readonly sitsOn: string
  readonly roll: ReadonlyArray<Pick<RegisterVoter, "voter" | "person">>
}

/** The command of a deliberation that a sign-in sheet becomes. */
export interface RecordAttendance {
  readonly _tag: "RecordAttendance"
  readonly present: readonly [string, ...ReadonlyArray<string>]
}

const columns: ReadonlyArray<FormColumn> = ["voter", "name", "present", "signed"]

const layoutOf = ({ matter, roll, round }: SignInForm): FormLayout => ({
  ...({ kind: "sign-in", of: matter, number: round, columns } as const),
  madeFor: roll.map(({ voter }) => voter),
})

/** A sign-in sheet to print: everybody on the roll, and room for a signature. Rule REGISTER-15. */
export const signInSheet = (form: SignInForm, reader: RegisterReader): string => {
  const say = sayFor(reader)
  const { community, matter, roll, round, sitsOn, title } = form
  const facts = factsOf(say, [
    ["number", formNumber(layoutOf(form))],
    ["matter", title],
    ["matter-id", matter],
    ["round", String(round)],
    ["sits", say.text("register.value.day", { day: sitsOn })],
    ["expected", String(roll.length)],
  ])
  const about = { heading: say.text("form.part.about"), facts, lines: notesOf(say, "sign-in"), table: null }
  const rows = roll.map(({ person, voter }) => [voter, say.name(person ?? voter), ""])
  const parts = [about, roomFor(say, ["voter", "name", "signature"], rows)]
  return printed({ title: "sign-in", community, parts, signatures: ["presider", "secretary"] }, reader)
}

/** The same as an empty CSV, to be read by `readSignIn`. */
export const signInCsv = (form: SignInForm, reader: RegisterReader): string =>
  formCsv(
    layoutOf(form),
    form.roll.map(({ person, voter }) => [voter, sayFor(reader).name(person ?? voter), "", ""]),
    reader,
  )

interface SignedIn {
  readonly line: number
  readonly voter: string
  readonly signature: FormSignature
}

/** Whether the line says that its voter came; nothing where it says neither. */
const presenceIn = (cells: Cells, word: string, line: number): boolean => {
  if (word === "") return false
  const is = presenceOf(word)
  if (is === undefined)
    cells.refuse({
      ...({ _tag: "FormCellUnreadable", rule: "REGISTER-13", line, column: "present" } as const),
      ...({ wanted: "presence", got: word } as const),
    })
  return is ?? false
}

/**
 * Turns the CSV that a clerk filled in from a signed sheet into the command that records who came: a line says 到会 or `present`,
 * and by whose name it is signed. `names` are those that the form was made with. Rules REGISTER-13 to REGISTER-15.
 */
export const readSignIn = (
  csv: string | Uint8Array,
  form: SignInForm,
  names?: RegisterReader["names"],
): FormRead<RecordAttendance> => {
  const persons = new Map(form.roll.map(({ person, voter }) => [voter, person ?? voter]))
  const known = new Set(persons.keys())
  const read = readRows<SignedIn>(csv, {
    ...{ layout: layoutOf(form), once: "voter" },
    read: (cells, line) => {
      const voter = cells.id("voter", known)
      const person = persons.get(voter)
      if (person !== undefined) cells.mustBeNamed(names?.(person))
      const isPresent = presenceIn(cells, cells.areBlank("present") ? "" : cells.line("present"), line)
      if (!isPresent) {
        // A signature of somebody who did not come is a mistake of one or the other.
        if (!cells.areBlank("signed") && cells.areBlank("present"))
          cells.refuse({ _tag: "FormCellMissing", rule: "REGISTER-13", line, column: "present" })
        return null
      }
      return { line, voter, signature: { as: voter, name: cells.signer("signed") } }
    },
  })
  if (!read.ok) return read
  const [first, ...others] = read.values
  const command: RecordAttendance = {
    _tag: "RecordAttendance",
    present: [first.voter, ...others.map(({ voter }) => voter)],
  }
  const signatures = read.values.map(({ signature }) => signature)
  return {
    ok: true,
    typedBy: read.typedBy,
    entries: [{ ...{ line: first.line, command, signatures }, on: form.sitsOn }],
  }
}
