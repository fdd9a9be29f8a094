import type { Flip, Tally, Weight } from "../../model.ts"
import type { Turnout } from "./turnout.ts"
import { type Bloc, minus, plus } from "./weight.ts"
import type { Whereabouts } from "./whereabouts.ts"

/** One kind of change: what a tally becomes when voters of two groups make it, told by what they weigh. */
export interface Change {
  readonly change: Flip["change"]
  /** Whether it can turn an outcome that fails, one that passes, or either. */
  readonly turns: "failing" | "passing" | "either"
  readonly groups: readonly [ReadonlyArray<Bloc>, ReadonlyArray<Bloc>]
  readonly after: (first: Weight, second: Weight) => Tally
}

type Field = Exclude<keyof Tally, "members" | "entitled">

/** The tally with a weight in some places and no longer in others. */
const moved = (
  tally: Tally,
  weight: Weight,
  { from = [], to }: { from?: ReadonlyArray<Field>; to: ReadonlyArray<Field> },
) => {
  const after = { ...tally }
  for (const field of from) after[field] = minus(after[field], weight)
  for (const field of to) after[field] = plus(after[field], weight)
  return after
}

const silentVote =
  (tally: Tally, choice: "for" | "against") =>
  (absent: Weight, here: Weight): Tally => {
    const came = moved(tally, absent, { to: ["present"] })
    return moved(came, plus(absent, here), { from: ["silent"], to: [choice, "valid", "cast"] })
  }

/** The silent who may vote, and those who may come and do not vote. */
export interface Silent {
  readonly voting: Whereabouts
  readonly coming: Whereabouts
}

/** Every kind of change that is looked at, in the order in which it is told. Rule TALLY-15. */
export const changesOf = (turnout: Turnout, tally: Tally, { coming, voting }: Silent): ReadonlyArray<Change> => {
  const silent = [voting.absent, voting.here] as const
  return [
    {
      change: "others-vote-for",
      turns: "failing",
      groups: [turnout.against, turnout.abstain],
      after: (against, abstain) =>
        moved(moved(tally, against, { from: ["against"], to: ["for"] }), abstain, { from: ["abstain"], to: ["for"] }),
    },
    { change: "silent-vote-for", turns: "failing", groups: silent, after: silentVote(tally, "for") },
    { change: "silent-vote-against", turns: "passing", groups: silent, after: silentVote(tally, "against") },
    {
      change: "for-vote-against",
      turns: "passing",
      groups: [turnout.for, []],
      after: (changing) => moved(tally, changing, { from: ["for"], to: ["against"] }),
    },
    {
      change: "more-come",
      turns: "either",
      groups: [coming.absent, []],
      after: (some) => moved(tally, some, { to: ["present"] }),
    },
  ]
}
