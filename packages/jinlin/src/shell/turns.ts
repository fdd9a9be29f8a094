/** Lets one piece of work of a name run at a time, in the order in which they came. Names do not wait for each other. */
export const takingTurns = (): (<Result>(name: string, work: () => Promise<Result>) => Promise<Result>) => {
  const waiting = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const before = waiting.get(name)
    const mine = before === undefined ? work() : before.then(work, work)
    waiting.set(name, mine)
    try {
      return await mine
    } finally {
      if (waiting.get(name) === mine) waiting.delete(name)
    }
  }
}
