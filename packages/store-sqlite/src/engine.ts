import type { Answer, Answering, StoreCapabilities, StoreFault } from "@jinlin/sdk"
import type { Ledger } from "./ledger.ts"

/** Something that is asked of the tables. It may throw what `node:sqlite` throws. */
export type Ask<Value, Failure> = (ledger: Ledger) => Answer<Value, Failure>

/** How a store comes to its tables: on a connection of its own, or inside a transaction of its host. Nothing in it throws. */
export interface Engine {
  readonly capabilities: StoreCapabilities
  readonly read: <Value, Failure>(ask: Ask<Value, Failure>) => Answer<Value, Failure | StoreFault>
  /** Asks inside a transaction; what the answer says is true once it is given. A failure means that nothing was written. */
  readonly write: <Value, Failure>(ask: Ask<Value, Failure>) => Answering<Value, Failure | StoreFault>
  /** Empties the write-ahead log: what stood in the tables before is in no file any more. At once, or as soon as nobody reads. */
  readonly emptyLog: () => void
  readonly verify: () => Answer<null, StoreFault>
  readonly dispose: () => Promise<void>
}
