import { choiceOf, type PaperChoice } from "../paper/columns.ts"
import type { RegisterReader } from "../register.ts"
import { named, rollOf, votersIn } from "./meeting-plans.ts"
import type { FormPlan, FormRemark, Said } from "./plan.ts"
import type { Cells } from "./read-cells.ts"
import type { FormRefusal } from "./refusals.ts"
import { sittingFacts } from "./sitting-parts.ts"
import type { SittingAwaited } from "./step-forms.ts"
import { partOf, roomFor } from "./write-form.ts"

/** Votes are taken down once. */
export const mustAwaitVotes = ({ isCounted, of }: SittingAwaited): ReadonlyArray<FormRefusal> =>
  isCounted ? [{ _tag: "FormEnteredAlready", rule: "REGISTER-14", line: 1, column: "form", got: of }] : []

/** What a line of the votes says. */
export interface VoteLine {
  readonly voter: string
  readonly choice: PaperChoice
  readonly remark: string | null
}

const votesIn = (form: SittingAwaited, names: RegisterReader["names"]): ((cells: Cells) => VoteLine | null) => {
  const voterIn = votersIn(form, names)
  return (cells) => {
    const voter = voterIn(cells)
    if (cells.areBlank("choice", "remark")) return null
    const choice = cells.word("choice", { wanted: "choice", read: choiceOf })
    const remark = choice === "void" ? cells.text("remark") : cells.orNull("remark", cells.text)
    return choice === undefined ? null : { voter, choice, remark }
  }
}

const remarksIn = (said: ReadonlyArray<Said<VoteLine>>): ReadonlyArray<FormRemark> =>
  said.flatMap(({ said: { choice, remark, voter } }) =>
    choice === "void" || remark === null ? [] : [{ voter, remark }],
  )

/** Votes by name, as hands were raised or as papers with names say. */
export const votes: FormPlan<"votes", VoteLine> = {
  columns: ["voter", "name", "choice", "remark"],
  signers: ["teller", "scrutineer"],
  madeFor: rollOf,
  ...{ once: "voter", isOfOneLine: false },
  lines: (form, say) => named(form, say).map((cells) => [...cells, "", ""]),
  parts: (form, say) => [
    partOf(say, "about", { facts: sittingFacts(say, form) }),
    roomFor(say, ["voter", "name", "choice", "remark"], {
      rows: named(form, say).map((cells) => [...cells, "", ""]),
      wide: "remark",
    }),
  ],
  read: (form, { names }) => votesIn(form, names),
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
