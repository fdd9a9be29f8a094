import type { Measure } from "../../../kernel/threshold.ts"
import type { Weight } from "../../model.ts"
import { type Bloc, nothing } from "./weight.ts"

/** A group of voters in an order: how many they are, and what the first so many of them weigh. */
export interface Queue {
  readonly voters: number
  readonly first: (voters: number) => Weight
}

/** Voters with the most of one measure first, of those the ones with the most of the other. */
export const heaviestFirst = (blocs: ReadonlyArray<Bloc>, measure: Measure): Queue => {
  const other = measure === "heads" ? "area" : "heads"
  const sorted = blocs.toSorted((a, b) => b[measure] - a[measure] || b[other] - a[other])
  const first = (voters: number): Weight => {
    let { area, heads } = nothing
    let left = voters
    for (const bloc of sorted) {
      const taken = Math.min(left, bloc.voters)
      heads += bloc.heads * taken
      area += bloc.area * taken
      left -= taken
      if (left <= 0) break
    }
    return { heads, area }
  }
  return { voters: blocs.reduce((sum, bloc) => sum + bloc.voters, 0), first }
}
