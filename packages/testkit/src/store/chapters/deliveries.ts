import type { DeliveryOutcome, Store } from "@jinlin/sdk"
import { granted, refused, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, delivery, noon, noted, upTo } from "../writing.ts"

/** Commits deliveries `[id, key]`, each in a commit of its own. */
export const handIn = async ({ store, tenant }: Trial, ...rows: ReadonlyArray<readonly [id: string, key: string]>) => {
  for (const [id, key] of rows)
    await granted(store.commit(commitOf(tenant, { deliveries: [delivery(id, key)] })), `the delivery ${id}`)
}

/** A relay with a lease of its own, which takes and settles. */
export const relayOf = async ({ store, tenant }: Trial, holder = "relay") => {
  const wish = { name: "relay", holder, now: 0, ttl: 10 }
  const { token } = await granted(store.acquireLease(tenant, { ...wish, now: holder === "relay" ? 0 : 10 }), "a lease")
  const fence = { lease: "relay", token }
  const taken = (limit = 100, now = noon, one: Store = store) =>
    granted(one.takeDeliveries(tenant, { fence, now, limit }), "taking deliveries")
  return {
    fence,
    taken,
    /** The ids that were given. */
    take: async (limit?: number, now?: number) => (await taken(limit, now)).map(({ id }) => id),
    settle: (id: string, outcome: DeliveryOutcome) =>
      store.commit(commitOf(tenant, { fence, settlements: [{ id, outcome }] })),
  }
}

const delivered: DeliveryOutcome = { _tag: "Delivered" }
const redriven: DeliveryOutcome = { _tag: "Redriven" }
const parked: DeliveryOutcome = { _tag: "Parked", cause: "no such address" }
const postponed = (notBefore: number): DeliveryOutcome => ({ _tag: "Postponed", notBefore, cause: "busy" })

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

const knownIds: StoreTrial = {
  title: "passes over an id that is known, whatever became of it, and writes the rest of that commit",
  run: async (trial) => {
    const { store, tenant } = trial
    await handIn(trial, ["waits", "a"], ["done", "b"], ["lies", "c"])
    const relay = await relayOf(trial)
    await relay.take()
    await granted(relay.settle("done", delivered), "delivering one")
    await granted(relay.settle("lies", parked), "parking one")
    const again = ["waits", "done", "lies", "Waits", "fresh"].map((id) => delivery(id, "other", noted("other")))
    const parts = { deliveries: again, appends: [append("a", 0, noted(1))] }
    await granted(store.commit(commitOf(tenant, parts)), "a commit that names known ids")
    same(await relay.take(), ["Waits"], "the first new one")
    const kept = await Promise.all(
      (["waiting", "delivered", "parked"] as const).map((status) =>
        granted(store.readDeliveries(tenant, { status, limit: 9 }), "deliveries"),
      ),
    )
    same(
      kept.map(({ rows }) => rows.map(({ id, key }) => [id, key])),
      [
        [
          ["waits", "a"],
          ["Waits", "other"],
          ["fresh", "other"],
        ],
        [["done", "b"]],
        [["lies", "c"]],
      ],
      "what is kept",
    )
  },
}

const unknown: StoreTrial = {
  title: "answers UnknownDelivery to an outcome of what was not taken, and writes nothing of that commit",
  run: async (trial) => {
    const { store, tenant } = trial
    await handIn(trial, ["d-1", "k"])
    const relay = await relayOf(trial)
    const no = (id: string) => ({ _tag: "UnknownDelivery", rule: "STORE-10", id })
    await refused(relay.settle("never", delivered), no("never"), "an id that is not there")
    for (const outcome of [delivered, parked, postponed(1), redriven])
      await refused(relay.settle("d-1", outcome), no("d-1"), `${outcome._tag} of what was not taken`)
    same(await relay.take(), ["d-1"], "what can be taken still")
    await refused(relay.settle("d-1", redriven), no("d-1"), "taking back what was not parked")
    await refused(relay.settle("D-1", delivered), no("D-1"), "an id of another case")
    const both = ["d-1", "never"].map((id) => ({ id, outcome: delivered }))
    await refused(
      store.commit(commitOf(tenant, { settlements: both })),
      no("never"),
      "one that is known beside one that is not",
    )
    await granted(relay.settle("d-1", postponed(noon)), "postponing it")
    await refused(relay.settle("d-1", delivered), no("d-1"), "settling it again")
    same(await relay.take(), ["d-1"], "what is given again")
    await granted(relay.settle("d-1", delivered), "delivering it")
    await refused(relay.settle("d-1", delivered), no("d-1"), "delivering it again")
  },
}

const watched: StoreTrial = {
  title:
    "counts what waits and what is parked, says since when, and lists deliveries page by page in the order of commits",
  run: async (trial) => {
    const { store, tenant } = trial
    const none = { waiting: 0, parked: 0, oldestWaitingAt: null, due: 0, stalledSince: null }
    same(await granted(store.backlog(tenant, noon), "a backlog"), none, "an empty backlog")
    for (const index of upTo(7))
      await granted(
        store.commit(commitOf(tenant, { at: noon + index, deliveries: [delivery(`d-${9 - index}`, `k-${index}`)] })),
        "a delivery",
      )
    const relay = await relayOf(trial)
    same((await relay.take(2)).length, 2, "how many are taken")
    await granted(relay.settle("d-8", parked), "parking the oldest")
    await granted(relay.settle("d-7", delivered), "delivering the next")
    const { stalledSince: _, ...backlog } = await granted(store.backlog(tenant, noon), "a backlog")
    same(backlog, { waiting: 5, parked: 1, oldestWaitingAt: noon + 3, due: 0 }, "the backlog")
    for (const limit of [1, 2, 4, 5, 6]) {
      const read = (after: string | undefined) => store.readDeliveries(tenant, { status: "waiting", after, limit })
      same(
        (await allRows(read, "what waits")).map(({ id }) => id),
        ["d-6", "d-5", "d-4", "d-3", "d-2"],
        `in pages of ${limit}`,
      )
    }
    same((await granted(store.readDeliveries(tenant, { status: "waiting", limit: 5 }), "all")).next, null, "no more")
  },
}

const forgotten: StoreTrial = {
  title:
    "forgets with old commands what was delivered before, nothing that waits or is parked, and takes its id as new",
  run: async (trial) => {
    const { store, tenant } = trial
    await handIn(trial, ["done", "a"], ["lies", "b"], ["waits", "c"])
    const late = { at: noon + 5, deliveries: [delivery("late", "d")] }
    await granted(store.commit(commitOf(tenant, late)), "a delivery of a later moment")
    const relay = await relayOf(trial)
    await relay.take()
    for (const id of ["done", "late"]) await granted(relay.settle(id, delivered), "delivering one")
    await granted(relay.settle("lies", parked), "parking one")
    same(await granted(store.forgetCommands(tenant, noon), "forgetting none"), 0, "commands that were forgotten")
    const settled = async () =>
      (await granted(store.readDeliveries(tenant, { status: "delivered", limit: 9 }), "deliveries")).rows.map(
        ({ id }) => id,
      )
    same(await settled(), ["done", "late"], "what is kept at first")
    same(await granted(store.forgetCommands(tenant, noon + 5), "forgetting some"), 0, "commands that were forgotten")
    same(await settled(), ["late"], "what is kept of what was delivered")
    const { stalledSince: _, ...backlog } = await granted(store.backlog(tenant, noon), "a backlog")
    same(backlog, { waiting: 1, parked: 1, oldestWaitingAt: noon, due: 0 }, "what waits and is parked")
    await handIn(trial, ["done", "a"], ["late", "d"])
    same(await relay.take(), ["done"], "the id that is new again")
  },
}

const race: StoreTrial = {
  title: "gives each delivery to one of many who take at once under one token, and counts one start (R6)",
  run: async (trial) => {
    const { tenant, writers } = trial
    const stores = await writers()
    await handIn(trial, ...upTo(20).map((index) => [`d-${index}`, `k-${index % 10}`] as const))
    const relay = await relayOf(trial)
    const given = (await Promise.all(stores.map((one) => relay.taken(2, noon, one)))).flat()
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
    const settled = await Promise.all(
      stores.map((one) => one.commit(commitOf(tenant, { settlements: [{ id: "d-1", outcome: delivered }] }))),
    )
    same(settled.filter(({ ok }) => ok).length, 1, "how many could settle one delivery")
  },
}

/** STORE-10. */
export const deliveries: StoreChapter = {
  rule: "STORE-10",
  says: "deliveries are given in the order of each key until they are settled",
  trials: [inOrder, together, counted, waits, aside, knownIds, unknown, watched, forgotten, race],
}
