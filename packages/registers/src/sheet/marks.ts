import type { RegisterMark, RegisterNames, StepRegister } from "../register.ts"

const named = (votes: RegisterNames["votes"]): ReadonlyMap<string, RegisterMark> =>
  new Map<string, RegisterMark>(
    votes === null
      ? []
      : [
          ...votes.for.map((voter) => [voter, "for"] as const),
          ...votes.against.map((voter) => [voter, "against"] as const),
          ...votes.abstain.map((voter) => [voter, "abstain"] as const),
          ...votes.void.map(({ voter }) => [voter, "void"] as const),
        ],
  )

/**
 * What each voter's ballot says. In a secret ballot nothing but that one was cast, whatever is handed in. Rule REGISTER-2.
 */
export const marksOf = ({ marks, names, sitting: { mode } }: StepRegister): ReadonlyMap<string, RegisterMark> => {
  if (names === null) return new Map()
  const known = marks ?? named(names.votes)
  const isSecret = mode === "secret" || mode === "secret-papers"
  return isSecret ? new Map([...known].map(([voter, mark]) => [voter, mark === "void" ? mark : "secret"])) : known
}

/**
 * Whether voters cast ballots of their own that nobody handed in: then what a clerk took down is not all there is, and a voter
 * without a mark is no voter who did not vote.
 */
export const areUnlisted = ({ marks, sitting: { mode } }: StepRegister): boolean =>
  marks === undefined && (mode === "open" || mode === "secret")

/** Why the paper of each voter is void, where a clerk wrote it down. */
export const voidReasons = ({ names }: StepRegister): ReadonlyMap<string, string> =>
  new Map(names?.votes?.void.map(({ reason, voter }) => [voter, reason]) ?? [])
