import type { Commit, Store } from "@jinlin/sdk"
import { granted } from "./asserting.ts"
import { append, commitOf, delivery, dueItem, noon, noted, type Parts } from "./writing.ts"

/** A word that makes everything of one commit its own; the names stay those of every other commit of this kind. */
export interface Whole {
  readonly tenant: string
  readonly word: string
}

/** What stands in a tenant before a commit with everything in it: the things that such a commit refers to. */
export interface Ground {
  readonly position: string
  readonly token: number
}

/**
 * Lays the ground in a tenant: a stream of two events, a claim, a checkpoint, a delivery that is taken, a box with two
 * choices, a lease and a kept command, all of the same names in every tenant.
 */
export const layGround = async (store: Store, { tenant, word }: Whole): Promise<Ground> => {
  const parts: Parts = {
    appends: [append("ground", 0, noted(`${word} 1`), noted(`${word} 2`))],
    claims: [{ scope: "seat", key: "given-back", holder: "ground" }],
    deliveries: [delivery("taken", "first-key", noted(word))],
    ballots: [{ _tag: "Open", box: "box", choices: ["yes", "no"] }],
    idempotency: { key: "ground", content: word, answer: `ground of ${word}` },
  }
  const { position } = await granted(store.commit(commitOf(tenant, parts)), "laying the ground")
  const to = position ?? ""
  const read = commitOf(tenant, { checkpoints: [{ name: "reader", from: null, to }] })
  await granted(store.commit(read), "a first checkpoint")
  const wish = { name: "worker", holder: "kit", now: noon, ttl: 1_000 }
  const { token } = await granted(store.acquireLease(tenant, wish), "a lease")
  const fence = { lease: "worker", token }
  await granted(store.takeDeliveries(tenant, { fence, now: noon, limit: 10 }), "taking the delivery")
  return { position: to, token }
}

/** One commit with every part that a commit can have, on that ground. */
export const everything = ({ tenant, word }: Whole, { position, token }: Ground): Commit => ({
  tenant,
  at: noon + 1,
  appends: [append("whole", 0, noted(word)), append("ground", 2, noted(`${word} 3`))],
  guards: [{ stream: "ground", revision: 2 }],
  releases: [{ scope: "seat", key: "given-back", holder: "ground" }],
  claims: [
    { scope: "seat", key: "taken", holder: word },
    { scope: "course", key: "one", holder: word, capacity: 1 },
  ],
  idempotency: { key: "whole", content: word, answer: `answer to ${word}` },
  due: [{ stream: "whole", items: [dueItem("soon", noon + 2), dueItem("later", noon + 9)] }],
  dueSettled: [{ stream: "whole", key: "soon" }],
  deliveries: [delivery("new", "second-key", noted(word))],
  settlements: [{ id: "taken", outcome: { _tag: "Parked", cause: word } }],
  checkpoints: [{ name: "reader", from: position, to: position }],
  views: [{ view: "board", version: "1", rows: [{ key: "row", body: word }] }],
  viewSwitches: [{ view: "board", version: "1" }],
  ballots: [
    { _tag: "Cast", box: "box", choice: "yes" },
    { _tag: "Close", box: "box" },
  ],
  audit: [{ kind: "looked", body: noted(word) }],
  fence: { lease: "worker", token },
})
