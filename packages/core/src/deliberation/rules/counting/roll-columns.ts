/** What a ballot says that came over a login, or that is void, as a number for columns; 0 says that there is none. */
export const choiceCodes = { for: 1, against: 2, abstain: 3, void: 4 } as const

/** The same for what a clerk entered, which gives way to what came over a login (TALLY-1): 8 more. */
export const clerkCodes = { for: 9, against: 10, abstain: 11, void: 12 } as const

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

/** How many codes and marks can be looked up; a power of two, so that one of each makes one place in a table. */
export const markPlaces = 16

/** Whether a number can be looked up: a whole one from 0 to 15. */
export const isCode = (code: number): boolean => (code & 15) === code

/** How a choice came in, as a mark or a code has it; undefined: it is none. */
const channelOf = (code: number): "online" | "clerk" | undefined => {
  if (code >= choiceCodes.for && code <= choiceCodes.abstain) return "online"
  return code >= clerkCodes.for && code <= clerkCodes.abstain ? "clerk" : undefined
}

/**
 * What a voter's mark becomes by the next ballot. Void ones never replace another; what a clerk entered never replaces what came
 * over a login, and is always replaced by that; with `first` nothing replaces another of its kind.
 */
const markAfter = (mark: number, code: number, repeated: "first" | "last"): number => {
  if (mark === recusedMark) return mark
  if (code === choiceCodes.void || code === clerkCodes.void) return mark === 0 ? choiceCodes.void : mark
  const [before, now] = [channelOf(mark), channelOf(code)]
  if (now === undefined || (before === "online" && now === "clerk")) return mark
  return before === now && repeated === "first" ? mark : code
}

/** `markAfter` for every mark and code, by `mark × 16 + code`. */
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
