/** Lets work in together with other work, or alone. */
export interface Gate {
  readonly together: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Waits until everything that is inside has ended, and lets nothing in meanwhile. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
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
  const through = async <Value>(alone: boolean, work: () => Promise<Value>): Promise<Value> => {
    await new Promise<void>((enter) => {
      waiting.push({ alone, enter })
      admit()
    })
    try {
      return await work()
    } finally {
      inside -= 1
      isAlone = false
      admit()
    }
  }
  return {
    together: (work) => through(false, work),
    alone: (work) => through(true, work),
    wanted: () => waiting.some(({ alone }) => alone),
  }
}
