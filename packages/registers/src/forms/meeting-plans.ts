import type { RegisterReader } from "../register.ts"
import type { Say } from "../sheet/say.ts"
import { presenceOf } from "./headings.ts"
import type { FormPlan } from "./plan.ts"
import type { Cells } from "./read-cells.ts"
import { sittingFacts } from "./sitting-parts.ts"
import type { SittingAwaited } from "./step-forms.ts"
import { factsOf, partOf, roomFor } from "./write-form.ts"

/** The ids of a roll. */
export const rollOf = ({ roll }: SittingAwaited): ReadonlyArray<string> => roll.map(({ voter }) => voter)

/** Each voter with a name. */
export const named = (form: SittingAwaited, say: Say): ReadonlyArray<readonly [string, string]> =>
  form.roll.map(({ person, voter }) => [voter, say.name(person ?? voter)])

/** Reads a voter of the roll, whose name is the one beside it. */
export const votersIn = ({ roll }: SittingAwaited, names: RegisterReader["names"]): ((cells: Cells) => string) => {
  const persons = new Map(roll.map(({ person, voter }) => [voter, person ?? voter]))
  const known = new Set(persons.keys())
  return (cells) => {
    const voter = cells.id("voter", known)
    const person = persons.get(voter)
    if (person !== undefined) cells.mustBeNamed(names?.(person))
    return voter
  }
}

/** Everybody on the roll, and room for a signature. */
export const signIn: FormPlan<"sign-in", string> = {
  columns: ["voter", "name", "present"],
  signers: ["presider", "secretary"],
  madeFor: rollOf,
  ...{ once: "voter", isOfOneLine: false },
  lines: (form, say) => named(form, say).map((cells) => [...cells, ""]),
  parts: (form, say) => [
    partOf(say, "about", { facts: sittingFacts(say, form) }),
    partOf(say, "count", { facts: factsOf(say, [["expected", String(form.roll.length)]]) }),
    roomFor(say, ["voter", "name", "signature"], {
      rows: named(form, say).map((cells) => [...cells, ""]),
      wide: "signature",
    }),
  ],
  read: (form, { names }) => {
    const [voterIn, present] = [votersIn(form, names), new Set(form.present)]
    return (cells) => {
      const voter = voterIn(cells)
      if (cells.areBlank("present")) return null
      const isPresent = cells.word("present", { wanted: "presence", read: presenceOf })
      if (isPresent !== true) return null
      cells.mustBeNew("voter", (text) => present.has(text))
      return voter
    }
  },
  check: () => [],
  entries: ([first, ...others], { sitsOn }) => [
    {
      ...{ line: first.line, on: sitsOn, remarks: [] },
      command: { _tag: "RecordAttendance", present: [first.said, ...others.map(({ said }) => said)] },
    },
  ],
}

/** How many came, where nobody is taken down by name. */
export const headcount: FormPlan<"headcount", number> = {
  columns: ["count"],
  signers: ["presider", "secretary"],
  madeFor: rollOf,
  ...{ once: null, isOfOneLine: true },
  lines: () => [[""]],
  parts: (form, say) => [
    partOf(say, "about", { facts: sittingFacts(say, form) }),
    partOf(say, "count", { facts: factsOf(say, [["expected", String(form.roll.length)]]) }),
    roomFor(say, ["counted-in", "count"], { rows: [["", ""]], room: "sentence", wide: "counted-in" }),
  ],
  read:
    ({ presentCount }) =>
    (cells) => {
      if (cells.areBlank("count")) return null
      const present = cells.count("count")
      cells.mustBeNew("count", () => presentCount === present)
      return present
    },
  check: () => [],
  entries: ([{ line, said }], { sitsOn }) => [
    { ...{ line, on: sitsOn, remarks: [] }, command: { _tag: "RecordHeadcount", present: said } },
  ],
}
