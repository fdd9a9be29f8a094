import type { Commit, Store } from "@jinlin/sdk"
import { storeOn } from "../../src/memory-store.ts"
import type { Shelf } from "../../src/shelf.ts"

/** What is different about a broken store; it may look at the ledgers behind the port. */
export type Break = (store: Store, shelf: Shelf) => Partial<Store>

/** The store in memory, broken in one way. */
export const openBroken = (change: Break): Store => {
  const shelf: Shelf = { ledgers: new Map(), disposed: false }
  const store = storeOn(shelf)
  return { ...store, ...change(store, shelf) }
}

/** A store whose commits are changed before they are written. */
export const hearing =
  (change: (commit: Commit, ledgers: Shelf["ledgers"]) => Commit): Break =>
  (store, { ledgers }) => ({ commit: (commit) => store.commit(change(commit, ledgers)) })

/** Lets everything else that is under way go on for a while. */
export const awhile = async (turns = 3): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}
