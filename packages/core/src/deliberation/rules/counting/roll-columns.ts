/** What a ballot says, as a number for columns; 0 says that there is none. */
export const choiceCodes = { for: 1, against: 2, abstain: 3, void: 4 } as const

/** The roll as columns: the place of a voter in them is its number. Weights are whole and add up to at most 2^53 − 1. */
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

/** A column that holds these weights in as little room as it can, since room is time. */
export const packed = (column: ArrayLike<number>): Uint8Array | Uint32Array | Float64Array => {
  let most = 0
  for (let voter = 0; voter < column.length; voter += 1) most = Math.max(most, column[voter] ?? 0)
  if (most <= 0xff) return Uint8Array.from(column)
  return most <= 0xffff_ffff ? Uint32Array.from(column) : Float64Array.from(column)
}

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
