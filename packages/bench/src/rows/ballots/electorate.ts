import { draws } from "../draws.ts"

/** A roll and the ballots that arrived, as columns; codes are 1 for, 2 against, 3 abstain. */
export interface Electorate {
  readonly heads: Float64Array
  /** Square centimetres. */
  readonly area: Float64Array
  readonly voters: Uint32Array
  readonly codes: Uint8Array
}

/** Homes of 30 to 250 m²; voters vote in no order, most of them more than once. */
export const drawElectorate = (people: number, ballots: number): Electorate => {
  const draw = draws(278)
  return {
    heads: new Float64Array(people).fill(1),
    area: Float64Array.from({ length: people }, () => 300_000 + draw(2_200_001)),
    voters: Uint32Array.from({ length: ballots }, () => draw(people)),
    codes: Uint8Array.from({ length: ballots }, () => 1 + draw(3)),
  }
}

/** What it came to: heads and area for, against and abstaining. */
export type Totals = readonly [number, number, number, number, number, number]
