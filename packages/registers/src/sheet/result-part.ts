import type { RegisterReader, StepRegister } from "../register.ts"
import type { Say } from "./say.ts"
import type { SheetLine, SheetPart } from "./sheet.ts"

const won: ReadonlySet<string> = new Set(["passed", "amended", "returned"])

/** Findings where no count by choice may be told: those that are left, one by one. */
const found = (
  { messages, names }: RegisterReader,
  { sitting: { findings, lawChange } }: StepRegister,
): ReadonlyArray<SheetLine> =>
  [...findings, ...(lawChange === null ? [] : [lawChange])].map((finding) => ({
    text: messages.describeFinding(finding, names).text,
    holds: finding.holds,
  }))

/** Findings and what would have turned them, in the words of `explain`. */
const explained = (reader: RegisterReader, register: StepRegister): ReadonlyArray<SheetLine> => {
  const { messages, names } = reader
  const { findings, flips, lawChange, result, tally, withheld = false } = register.sitting
  if (tally === null) return withheld ? found(reader, register) : []
  const judgement = { passes: won.has(result), tally, findings, flips, setAside: [] }
  const { lines } = messages.explain({ judgement, lawChange }, names)
  return lines
    .filter(({ role }) => role !== "verdict" && role !== "count")
    .map(({ holds = null, text }) => ({ text, holds }))
}

/** What was decided, each rule with its article, what single change would have turned it, and whether the law changed. */
export const resultPart = (say: Say, reader: RegisterReader, register: StepRegister): SheetPart => {
  const { because, favours, opinion, result, wentTo } = register.sitting
  const data = { ...(wentTo === null ? {} : { to: wentTo }), ...(favours === null ? {} : { favours }) }
  return {
    heading: say.text("register.part.result"),
    facts: [
      [say.label("result"), say.text(`register.result.${result}`, data)],
      ...(because === null ? [] : [[say.label("because"), because] as const]),
      ...(opinion === null ? [] : [[say.label("opinion"), opinion] as const]),
    ],
    lines: explained(reader, register),
    table: null,
  }
}
