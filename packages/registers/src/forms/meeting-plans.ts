import { choiceOf, type PaperChoice } from "../paper/columns.ts"
import type { RegisterReader } from "../register.ts"
import type { Say } from "../sheet/say.ts"
import { presenceOf } from "./headings.ts"
import type { FormPlan, FormRemark, Said } from "./plan.ts"
import type { Cells } from "./read-cells.ts"
import type { FormRefusal } from "./refusals.ts"
import { sittingFacts } from "./sitting-parts.ts"
import type { SittingAwaited } from "./step-forms.ts"
import { factsOf, partOf, roomFor } from "./write-form.ts"

const rollOf = ({ roll }: SittingAwaited): ReadonlyArray<string> => roll.map(({ voter }) => voter)

/** The votes of one motion belong to no other one. */
export const ballotOf = (form: SittingAwaited): ReadonlyArray<string> => [...rollOf(form), JSON.stringify(form.motion)]

/** Votes are taken down once. */
export const mustAwaitVotes = ({ isCounted, of }: SittingAwaited): ReadonlyArray<FormRefusal> =>
  isCounted ? [{ _tag: "FormEnteredAlready", rule: "REGISTER-14", line: 1, column: "form", got: of }] : []

const named = (form: SittingAwaited, say: Say): ReadonlyArray<readonly [string, string]> =>
  form.roll.map(({ person, voter }) => [voter, say.name(person ?? voter)])

/** A voter of the roll, whose name is the one beside it. */
const voterIn = (cells: Cells, { roll }: SittingAwaited, names: RegisterReader["names"]): string => {
  const voter = cells.id("voter", new Set(roll.map((one) => one.voter)))
  const found = roll.find((one) => one.voter === voter)
  if (found !== undefined) cells.mustBeNamed(names?.(found.person ?? voter))
  return voter
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
    roomFor(say, ["voter", "name", "signature"], { rows: named(form, say).map((cells) => [...cells, ""]) }),
  ],
  read: (cells, form, { names }) => {
    const voter = voterIn(cells, form, names)
    if (cells.areBlank("present")) return null
    const isPresent = cells.word("present", { wanted: "presence", read: presenceOf })
    if (isPresent !== true) return null
    cells.mustBeNew("voter", (text) => form.present.includes(text))
    return voter
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
    roomFor(say, ["counted-in", "count"], { rows: [["", ""]], room: "sentence" }),
  ],
  read: (cells, { presentCount }) => {
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

/** What a line of the votes says. */
export interface VoteLine {
  readonly voter: string
  readonly choice: PaperChoice
  readonly remark: string | null
}

const voteIn = (cells: Cells, form: SittingAwaited, names: RegisterReader["names"]): VoteLine | null => {
  const voter = voterIn(cells, form, names)
  if (cells.areBlank("choice", "remark")) return null
  const choice = cells.word("choice", { wanted: "choice", read: choiceOf })
  const remark = choice === "void" ? cells.text("remark") : cells.orNull("remark", cells.text)
  return choice === undefined ? null : { voter, choice, remark }
}

const remarksIn = (said: ReadonlyArray<Said<VoteLine>>): ReadonlyArray<FormRemark> =>
  said.flatMap(({ said: { choice, remark, voter } }) =>
    choice === "void" || remark === null ? [] : [{ voter, remark }],
  )

/** Votes by name, as hands were raised or as papers with names say. */
export const votes: FormPlan<"votes", VoteLine> = {
  columns: ["voter", "name", "choice", "remark"],
  signers: ["teller", "scrutineer"],
  madeFor: ballotOf,
  ...{ once: "voter", isOfOneLine: false },
  lines: (form, say) => named(form, say).map((cells) => [...cells, "", ""]),
  parts: (form, say) => [
    partOf(say, "about", { facts: sittingFacts(say, form) }),
    roomFor(say, ["voter", "name", "choice", "remark"], { rows: named(form, say).map((cells) => [...cells, "", ""]) }),
  ],
  read: (cells, form, { names }) => voteIn(cells, form, names),
  check: (_, form) => mustAwaitVotes(form),
  entries: (said, { closesOn, sitsOn }) => {
    const choosing = (choice: PaperChoice) => said.filter((one) => one.said.choice === choice).map((one) => one.said)
    const voters = (choice: PaperChoice) => choosing(choice).map(({ voter }) => voter)
    const spoilt = choosing("void").map(({ remark, voter }) => ({ voter, reason: remark ?? "" }))
    const taken = { for: voters("for"), against: voters("against"), abstain: voters("abstain"), void: spoilt }
    const [{ line }] = said
    return [{ line, on: closesOn ?? sitsOn, remarks: remarksIn(said), command: { _tag: "RecordVotes", ...taken } }]
  },
}
