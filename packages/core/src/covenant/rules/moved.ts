/** For each place the length of the longest rising run of places that ends there, and the place before it in that run. */
interface Run {
  readonly length: number
  readonly before: number
}

/** The last place of the longest rising run that ends before a place; of several as long the first one. */
const longestBefore = (places: ReadonlyArray<number>, runs: ReadonlyArray<Run>, at: number): Run => {
  let best: Run = { length: 0, before: -1 }
  for (let index = 0; index < at; index += 1) {
    const length = runs[index]?.length ?? 0
    if ((places[index] ?? 0) < (places[at] ?? 0) && length > best.length) best = { length, before: index }
  }
  return best
}

/** The positions of one longest rising run; of several as long always the same one. */
const longestRise = (places: ReadonlyArray<number>): ReadonlySet<number> => {
  const runs: Array<Run> = []
  for (let at = 0; at < places.length; at += 1) {
    const { before, length } = longestBefore(places, runs, at)
    runs.push({ length: length + 1, before })
  }
  const longest = Math.max(0, ...runs.map(({ length }) => length))
  const rise = new Set<number>()
  for (let at = runs.findIndex(({ length }) => length === longest); at >= 0; at = runs[at]?.before ?? -1) rise.add(at)
  return rise
}

/**
 * The fewest clauses that must be taken out and put elsewhere to come from one order to the other, of those that stand in both;
 * in the order of the second. Of several ways with as few always the same one. Names are taken once in each order.
 */
export const movedBetween = (before: ReadonlyArray<string>, after: ReadonlyArray<string>): ReadonlyArray<string> => {
  const placeBefore = new Map(before.map((name, place) => [name, place]))
  const kept = after.filter((name) => placeBefore.has(name))
  const stays = longestRise(kept.map((name) => placeBefore.get(name) ?? 0))
  return kept.filter((_, place) => !stays.has(place))
}
