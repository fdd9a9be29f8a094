import type { CsvRow } from "../csv/reading.ts"
import { withoutGuard } from "../csv/writing.ts"
import { visible } from "../visible.ts"
import { type Column, choiceOf, choiceWords, type PaperChoice } from "./columns.ts"
import type { PaperRefusal } from "./refusals.ts"

/** One line of a paper register that says something. */
export interface PaperEntry {
  readonly line: number
  readonly voter: string
  readonly choice: PaperChoice
  readonly remark: string
}

/** What a line says, that it says nothing, or everything that is wrong with it. */
export type PaperRow = PaperEntry | null | ReadonlyArray<PaperRefusal>

/** An id as rule ID-1 of the kernel has it; a test holds the two against each other. */
const isId = (text: string): boolean =>
  /^(?!\.)(?!.*\.\.)(?!.*\.$)[A-Za-z0-9\-_.:]{1,128}$/.test(text) && !Object.hasOwn(Object.prototype, text)

const longestReason = 500

/** What rules TEXT-2 to TEXT-5 of the kernel take as one line. */
const isReason = (text: string): boolean =>
  [...text].length <= longestReason &&
  !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u.test(text)

const excerpt = (text: string): string => visible([...text].slice(0, 40).join(""))

const isBlank = (text: string): boolean =>
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text)

const wrongReason = (line: number, remark: string): ReadonlyArray<PaperRefusal> => {
  if (isBlank(remark)) return [{ _tag: "PaperReasonMissing", rule: "REGISTER-9", line }]
  if (isReason(remark)) return []
  return [{ _tag: "PaperReasonUnreadable", rule: "REGISTER-9", line, maxLength: longestReason }]
}

const wrongVoter = (line: number, voter: string, roll: ReadonlySet<string> | null): ReadonlyArray<PaperRefusal> => {
  if (!isId(voter)) return [{ _tag: "PaperVoterInvalid", rule: "REGISTER-9", line, got: excerpt(voter) }]
  if (roll === null || roll.has(voter)) return []
  return [{ _tag: "PaperVoterUnknown", rule: "REGISTER-9", line, voter }]
}

/** Where the columns stand, and who is on the roll; null: not known. */
export interface PaperPlan {
  readonly places: ReadonlyMap<Column, number>
  readonly roll: ReadonlySet<string> | null
}

/** Reads one line. A line without a choice says nothing: that voter did not vote. Rule REGISTER-9. */
export const readRow = ({ cells, line }: CsvRow, { places, roll }: PaperPlan): PaperRow => {
  const at = (column: Column): string => withoutGuard(cells[places.get(column) ?? -1] ?? "").trim()
  const [voter, word, remark] = [at("voter"), at("choice"), at("remark")]
  if (word === "") return null
  const choice = choiceOf(word)
  const wrong: ReadonlyArray<PaperRefusal> = [
    ...wrongVoter(line, voter, roll),
    ...(choice === undefined
      ? [
          {
            ...({ _tag: "PaperChoiceUnknown", rule: "REGISTER-9", line } as const),
            ...{ got: excerpt(word), allowed: choiceWords },
          },
        ]
      : []),
    ...(choice === "void" ? wrongReason(line, remark) : []),
  ]
  return choice === undefined || wrong.length > 0 ? wrong : { line, voter, choice, remark }
}
