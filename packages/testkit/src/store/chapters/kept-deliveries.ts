import { allOf, granted, refused, same } from "../asserting.ts"
import { allRows } from "../picture.ts"
import { delivered, handIn, parked, postponed, redriven, relayOf } from "../relaying.ts"
import type { StoreTrial } from "../trial.ts"
import { append, commitOf, delivery, noon, noted, upTo } from "../writing.ts"

/** An id that is known is passed over. */
export const knownIds: StoreTrial = {
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
    const kept = await allOf(
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

/** Only what was taken is settled. */
export const unknown: StoreTrial = {
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

/** What those see who watch over a store. */
export const watched: StoreTrial = {
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

/** What was delivered is forgotten with old commands. */
export const forgotten: StoreTrial = {
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
