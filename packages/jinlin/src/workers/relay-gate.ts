/** Lets work in together with other work, or alone. Who is let in is given the way out, and takes it once. */
export interface Gate {
  readonly together: () => Promise<() => void>
  /** Waits until everything that is inside has left, and lets nothing in meanwhile. */
  readonly alone: () => Promise<() => void>
  /** Somebody waits to be alone: who is inside comes to an end. */
  readonly wanted: () => boolean
}

/** A gate: who came first goes in first. */
export const gate = (): Gate => {
  const waiting: Array<{ readonly alone: boolean; readonly enter: () => void }> = []
  let inside = 0
  let isAlone = false
  const admit = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (isAlone || (next.alone && inside > 0)) return
      waiting.shift()
      inside += 1
      isAlone = next.alone
      next.enter()
    }
  }
  const leave = (): void => {
    inside -= 1
    isAlone = false
    admit()
  }
  const through = (alone: boolean): Promise<() => void> =>
    new Promise((resolve) => {
      waiting.push({ alone, enter: () => resolve(leave) })
      admit()
    })
  return {
    together: () => through(false),
    alone: () => through(true),
    wanted: () => waiting.some(({ alone }) => alone),
  }
}
