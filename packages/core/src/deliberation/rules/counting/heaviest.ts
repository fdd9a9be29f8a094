import type { Measure } from "../../../kernel/threshold.ts"
import type { Weight } from "../../model.ts"
import { smallest } from "./fewest.ts"
import { type Bloc, nothing } from "./weight.ts"

/** A group of voters in an order: how many they are, and what the first so many of them weigh. */
export interface Queue {
  readonly voters: number
  readonly first: (voters: number) => Weight
}

/** Up to and with a bloc: how many voters, and what they weigh. */
interface UpTo extends Bloc {
  readonly bloc: Bloc
}

const summed = (blocs: ReadonlyArray<Bloc>): ReadonlyArray<UpTo> => {
  let sum = { ...nothing, voters: 0 }
  return blocs.map((bloc) => {
    const { area, heads, voters } = bloc
    sum = { heads: sum.heads + heads * voters, area: sum.area + area * voters, voters: sum.voters + voters }
    return { ...sum, bloc }
  })
}

/** Voters with the most of one measure first, of those the ones with the most of the other. */
export const heaviestFirst = (blocs: ReadonlyArray<Bloc>, measure: Measure): Queue => {
  const other = measure === "heads" ? "area" : "heads"
  const sums = summed(blocs.toSorted((a, b) => b[measure] - a[measure] || b[other] - a[other]))
  const first = (voters: number): Weight => {
    const upTo = sums[smallest(sums.length - 1, (place) => (sums[place]?.voters ?? 0) >= voters)]
    if (upTo === undefined) return nothing
    const tooMany = upTo.voters - voters
    return { heads: upTo.heads - upTo.bloc.heads * tooMany, area: upTo.area - upTo.bloc.area * tooMany }
  }
  return { voters: sums.at(-1)?.voters ?? 0, first }
}
