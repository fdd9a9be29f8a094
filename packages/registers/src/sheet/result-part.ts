import type { RegisterReader, StepRegister } from "../register.ts"
import type { Say } from "./say.ts"
import type { SheetLine, SheetPart } from "./sheet.ts"

const won: ReadonlySet<string> = new Set(["passed", "amended", "returned"])

/** Findings and what would have turned them, in the words of `explain`. */
const explained = ({ messages, names }: RegisterReader, register: StepRegister): ReadonlyArray<SheetLine> => {
  const { findings, flips, lawChange, result, tally } = register.sitting
  if (tally === null) return []
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
