import type { Answer, Store } from "@jinlin/sdk"
import { allOf, fail, granted, holds, refused, same } from "../asserting.ts"
import { everything, layGround } from "../everything.ts"
import { pictureOf } from "../picture.ts"
import type { StoreChapter, StoreTrial } from "../trial.ts"
import { append, commitOf, delivery, noon, noted } from "../writing.ts"
import { nonsensical } from "./nonsense.ts"

const fence = { lease: "relay", token: 1 }

/** Every method of the port, asked something harmless. */
export const methods: Readonly<Record<string, (store: Store, tenant: string) => Promise<Answer<unknown, unknown>>>> = {
  commit: (store, tenant) => store.commit(commitOf(tenant, { appends: [append("a", 0, noted(1))] })),
  readStream: (store, tenant) => store.readStream(tenant, "a"),
  readLog: (store, tenant) => store.readLog(tenant, { limit: 5 }),
  head: (store, tenant) => store.head(tenant),
  readCommand: (store, tenant) => store.readCommand(tenant, "c"),
  readClaims: (store, tenant) => store.readClaims(tenant, "s", { limit: 5 }),
  readDue: (store, tenant) => store.readDue(tenant, { until: 5, limit: 5 }),
  readDeliveries: (store, tenant) => store.readDeliveries(tenant, { status: "waiting", limit: 5 }),
  backlog: (store, tenant) => store.backlog(tenant, 5),
  readCheckpoint: (store, tenant) => store.readCheckpoint(tenant, "r"),
  readView: (store, tenant) => store.readView(tenant, { view: "v", limit: 5 }),
  readAudit: (store, tenant) => store.readAudit(tenant, { limit: 5 }),
  readBallots: (store, tenant) => store.readBallots(tenant, "b"),
  acquireLease: (store, tenant) => store.acquireLease(tenant, { name: "relay", holder: "h", now: 0, ttl: 5 }),
  renewLease: (store, tenant) => store.renewLease(tenant, { fence, now: 0, ttl: 5 }),
  releaseLease: (store, tenant) => store.releaseLease(tenant, fence),
  takeDeliveries: (store, tenant) => store.takeDeliveries(tenant, { fence, now: 0, limit: 5 }),
  forgetCommands: (store, tenant) => store.forgetCommands(tenant, 0),
  dropView: (store, tenant) => store.dropView(tenant, { view: "v", version: "1" }),
}

const disposed: StoreTrial = {
  title: "answers StoreUnavailable to every method once it was disposed of, and is disposed of as often as one likes",
  run: async ({ store, tenant }) => {
    await granted(store.commit(commitOf(tenant, { appends: [append("a", 0, noted(1))] })), "a commit before")
    await store[Symbol.asyncDispose]()
    const gone = { _tag: "StoreUnavailable", rule: "STORE-13", kind: "disposed" }
    for (const [name, ask] of Object.entries(methods)) await refused(ask(store, tenant), gone, name)
    await refused(store.tenants(), gone, "tenants")
    await refused(store.verify(), gone, "verify")
    await store[Symbol.asyncDispose]()
    await refused(store.verify(), gone, "verify after it was disposed of twice")
  },
}

const inFlight: StoreTrial = {
  title: "answers what is under way when it is disposed of: written or not, nothing hangs and nothing is thrown",
  run: async (trial) => {
    const { store, tenant } = trial
    const attempts = [1, 2, 3, 4].map((index) =>
      store.commit(commitOf(tenant, { appends: [append(`s-${index}`, 0, noted(index))] })),
    )
    await store[Symbol.asyncDispose]()
    for (const answer of await allOf(attempts))
      if (!answer.ok) same(answer.failure._tag, "StoreUnavailable", "what is told of a commit that was not written")
  },
}

const whole: StoreTrial = {
  title: "finds itself whole, and says in plain words what it is and can do",
  run: async ({ store, tenant }) => {
    await layGround(store, { tenant, word: "kit" })
    same(await granted(store.verify(), "a look at itself"), null, "what it finds")
    holds(store.name.length > 0, "a store has a name")
    const { durable, logOrder, shared, withinTransaction } = store.capabilities
    same(
      [durable, shared, withinTransaction].map((one) => typeof one),
      ["boolean", "boolean", "boolean"],
      "what it can do",
    )
    holds(logOrder === "serialized" || logOrder === "xid", "how the log is ordered is one of two ways")
  },
}

const lasting: StoreTrial = {
  title: "holds all of it after it was disposed of and opened again, if it is durable; if it is not, it starts empty",
  run: async (trial) => {
    const { elsewhere, notebook, reopened, store, tenant, under } = trial
    const whole = { tenant, word: "kit" }
    const { durable } = store.capabilities
    const ground = await layGround(store, whole)
    await granted(store.commit(everything(whole, ground)), "a commit of everything")
    const names = notebook.get(tenant) ?? fail("the trial has written nothing")
    const before = await pictureOf(store, tenant, names)
    if (durable && under.rawRows === undefined) fail("a durable store is looked at on a second path: give `rawRows`")
    if (!durable) {
      same(await granted((await elsewhere()).head(tenant), "a store that was opened anew"), null, "what it holds")
      return
    }
    const again = await reopened()
    same(await pictureOf(again, tenant, names), before, "what is there after it was opened again")
    same(
      (await granted(again.commit(everything(whole, { position: "", token: 0 })), "the command again")).repeated,
      true,
      "whether the command is known",
    )
    const { events } = await granted(
      again.readLog(tenant, { after: before.events[0]?.position, limit: 9 }),
      "a position",
    )
    same(events, before.events.slice(1), "what comes after a position of the store before")
    const lease = await granted(
      again.acquireLease(tenant, { name: "worker", holder: "kit", now: 0, ttl: 1 }),
      "a lease",
    )
    holds(lease.token > ground.token, "tokens go on growing after it was opened again")
    await granted(again.commit(commitOf(tenant, { appends: [append("whole", 1, noted("on"))] })), "going on")
  },
}

const beside: StoreTrial = {
  title:
    "is one store for all who opened it beside each other, if it is shared: what one writes the others see at once",
  run: async ({ store, tenant, writers }) => {
    const others = [...new Set(await writers())].filter((one) => one !== store)
    same(others.length > 0, store.capabilities.shared, "whether there are others beside it")
    const whole = { tenant, word: "kit" }
    const ground = await layGround(store, whole)
    for (const [index, one] of others.entries()) {
      const page = await granted(one.readLog(tenant, { after: ground.position, limit: 5 }), "a position of the other")
      same(page.events.length, index, "events behind that position")
      const stale = commitOf(tenant, { appends: [append("ground", 0, noted("stale"))] })
      await refused(one.commit(stale), { _tag: "VersionConflict", actual: 2 }, "a stream that the other wrote")
      const taken = { claims: [{ scope: "seat", key: "given-back", holder: "another" }] }
      await refused(
        one.commit(commitOf(tenant, taken)),
        { _tag: "ClaimTaken", holder: "ground" },
        "a claim of the other",
      )
      const lease = { name: "worker", holder: "another", now: noon, ttl: 1 }
      await refused(one.acquireLease(tenant, lease), { _tag: "LeaseHeld" }, "a lease of the other")
      const fence = { lease: "worker", token: ground.token }
      const parts = {
        appends: [append("beside", index, noted(index))],
        deliveries: [delivery(`d-${index}`, "k")],
        fence,
      }
      await granted(one.commit(commitOf(tenant, parts)), "under the lease of the other")
      const { length } = await granted(store.readStream(tenant, "beside"), "what another wrote")
      same(length, index + 1, "events that another wrote")
    }
  },
}

/** STORE-13. */
export const unavailable: StoreChapter = {
  rule: "STORE-13",
  says: "what cannot be used is answered with its kind, and never thrown",
  trials: [disposed, inFlight, whole, nonsensical, lasting, beside],
}
