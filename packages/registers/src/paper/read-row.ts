import type { CsvRow } from "../csv/reading.ts"
import { withoutGuard } from "../csv/writing.ts"
import { visible } from "../visible.ts"
import { type Column, choiceOf, choiceWords, type PaperChoice } from "./columns.ts"
import type { PaperRefusal } from "./refusals.ts"

/** One line of a paper register that says something. */
export interface PaperEntry {
  readonly line: number
  readonly voter: string
  /** Null: the voter did not vote. */
  readonly choice: PaperChoice | null
  readonly remark: string
}

/** What a line says, or everything that is wrong with it. */
export type PaperRow = PaperEntry | ReadonlyArray<PaperRefusal>

/** An id as rule ID-1 of the kernel has it; a test holds the two against each other. */
export const isId = (text: string): boolean =>
  /^(?!\.)(?!.*\.\.)(?!.*\.$)[A-Za-z0-9\-_.:]{1,128}$/.test(text) && !Object.hasOwn(Object.prototype, text)

const longestRemark = 500

/** What rules TEXT-2 to TEXT-5 of the kernel take as one line. */
export const isOneLine = (text: string): boolean =>
  [...text].length <= longestRemark &&
  !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u.test(text)

/** The beginning of what stands in a cell, for a refusal, with nothing hidden in it. */
export const excerpt = (text: string): string => visible([...text].slice(0, 40).join(""))

/** Nothing but spaces and characters without a shape. */
export const isBlank = (text: string): boolean =>
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text)

const wrongRemark = ({ choice, line, remark }: Omit<PaperEntry, "voter">): ReadonlyArray<PaperRefusal> => {
  if (isBlank(remark)) return choice === "void" ? [{ _tag: "PaperReasonMissing", rule: "REGISTER-9", line }] : []
  if (choice === null) return [{ _tag: "PaperRemarkAlone", rule: "REGISTER-9", line, got: excerpt(remark) }]
  if (isOneLine(remark)) return []
  return [{ _tag: "PaperReasonUnreadable", rule: "REGISTER-9", line, maxLength: longestRemark }]
}

/** Where the columns stand, who is on the roll, and how each is called there; null: not known. */
export interface PaperPlan {
  readonly places: ReadonlyMap<Column, number>
  readonly roll: ReadonlySet<string> | null
  readonly nameOf: ((voter: string) => string | undefined) | null
}

const wrongVoter = (line: number, voter: string, { roll }: PaperPlan): ReadonlyArray<PaperRefusal> => {
  if (!isId(voter)) return [{ _tag: "PaperVoterInvalid", rule: "REGISTER-9", line, got: excerpt(voter) }]
  if (roll === null || roll.has(voter)) return []
  return [{ _tag: "PaperVoterUnknown", rule: "REGISTER-9", line, voter }]
}

/** A name as it is compared: without differences of width and spaces. */
export const folded = (name: string): string => name.normalize("NFKC").replaceAll(/\s+/gu, " ").trim()

/** The name beside an id, against the name that the host has for it; an empty cell says nothing. */
const wrongName = (
  { line, name, voter }: { readonly line: number; readonly voter: string; readonly name: string },
  { nameOf }: PaperPlan,
): ReadonlyArray<PaperRefusal> => {
  const expected = nameOf?.(voter)
  if (expected === undefined || isBlank(name) || folded(visible(expected)) === folded(name)) return []
  return [
    {
      ...({ _tag: "PaperNameDiffers", rule: "REGISTER-9", line, voter } as const),
      ...{ got: excerpt(name), expected: excerpt(expected) },
    },
  ]
}

/** A word of choice in a cell that is for something else: of a remark always, of any other where no choice stands beside it. */
const misplaced = (
  { cells, line }: CsvRow,
  places: PaperPlan["places"],
  hasChoice: boolean,
): ReadonlyArray<PaperRefusal> =>
  cells.flatMap((text, place): ReadonlyArray<PaperRefusal> => {
    const isFor = (column: Column): boolean => places.get(column) === place
    if (isFor("choice") || isFor("voter") || (hasChoice && !isFor("remark"))) return []
    if (choiceOf(withoutGuard(text)) === undefined) return []
    const got = excerpt(text.trim())
    return [{ ...({ _tag: "PaperChoiceMisplaced", rule: "REGISTER-9", line } as const), cell: place + 1, got }]
  })

const wrongChoice = (line: number, word: string): ReadonlyArray<PaperRefusal> =>
  word === "" || choiceOf(word) !== undefined
    ? []
    : [
        {
          ...({ _tag: "PaperChoiceUnknown", rule: "REGISTER-9", line } as const),
          ...{ got: excerpt(word), allowed: choiceWords },
        },
      ]

/** Reads one line. A line without a choice and without a remark is a voter of the roll who did not vote. Rule REGISTER-9. */
export const readRow = (row: CsvRow, plan: PaperPlan): PaperRow => {
  const { cells, line } = row
  const at = (column: Column): string => withoutGuard(cells[plan.places.get(column) ?? -1] ?? "").trim()
  const [voter, name, word, remark] = [at("voter"), at("name"), at("choice"), at("remark")]
  const choice = choiceOf(word) ?? null
  const wrongWord = wrongChoice(line, word)
  const astray = misplaced(row, plan.places, word !== "")
  const wrong = [
    ...wrongVoter(line, voter, plan),
    ...(astray.length > 0 ? [] : wrongName({ line, voter, name }, plan)),
    ...wrongWord,
    ...astray,
    ...(astray.length > 0 || wrongWord.length > 0 ? [] : wrongRemark({ line, choice, remark })),
  ]
  return wrong.length > 0 ? wrong : { line, voter, choice, remark: isBlank(remark) ? "" : remark }
}
