const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** One turn of the event loop: everything that waits for nothing but promises has gone on when it ends. */
export const turn: () => Promise<void> =
  typeof setImmediate === "function" ? () => new Promise((resolve) => setImmediate(resolve)) : rest

/** A turn that leaves time for what is on its way outside, such as an answer of a database. */
export const slowTurn = rest
