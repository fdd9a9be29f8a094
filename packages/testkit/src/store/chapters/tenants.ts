import { type Store, viewCheckpoint } from "@jinlin/sdk"
import { granted, holds, refused, same } from "../asserting.ts"
import { everything, layGround } from "../everything.ts"
import { comparable, pictureOf } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, delivery, dueItem, noon, noted, upTo } from "../writing.ts"
import { methods } from "./unavailable.ts"

const notTenants: ReadonlyArray<unknown> = [
  ..."A aB ../x a/b a_b a.b -a 甲 ' %".split(" "),
  "a b",
  "a\u0000",
  "a\n",
  "x".repeat(64),
  7,
  {},
]

const named: StoreTrial = {
  title: "answers TenantRequired or InvalidTenant, whatever is asked, where no tenant is named that could be one",
  run: async ({ store }) => {
    const ask = (method: string, tenant: unknown) =>
      Reflect.apply(methods[method] ?? store.verify, undefined, [store, tenant])
    for (const method of Object.keys(methods)) {
      for (const none of ["", undefined, null])
        await refused(ask(method, none), { _tag: "TenantRequired", rule: "STORE-8" }, `${method} of no tenant`)
      for (const tenant of notTenants)
        await refused(
          ask(method, tenant),
          { _tag: "InvalidTenant", rule: "STORE-8" },
          `${method} of ${JSON.stringify(tenant)}`,
        )
    }
  },
}

const bounds: StoreTrial = {
  title: "takes a tenant of 63 characters as one, and lists who has written anything, in order",
  run: async ({ other, store, tenant }) => {
    const long = `${tenant}${"x".repeat(63 - tenant.length)}`
    for (const one of [long, other, tenant])
      await granted(store.commit(commitOf(one, { appends: [append("a", 0, noted(one))] })), `an event of ${one}`)
    await granted(store.readLog(`${tenant}-reads`, { limit: 5 }), "a tenant that only reads")
    const stale = commitOf(`${tenant}-fails`, { appends: [append("a", 1, noted(1))] })
    await refused(store.commit(stale), { _tag: "VersionConflict" }, "a tenant whose only commit fails")
    const listed = await granted(store.tenants(), "tenants")
    same(
      listed.filter((one) => one.startsWith(tenant)),
      [tenant, other, long],
      "those of this trial",
    )
    same([...listed].sort(), listed, "all of them in order")
    for (const one of [long, other, tenant])
      same(
        (await granted(store.readStream(one, "a"), "a stream")).map(({ body }) => body),
        [noted(one)],
        one,
      )
  },
}

const apart: StoreTrial = {
  title: "keeps two tenants apart who use the same ids for everything, commit by commit",
  run: async ({ notebook, other, store, tenant }) => {
    const [one, two] = [
      { tenant, word: "first-word" },
      { tenant: other, word: "second-word" },
    ]
    const grounds = [await layGround(store, one), await layGround(store, two)]
    const seen = async (name: string) => {
      const names = notebook.get(name)
      return names && comparable(await pictureOf(store, name, names))
    }
    const before = await seen(other)
    await granted(store.commit(everything(one, grounds[0] ?? { position: "", token: 0 })), "everything of the first")
    same(await seen(other), before, "the second tenant, while the first wrote")
    const after = await seen(tenant)
    await granted(store.commit(everything(two, grounds[1] ?? { position: "", token: 0 })), "everything of the second")
    same(await seen(tenant), after, "the first tenant, while the second wrote")
    holds(!JSON.stringify(await seen(other)).includes("first-word"), "a word of the first tenant stands in the second")
    holds(
      !JSON.stringify(await seen(tenant)).includes("second-word"),
      "a word of the second tenant stands in the first",
    )
    const forgotten = await granted(store.forgetCommands(tenant, noon + 9), "forgetting the first one's commands")
    same(forgotten, 2, "how many of them there were")
    same(
      (await granted(store.readCommand(other, "whole"), "the other's command"))?.content,
      "second-word",
      "the other's command",
    )
  },
}

/** What a tenant does that the other must not notice, and how the other looks. */
const untouched = async (
  { other, tenant }: Trial,
  change: (name: string) => Promise<unknown>,
  look: (name: string) => Promise<unknown>,
) => {
  const before = await look(other)
  await change(tenant)
  same(await look(other), before, "what the other tenant sees")
  holds(JSON.stringify(await look(tenant)) !== JSON.stringify(before), "the change is seen where it was made")
}

const each: StoreTrial = {
  title: "keeps leases, tokens, claims, capacities, due lists, deliveries and views of one tenant from the other",
  run: async (trial) => {
    const { other, store, tenant } = trial
    const wish = { name: "relay", holder: "h", now: 0, ttl: 10 }
    let token = 0
    for (const _ of upTo(3)) token = (await granted(store.acquireLease(tenant, wish), "a lease of the first")).token
    await granted(store.acquireLease(other, { ...wish, holder: "i" }), "the other's lease of the same name")
    const fence = { lease: "relay", token }
    await refused(store.releaseLease(other, fence), { _tag: "LeaseLost" }, "a token of the first")
    await granted(store.renewLease(tenant, { fence, now: 0, ttl: 5 }), "the first one's own")
    const seat = { scope: "s", key: "k", holder: "h", capacity: 1 }
    for (const name of [tenant, other]) await granted(store.commit(commitOf(name, { claims: [seat] })), "the last seat")
    const commit = (parts: Parameters<typeof commitOf>[1]) => (name: string) =>
      granted(store.commit(commitOf(name, parts)), "a commit")
    const releases = [{ scope: "s", key: "k", holder: "h" }]
    await untouched(trial, commit({ releases }), (name) => store.readClaims(name, "s", { limit: 5 }))
    for (const name of [tenant, other]) await commit({ due: [{ stream: "a", items: [dueItem("x", 1)] }] })(name)
    const due = (name: string) => store.readDue(name, { until: 5, limit: 5 })
    await untouched(trial, commit({ dueSettled: [{ stream: "a", key: "x" }] }), due)
    for (const name of [tenant, other]) await commit({ deliveries: [delivery("d", "k")] })(name)
    const backlog = (name: string) => store.readDeliveries(name, { status: "waiting", limit: 5 })
    await untouched(
      trial,
      (name) => granted(store.takeDeliveries(name, { fence, now: 5, limit: 5 }), "taking"),
      backlog,
    )
    const rows = [{ key: "k", body: "b" }]
    for (const name of [tenant, other]) await commit({ views: [{ view: "v", version: "1", rows }] })(name)
    const view = (name: string) => store.readView(name, { view: "v", version: "1", limit: 5 })
    await untouched(trial, (name) => store.dropView(name, { view: "v", version: "1" }), view)
    const on = (name: string) => store.readView(name, { view: "v", limit: 5 })
    await untouched(trial, commit({ viewSwitches: [{ view: "v", version: "1" }] }), on)
  },
}

const positions: StoreTrial = {
  title: "knows no position of another tenant",
  run: async ({ other, store, tenant }) => {
    const write = (name: string) =>
      granted(store.commit(commitOf(name, { appends: [append("a", 0, noted(1))] })), "an event")
    const [own, foreign] = [(await write(tenant)).position ?? "", (await write(other)).position ?? ""]
    const invalid = { _tag: "InvalidCursor", rule: "STORE-6" }
    await refused(store.readLog(tenant, { after: foreign, limit: 5 }), invalid, "reading after the other's position")
    const name = viewCheckpoint({ view: "v", version: "1" })
    const move = (to: string): ReturnType<Store["commit"]> =>
      store.commit(commitOf(tenant, { checkpoints: [{ name, from: null, to }] }))
    await refused(move(foreign), invalid, "a checkpoint at the other's position")
    await granted(move(own), "a checkpoint at its own")
  },
}

/** STORE-8. */
export const tenants: StoreChapter = {
  rule: "STORE-8",
  says: "tenants share nothing",
  trials: [named, bounds, apart, each, positions],
}
