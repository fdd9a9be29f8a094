import { type Counted, countedLines, countedOf } from "./headings.ts"
import { rollOf } from "./meeting-plans.ts"
import type { FormPlan, Said } from "./plan.ts"
import type { FormRefusal } from "./refusals.ts"
import { sittingFacts } from "./sitting-parts.ts"
import { mustAwaitVotes } from "./votes-plan.ts"
import { partOf, roomFor } from "./write-form.ts"

/** A line of a tally: what was counted, and how many. */
export interface TallyLine {
  readonly counted: Counted
  readonly count: number
}

/** Each box holds one 正 of five strokes. A long roll goes on in boxes that are drawn by hand. */
const boxes = (voters: number): string => "□".repeat(Math.min(24, Math.max(4, Math.ceil(voters / 5))))

const countOf = (said: ReadonlyArray<Said<TallyLine>>, counted: Counted): number | undefined =>
  said.find((one) => one.said.counted === counted)?.said.count

/** Each thing is counted once, and everything is. */
const wrongLines = (said: ReadonlyArray<Said<TallyLine>>): ReadonlyArray<FormRefusal> => {
  const lines = new Map<Counted, number>()
  const twice = said.flatMap(({ line, said: { counted } }): ReadonlyArray<FormRefusal> => {
    const first = lines.get(counted)
    if (first === undefined) lines.set(counted, line)
    return first === undefined
      ? []
      : [{ ...({ _tag: "FormIdTwice", rule: "REGISTER-13", line, column: "choice" } as const), first, got: counted }]
  })
  const last = Math.max(0, ...said.map(({ line }) => line))
  // A line that was left empty is no nought: nobody guesses that nothing was counted.
  const missing = countedLines
    .filter((counted) => said.length > 0 && !lines.has(counted))
    .map((got) => ({ _tag: "FormCountMissing", rule: "REGISTER-17", line: last, column: "count", got }) as const)
  return [...twice, ...missing]
}

const wrongSum = (said: ReadonlyArray<Said<TallyLine>>): ReadonlyArray<FormRefusal> => {
  const returned = said.find((one) => one.said.counted === "returned")
  const sum = said.filter((one) => one !== returned).reduce((all, one) => all + one.said.count, 0)
  if (returned === undefined || returned.said.count === sum) return []
  const { line, said: counted } = returned
  return [{ _tag: "FormSumDiffers", rule: "REGISTER-17", line, column: "count", returned: counted.count, sum }]
}

/** A tally of hands or of papers without names: strokes of 正, and what they add up to. */
export const tally: FormPlan<"tally", TallyLine> = {
  columns: ["choice", "count"],
  signers: ["teller", "scrutineer"],
  madeFor: rollOf,
  ...{ once: null, isOfOneLine: false },
  lines: (_, say) => countedLines.map((counted) => [say.text(`form.tally.${counted}`), ""]),
  parts: (form, say) => [
    partOf(say, "about", { facts: sittingFacts(say, form) }),
    roomFor(say, ["choice", "strokes", "count"], {
      rows: countedLines.map((counted) => [
        say.text(`form.tally.${counted}`),
        counted === "returned" ? "" : boxes(form.roll.length),
        "",
      ]),
      room: "strokes",
    }),
  ],
  read: () => (cells) => {
    if (cells.areBlank("count")) return null
    const counted = cells.word("choice", { wanted: "choice", read: countedOf })
    const count = cells.count("count")
    return counted === undefined ? null : { counted, count }
  },
  check: (said, form) => {
    const wrong = [...mustAwaitVotes(form), ...wrongLines(said)]
    return wrong.length > 0 ? wrong : wrongSum(said)
  },
  entries: (said, { closesOn, sitsOn }) => {
    const count = (counted: Counted) => countOf(said, counted) ?? 0
    const taken = { for: count("for"), against: count("against"), abstain: count("abstain"), void: count("void") }
    return [{ line: said[0].line, on: closesOn ?? sitsOn, remarks: [], command: { _tag: "RecordCounts", ...taken } }]
  },
}
