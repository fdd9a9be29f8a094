import type { Answer, Commit, Store } from "@jinlin/sdk"
import type { Pool } from "pg"
import { beforeAll, describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf, within } from "../writing.ts"

type Parts = Omit<Commit, "tenant" | "at">

/** Two commits of which the second is asked while the transaction of the first is open, and what the second is told. */
interface Meeting {
  readonly rule: string
  readonly what: string
  readonly first: Parts
  readonly second: Parts
  readonly told: object
  /** What the second is told when the first is undone; left out: it goes through. */
  readonly otherwise?: object
}

const refused = (_tag: string, fields: object = {}) => ({ ok: false, failure: { _tag, ...fields } })
const through = { ok: true, value: { repeated: false } }
const seat = (key: string) => ({ scope: "course", key, holder: key, capacity: 2 })
const hall = (holder: string) => ({ scope: "hall", key: "noon", holder })
const dueList = (key: string) => ({ stream: "ground", items: [{ key, at: 1, rule: "R", command: "{}" }] })
const command = (content: string) => ({ key: "c", content, answer: content })
const box = "box"

const meetings: ReadonlyArray<Meeting> = [
  {
    ...{ rule: "STORE-2", what: "the first event of a stream" },
    first: { appends: [append("new", 0, "a")] },
    second: { appends: [append("new", 0, "b")] },
    told: refused("VersionConflict", { rule: "STORE-2", stream: "new", expected: 0, actual: 1 }),
  },
  {
    ...{ rule: "STORE-2", what: "a later event of a stream" },
    first: { appends: [append("ground", 1, "a")] },
    second: { appends: [append("other", 0, "b"), append("ground", 1, "b")] },
    told: refused("VersionConflict", { rule: "STORE-2", stream: "ground", expected: 1, actual: 2 }),
  },
  {
    ...{ rule: "STORE-3", what: "the same command" },
    first: { appends: [append("s", 0, "a")], idempotency: command("same") },
    second: { appends: [append("s", 0, "a")], idempotency: command("same") },
    told: { ok: true, value: { repeated: true, answer: "same" } },
  },
  {
    ...{ rule: "STORE-3", what: "other content under the same id" },
    first: { idempotency: command("one") },
    second: { idempotency: command("other") },
    told: refused("IdempotencyConflict", { key: "c" }),
  },
  {
    ...{ rule: "STORE-4", what: "a stream that each guards and the other writes" },
    first: { appends: [append("b", 0, "x")], guards: [{ stream: "a", revision: 0 }] },
    second: { appends: [append("a", 0, "x")], guards: [{ stream: "b", revision: 0 }] },
    told: refused("VersionConflict", { rule: "STORE-4", stream: "b", expected: 0, actual: 1 }),
  },
  {
    ...{ rule: "STORE-4", what: "a stream of old that each guards and the other writes" },
    first: { appends: [append("ground", 1, "x")], guards: [{ stream: "older", revision: 1 }] },
    second: { appends: [append("older", 1, "x")], guards: [{ stream: "ground", revision: 1 }] },
    told: refused("VersionConflict", { rule: "STORE-4", stream: "ground", expected: 1, actual: 2 }),
  },
  {
    ...{ rule: "STORE-4", what: "a stream that is only guarded, and then written" },
    first: { guards: [{ stream: "ground", revision: 1 }], audit: [{ kind: "k", body: "{}" }] },
    second: { appends: [append("ground", 1, "x")] },
    told: through,
  },
  {
    ...{ rule: "STORE-5", what: "the last seat" },
    first: { claims: [seat("b")] },
    second: { claims: [seat("c")] },
    told: refused("CapacityReached", { scope: "course", capacity: 2 }),
  },
  {
    ...{ rule: "STORE-5", what: "the same hall" },
    first: { claims: [hall("one")] },
    second: { claims: [hall("other")] },
    told: refused("ClaimTaken", { holder: "one" }),
  },
  {
    ...{ rule: "STORE-5", what: "what is being given back" },
    first: { releases: [{ ...seat("a") }] },
    second: { releases: [{ ...seat("a") }], claims: [seat("d")] },
    told: refused("ClaimNotHeld", { holder: null }),
  },
  {
    ...{ rule: "STORE-5", what: "what is being given back and is not counted" },
    first: { releases: [{ ...hall("ground"), key: "evening" }] },
    second: { releases: [{ ...hall("ground"), key: "evening" }] },
    told: refused("ClaimNotHeld", { holder: null }),
  },
  {
    ...{ rule: "STORE-11", what: "the due list of a stream" },
    first: { due: [dueList("one")] },
    second: { due: [dueList("other")] },
    told: through,
  },
  {
    ...{ rule: "STORE-10", what: "a delivery that is being settled" },
    first: { settlements: [{ id: "d", outcome: { _tag: "Delivered" } }] },
    second: { settlements: [{ id: "d", outcome: { _tag: "Parked", cause: "late" } }] },
    told: refused("UnknownDelivery", { id: "d" }),
  },
  {
    ...{ rule: "STORE-15", what: "a box that is being closed" },
    first: { ballots: [{ _tag: "Close", box }] },
    second: { ballots: [{ _tag: "Cast", box, choice: "yes" }] },
    told: refused("BallotRefused", { because: "closed" }),
  },
  {
    ...{ rule: "STORE-15", what: "a box that is being opened" },
    first: { ballots: [{ _tag: "Open", box: "another", choices: ["yes"] }] },
    second: { ballots: [{ _tag: "Open", box: "another", choices: ["no"] }] },
    told: refused("BallotRefused", { because: "opened-before" }),
  },
]

type Ask = (store: Store, tenant: string) => Promise<Answer<unknown, unknown>>

const committing =
  (parts: Parts): Ask =>
  (store, tenant) =>
    store.commit({ ...commitOf(parts), tenant })

const fence = { lease: "relay", token: 1 }
const takingOver: Ask = (store, tenant) =>
  store.acquireLease(tenant, { name: "relay", holder: "other", now: 20, ttl: 10 })
const writing = committing({ fence, appends: [append("s", 0, "a")] })
const taking: Ask = (store, tenant) => store.takeDeliveries(tenant, { fence, now: 0, limit: 10 })
const renewing: Ask = (store, tenant) => store.renewLease(tenant, { fence, now: 0, ttl: 10 })

/** A tenant with a stream or two, a claim, a box, and a delivery that is taken under a lease. */
const layGround = async (store: Store, tenant: string): Promise<void> => {
  const parts: Parts = {
    appends: [append("ground", 0, "a"), append("older", 0, "a")],
    claims: [seat("a"), { scope: "hall", key: "evening", holder: "ground" }],
    ballots: [{ _tag: "Open", box, choices: ["yes", "no"] }],
    deliveries: [{ id: "d", key: "k", kind: "notice", payload: "{}" }],
  }
  expect((await committing(parts)(store, tenant)).ok).toBe(true)
  await store.acquireLease(tenant, { name: "relay", holder: "one", now: 0, ttl: 10 })
  expect((await taking(store, tenant)).ok).toBe(true)
}

const waiters = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

/** What a commit holds until its transaction ends: who comes meanwhile waits, and is told what came of it. */
export const holding = ({ newDatabase, pooled }: Ground): void => {
  let [pool, store]: [Pool?, Store?] = []
  let tenants = 0

  /** Asks for something while a transaction is open in which `first` was done, and makes sure that it waits for its end. */
  const meeting = async (first: Ask, second: Ask, end: "commit" | "rollback"): Promise<Answer<unknown, unknown>> => {
    if (pool === undefined || store === undefined) throw new Error("the database is not there yet")
    const [all, beside] = [pool, store]
    tenants += 1
    const tenant = `meeting-${tenants}`
    await layGround(beside, tenant)
    const { answer } = await within(
      all,
      async (client) => {
        expect((await first(postgresStoreWithin(client), tenant)).ok).toBe(true)
        let isOver = false
        const told = second(beside, tenant).finally(() => {
          isOver = true
        })
        while (!isOver && (await all.query(waiters)).rowCount === 0) await all.query("select pg_sleep(0.001)")
        expect(isOver).toBe(false)
        return { answer: told }
      },
      end,
    )
    return answer
  }

  describe("until a transaction ends, whoever wants the same thing waits", () => {
    beforeAll(async () => {
      pool = pooled(await newDatabase())
      store = await openedStore({ pool })
    })

    for (const { first, otherwise = through, rule, second, told, what } of meetings)
      it(`${rule} ${what}`, async () => {
        expect(await meeting(committing(first), committing(second), "commit")).toMatchObject(told)
        expect(await meeting(committing(first), committing(second), "rollback")).toMatchObject(otherwise)
      })

    it("STORE-9 a lease under which something is being written is taken over only after it", async () => {
      for (const first of [writing, taking])
        expect(await meeting(first, takingOver, "commit")).toMatchObject({ ok: true, value: { token: 2 } })
    })

    it("STORE-9 what is written under a lease that is being taken over is answered LeaseLost", async () => {
      for (const second of [writing, taking, renewing])
        expect(await meeting(takingOver, second, "commit")).toMatchObject(refused("LeaseLost"))
    })
  })
}
