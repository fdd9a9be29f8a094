/** What a ballot says, as a number for columns; 0 says that there is none. */
export const choiceCodes = { for: 1, against: 2, abstain: 3, void: 4 } as const

/**
 * The roll as columns: the place of a voter in them is its number. Weights are whole and add up to at most
 * 2^53 − 1. The columns are read where they are, so they have to stay as they are.
 */
export interface RollColumns {
  readonly heads: ArrayLike<number>
  /** Square centimetres, for as many voters. */
  readonly area: ArrayLike<number>
  /** The places of those who take no part. */
  readonly recused?: ReadonlyArray<number> | undefined
  /** Which of several ballots of one voter counts; without it the last. */
  readonly repeated?: "first" | "last" | undefined
}

/** The mark of a voter who is recused; it never changes. */
export const recusedMark = 5

/** How many marks there are: none, the four choices, recused; eight, so that two marks make one place in a table. */
export const markPlaces = 8

/** Whether a number can be looked up: a whole one from 0 to 7. */
export const isCode = (code: number): boolean => (code & 7) === code

/** What a voter's mark becomes by the next ballot: void ones never replace, and with `first` nor does a valid one a valid one. */
const markAfter = (mark: number, code: number, repeated: "first" | "last"): number => {
  const isChoice = code >= choiceCodes.for && code <= choiceCodes.abstain
  if (mark === recusedMark || !(isChoice || code === choiceCodes.void)) return mark
  const hasChosen = mark !== 0 && mark !== choiceCodes.void
  if (isChoice) return hasChosen && repeated === "first" ? mark : code
  return mark === 0 ? code : mark
}

/** `markAfter` for every mark and code, by `mark × 8 + code`. */
export const markTable = (repeated: "first" | "last"): Uint8Array =>
  Uint8Array.from({ length: markPlaces * markPlaces }, (_, place) =>
    markAfter(Math.floor(place / markPlaces), place % markPlaces, repeated),
  )

/** The marks before the first ballot. */
export const openingMarks = ({ heads, recused = [] }: RollColumns): Uint8Array => {
  const marks = new Uint8Array(heads.length)
  for (const voter of recused) marks[voter] = recusedMark
  return marks
}
