import type { Store } from "@jinlin/sdk"
import { allOf, breathe, granted, patience, refused, same } from "../asserting.ts"
import { delivered, handIn, parked, postponed, redriven, relayOf } from "../relaying.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, delivery, noon, noted, upTo } from "../writing.ts"
import { forgotten, knownIds, unknown, watched } from "./kept-deliveries.ts"

const inOrder: StoreTrial = {
  title: "gives of each key the first unsettled delivery, the oldest first, and no more than asked for",
  run: async (trial) => {
    await handIn(trial, ["z-1", "k"], ["b-1", "l"], ["a-2", "k"], ["y-2", "l"], ["m-1", "m"])
    const relay = await relayOf(trial)
    same(await relay.take(2), ["z-1", "b-1"], "two of those that are first of their key")
    same(await relay.take(), ["m-1"], "the rest of them")
    same(await relay.take(), [], "while all that are first are in hand")
    await granted(relay.settle("b-1", delivered), "settling one")
    same(await relay.take(), ["y-2"], "the next of that key alone")
    await granted(relay.settle("z-1", delivered), "settling another")
    same(await relay.take(), ["a-2"], "the next of the other key")
    for (const id of ["a-2", "y-2", "m-1"]) await granted(relay.settle(id, delivered), "settling the rest")
    same(await relay.take(), [], "when all is settled")
  },
}

const together: StoreTrial = {
  title: "keeps deliveries of one commit in the order in which it lists them",
  run: async (trial) => {
    const { store, tenant } = trial
    const deliveries = ["c", "a", "b"].map((id) => delivery(id, "k"))
    await granted(store.commit(commitOf(tenant, { deliveries })), "three deliveries at once")
    const relay = await relayOf(trial)
    const given = []
    for (const _ of deliveries)
      for (const id of await relay.take()) {
        given.push(id)
        await granted(relay.settle(id, delivered), "settling it")
      }
    same(given, ["c", "a", "b"], "the order")
  },
}

const counted: StoreTrial = {
  title: "counts each start before it is given, and gives what is in hand again only to the next token",
  run: async (trial) => {
    const { store, tenant } = trial
    await handIn(trial, ["d-1", "k"])
    const first = await relayOf(trial)
    const [given] = await first.taken()
    const row = { ...delivery("d-1", "k"), status: "waiting", notBefore: 0, at: noon, cause: null }
    same(given, { ...row, starts: 1 }, "a delivery as it is given")
    same(await first.take(), [], "what is in the hands of this token")
    const waiting = await granted(store.readDeliveries(tenant, { status: "waiting", limit: 5 }), "what waits")
    same(waiting.rows, [{ ...row, starts: 1 }], "a delivery as it is kept")
    const next = await relayOf(trial, "next-relay")
    same(
      (await next.taken()).map(({ id, starts }) => [id, starts]),
      [["d-1", 2]],
      "what the next token is given",
    )
    await refused(first.settle("d-1", delivered), { _tag: "LeaseLost" }, "the zombie settles")
    await granted(next.settle("d-1", delivered), "the next token settles")
    const settled = await granted(store.readDeliveries(tenant, { status: "delivered", limit: 5 }), "what is delivered")
    same(settled.rows, [{ ...row, status: "delivered", starts: 2 }], "a delivery after it was delivered")
  },
}

const waits: StoreTrial = {
  title: "holds up the key of what was postponed until its moment, and no other key",
  run: async (trial) => {
    await handIn(trial, ["a-1", "a"], ["a-2", "a"], ["b-1", "b"], ["b-2", "b"])
    const relay = await relayOf(trial)
    same(await relay.take(), ["a-1", "b-1"], "the first of each key")
    await granted(relay.settle("a-1", postponed(noon + 10)), "postponing one")
    await granted(relay.settle("b-1", delivered), "delivering the other")
    same(await relay.take(100, noon + 9), ["b-2"], "a moment before")
    const [again] = await relay.taken(100, noon + 10)
    same([again?.id, again?.starts, again?.cause, again?.notBefore], ["a-1", 2, "busy", noon + 10], "at the moment")
    await granted(relay.settle("a-1", delivered), "delivering it at last")
    same(await relay.take(100, noon + 10), ["a-2"], "the next of its key")
  },
}

const aside: StoreTrial = {
  title: "goes on without what was parked, and gives it again in its old place once it is taken back",
  run: async (trial) => {
    const { store, tenant } = trial
    await handIn(trial, ["x-1", "x"], ["a-1", "a"], ["a-2", "a"], ["a-3", "a"])
    const relay = await relayOf(trial)
    same(await relay.take(), ["x-1", "a-1"], "the first of each key")
    await granted(relay.settle("a-1", parked), "parking one")
    same(await relay.take(), ["a-2"], "the next of its key")
    const lying = await granted(store.readDeliveries(tenant, { status: "parked", limit: 5 }), "what is parked")
    same(
      lying.rows.map(({ cause, id, starts }) => [id, starts, cause]),
      [["a-1", 1, "no such address"]],
      "what is parked",
    )
    await granted(relay.settle("a-2", delivered), "delivering the next")
    await granted(relay.settle("a-1", redriven), "taking it back")
    const [back] = await relay.taken()
    same([back?.id, back?.starts, back?.notBefore], ["a-1", 2, 0], "what is given before a-3")
    await granted(relay.settle("a-1", delivered), "delivering it")
    same(await relay.take(), ["a-3"], "what stood behind it")
    await refused(relay.settle("a-1", redriven), { _tag: "UnknownDelivery" }, "taking back what was delivered")
  },
}

const race: StoreTrial = {
  title: "gives each delivery to one of many who take at once under one token, and counts one start (R6)",
  run: async (trial) => {
    const { tenant, writers } = trial
    const stores = await writers()
    await handIn(trial, ...upTo(20).map((index) => [`d-${index}`, `k-${index % 10}`] as const))
    const relay = await relayOf(trial)
    const given = (await allOf(stores.map((one) => relay.taken(2, noon, one)))).flat()
    same(
      given.map(({ id }) => id).sort(),
      upTo(10)
        .map((index) => `d-${index}`)
        .sort(),
      "what was given",
    )
    same(
      given.every(({ starts }) => starts === 1),
      true,
      "one start each",
    )
    const settled = await allOf(
      stores.map((one) => one.commit(commitOf(tenant, { settlements: [{ id: "d-1", outcome: delivered }] }))),
    )
    same(settled.filter(({ ok }) => ok).length, 1, "how many could settle one delivery")
  },
}

/** Commits the next event of a stream that all write, with a delivery of its own, until that has gone through twice. */
const press = async ({ tenant }: Trial, store: Store, writer: number): Promise<void> => {
  for (const time of ["one", "two"]) {
    const id = `d-${writer}-${time}`
    const turn = patience("committing where many do", 2_000)
    for (let done = false; !done; turn()) {
      const { length } = await granted(store.readStream(tenant, "of-all"), "the stream that all write")
      const parts = { appends: [append("of-all", length, noted(id))], deliveries: [delivery(id, "k")] }
      done = (await store.commit(commitOf(tenant, parts))).ok
    }
  }
}

const orderOfCommits: StoreTrial = {
  title: "gives the deliveries of a key in the order of commits, while many writers commit and a relay takes (R7)",
  run: async (trial) => {
    const { store, tenant, writers } = trial
    const stores = await writers()
    const relay = await relayOf(trial)
    const given: Array<string> = []
    let writing = true
    const handOn = async (): Promise<void> => {
      for (;;) {
        const last = !writing
        const ids = await relay.take(5)
        for (const id of ids) await granted(relay.settle(id, delivered), "handing one on")
        given.push(...ids)
        if (last && ids.length === 0) return
        if (ids.length === 0) await breathe()
      }
    }
    const written = allOf(stores.map((one, writer) => press(trial, one, writer))).finally(() => {
      writing = false
    })
    await allOf<unknown>([written, handOn()])
    const events = await granted(store.readStream(tenant, "of-all"), "the stream that all write")
    same(
      given.map(noted),
      events.map(({ body }) => body),
      "what was handed on, and in which order",
    )
  },
}

/** STORE-10. */
export const deliveries: StoreChapter = {
  rule: "STORE-10",
  says: "deliveries are given in the order of each key until they are settled",
  trials: [inOrder, together, counted, waits, aside, race, orderOfCommits, knownIds, unknown, watched, forgotten],
}
