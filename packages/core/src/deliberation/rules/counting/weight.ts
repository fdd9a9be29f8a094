import type { Weight } from "../../model.ts"

/** So many voters who weigh the same. Votes that bear no name are a bloc of one head each. */
export interface Bloc extends Weight {
  readonly voters: number
}

/** No heads and no area. */
export const nothing: Weight = { heads: 0, area: 0 }

/** Both together. */
export const plus = (a: Weight, b: Weight): Weight => ({ heads: a.heads + b.heads, area: a.area + b.area })

/** What is left of `a` without `b`; nothing is less than nothing. */
export const minus = (a: Weight, b: Weight): Weight => ({
  heads: Math.max(0, a.heads - b.heads),
  area: Math.max(0, a.area - b.area),
})

/** What all of them weigh together. */
export const weightOf = (blocs: ReadonlyArray<Bloc>): Weight => {
  let heads = 0
  let area = 0
  for (const bloc of blocs) {
    heads += bloc.heads * bloc.voters
    area += bloc.area * bloc.voters
  }
  return { heads, area }
}

/** Voters by what they weigh: one bloc of all who weigh the same, so that an order among them can make no difference. */
export const blocsOf = (voters: Iterable<Weight>): ReadonlyArray<Bloc> => {
  const blocs = new Map<string, Bloc>()
  for (const { area, heads } of voters) {
    const key = `${heads}:${area}`
    blocs.set(key, { heads, area, voters: (blocs.get(key)?.voters ?? 0) + 1 })
  }
  return [...blocs.values()]
}

/** Votes or people that were counted and not named: one head each, and no area. */
export const nameless = (voters: number): ReadonlyArray<Bloc> => (voters > 0 ? [{ heads: 1, area: 0, voters }] : [])

/** The first so many voters of these, and the others. */
export const firstOf = (
  blocs: ReadonlyArray<Bloc>,
  voters: number,
): readonly [first: ReadonlyArray<Bloc>, others: ReadonlyArray<Bloc>] => {
  const [first, others]: [Array<Bloc>, Array<Bloc>] = [[], []]
  let left = voters
  for (const bloc of blocs) {
    const taken = Math.min(left, bloc.voters)
    first.push({ ...bloc, voters: taken })
    others.push({ ...bloc, voters: bloc.voters - taken })
    left -= taken
  }
  return [first, others]
}
