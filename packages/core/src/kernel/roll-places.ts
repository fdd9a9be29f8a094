/** Somebody on a roll, whatever else is said of them. */
interface OnRoll {
  readonly voter: string
}

/** Where voters stand on a roll, and the longest roll of which this is said. */
interface Places {
  readonly places: Map<string, number>
  longest: ReadonlyArray<OnRoll>
}

/**
 * What was looked up of a roll, kept beside it: a roll of thousands is entered voter by voter, and looking through it each time
 * would take longer with each of them. It is forgotten with the roll, and found again where it is missing.
 */
const lookedUp = new WeakMap<ReadonlyArray<OnRoll>, Places>()

const placesOf = (roll: ReadonlyArray<OnRoll>): Places => {
  const known = lookedUp.get(roll)
  if (known !== undefined) return known
  const made: Places = { places: new Map(roll.map(({ voter }, place) => [voter, place])), longest: roll }
  lookedUp.set(roll, made)
  return made
}

/** Where a voter stands on a roll; undefined: not on it. */
export const placeOn = (roll: ReadonlyArray<OnRoll>, voter: string): number | undefined => {
  const place = placesOf(roll).places.get(voter)
  return place !== undefined && roll[place]?.voter === voter ? place : undefined
}

/** The voter of this name on a roll. */
export const voterOn = <Row extends OnRoll>(roll: ReadonlyArray<Row>, voter: string): Row | undefined => {
  const place = placeOn(roll, voter)
  return place === undefined ? undefined : roll[place]
}

/** A roll with voters entered: who stands on it keeps its place, who is new stands after the others. */
export const enteredOn = <Row extends OnRoll>(
  roll: ReadonlyArray<Row>,
  voters: ReadonlyArray<Row>,
): ReadonlyArray<Row> => {
  const known = placesOf(roll)
  // Two rolls that were made from one part ways: only the longest goes on with what was looked up.
  const places = known.longest === roll ? known.places : new Map(roll.map(({ voter }, place) => [voter, place]))
  const next = [...roll]
  for (const voter of voters) {
    const place = places.get(voter.voter)
    if (place === undefined) places.set(voter.voter, next.push(voter) - 1)
    else next[place] = voter
  }
  const made = known.longest === roll ? known : { places, longest: next }
  made.longest = next
  lookedUp.set(next, made)
  return next
}
