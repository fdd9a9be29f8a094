/** Somebody who sleeps until `at`, on a scale of milliseconds that only grows. */
interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** Those who sleep, the first to be woken first; of those with one moment, whoever lay down first. */
export interface Sleepers {
  readonly add: (sleeper: Sleeper) => void
  readonly remove: (sleeper: Sleeper) => void
  readonly first: () => Sleeper | undefined
  readonly count: () => number
}

/** An empty list. */
export const sleepers = (): Sleepers => {
  const inOrder: Array<Sleeper> = []
  return {
    add: (sleeper) => {
      let place = inOrder.length
      while (place > 0 && (inOrder[place - 1]?.at ?? 0) > sleeper.at) place -= 1
      inOrder.splice(place, 0, sleeper)
    },
    remove: (sleeper) => {
      const place = inOrder.indexOf(sleeper)
      if (place >= 0) inOrder.splice(place, 1)
    },
    first: () => inOrder[0],
    count: () => inOrder.length,
  }
}
