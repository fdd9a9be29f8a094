import type { DueItem } from "@jinlin/sdk"
import { granted, same } from "../asserting.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { commitOf, dueItem, noon } from "../writing.ts"

const listing = ({ store, tenant }: Trial, stream: string, ...items: ReadonlyArray<DueItem>) =>
  granted(store.commit(commitOf(tenant, { due: [{ stream, items }] })), `what ${stream} waits for`)

const settling = ({ store, tenant }: Trial, stream: string, key: string) =>
  granted(store.commit(commitOf(tenant, { dueSettled: [{ stream, key }] })), `settling ${key} of ${stream}`)

const dueBy = async ({ store, tenant }: Trial, until: number, query: { limit?: number; stream?: string } = {}) =>
  (await granted(store.readDue(tenant, { until, limit: 100, ...query }), "what is due")).map(
    ({ key, stream }) => `${stream} ${key}`,
  )

const boundary: StoreTrial = {
  title: "gives what has fallen due by a moment, the earliest first, then by stream and key; of one stream where asked",
  run: async (trial) => {
    const { store, tenant } = trial
    await listing(trial, "b", dueItem("x", 20), dueItem("y", 10))
    await listing(trial, "a", dueItem("y", 20), dueItem("x", 20), dueItem("X", 20), dueItem("late", 30))
    same(await dueBy(trial, 9), [], "a moment before the first")
    same(await dueBy(trial, 10), ["b y"], "at the moment of the first")
    same(await dueBy(trial, 19), ["b y"], "a moment before the next")
    same(await dueBy(trial, 20), ["b y", "a X", "a x", "a y", "b x"], "at the moment of the next")
    same(await dueBy(trial, 20, { limit: 2 }), ["b y", "a X"], "the first two")
    same(await dueBy(trial, 20, { stream: "b" }), ["b y", "b x"], "of one stream")
    same(await dueBy(trial, 20, { stream: "B" }), [], "of a stream of another case")
    const whole = await granted(store.readDue(tenant, { until: 10, limit: 1 }), "what is due")
    same(whole, [{ stream: "b", ...dueItem("y", 10) }], "an item as it is given")
    same((await granted(store.backlog(tenant, 20), "the backlog")).due, 5, "how many are due")
    same((await granted(store.backlog(tenant, 9), "the backlog")).due, 0, "how many are due before")
  },
}

const replaced: StoreTrial = {
  title: "puts a list in the place of the one before it, of that stream alone; an empty one takes all away",
  run: async (trial) => {
    await listing(trial, "a", dueItem("x", 1), dueItem("y", 2))
    await listing(trial, "b", dueItem("x", 1))
    await listing(trial, "a", dueItem("y", 5), dueItem("z", 3))
    same(await dueBy(trial, 4), ["b x", "a z"], "what is due after the new list")
    same(await dueBy(trial, 5), ["b x", "a z", "a y"], "an item at its new moment")
    await listing(trial, "a")
    same(await dueBy(trial, 9), ["b x"], "after an empty list")
  },
}

const settled: StoreTrial = {
  title: "does not give what was settled while it stays listed, and gives it when it is listed anew after it was gone",
  run: async (trial) => {
    const { store, tenant } = trial
    await listing(trial, "a", dueItem("x", 1), dueItem("y", 1))
    await listing(trial, "b", dueItem("x", 1))
    await settling(trial, "a", "x")
    same(await dueBy(trial, 1), ["a y", "b x"], "after one was settled")
    await listing(trial, "a", dueItem("x", 1), dueItem("y", 1), dueItem("z", 1))
    same(await dueBy(trial, 1), ["a y", "a z", "b x"], "while it stays listed")
    await listing(trial, "a", dueItem("x", 0), dueItem("y", 1))
    same(await dueBy(trial, 1), ["a y", "b x"], "while it stays listed at another moment")
    same((await granted(store.backlog(tenant, 1), "the backlog")).due, 2, "how many are due")
    await listing(trial, "a", dueItem("y", 1))
    await listing(trial, "a", dueItem("x", 1), dueItem("y", 1))
    same(await dueBy(trial, 1), ["a x", "a y", "b x"], "when it is listed anew")
  },
}

const atOnce: StoreTrial = {
  title: "settles after it has listed, where one commit does both; what is not listed is not settled beforehand",
  run: async (trial) => {
    const { store, tenant } = trial
    const both = {
      due: [{ stream: "a", items: [dueItem("x", 1), dueItem("y", 1)] }],
      dueSettled: [{ stream: "a", key: "x" }],
    }
    await granted(store.commit(commitOf(tenant, both)), "listing and settling at once")
    same(await dueBy(trial, noon), ["a y"], "what is due")
    await settling(trial, "a", "later")
    await settling(trial, "never", "x")
    await listing(trial, "a", dueItem("later", 1))
    same(await dueBy(trial, noon), ["a later"], "what was named before it was listed")
  },
}

/** STORE-11. */
export const due: StoreChapter = {
  rule: "STORE-11",
  says: "a due list replaces the one before it, and what was settled stays settled while it is listed",
  trials: [boundary, replaced, settled, atOnce],
}
