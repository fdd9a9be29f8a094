import type { Page, Store } from "@jinlin/sdk"
import { granted, holds, refused, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"
import { lateCommitters } from "./late-committers.ts"
import { pageBounds } from "./page-bounds.ts"

const write = async ({ store, tenant }: Trial, ...appends: ReadonlyArray<ReturnType<typeof append>>) =>
  (await granted(store.commit(commitOf(tenant, { appends })), "a commit")).position

const whatOf = (events: ReadonlyArray<{ readonly body: string }>) => events.map(({ body }) => body)

const order: StoreTrial = {
  title: "holds every event once, in the order of commits and of each stream, whatever the size of a page",
  run: async (trial) => {
    const { store, tenant } = trial
    await write(trial, append("b", 0, noted(1), noted(2)), append("a", 0, noted(3)))
    await write(trial, append("a", 1, noted(4)))
    await write(trial, append("c", 0, noted(5)), append("b", 2, noted(6)))
    for (const limit of [1, 2, 3, 5, 6, 7])
      same(whatOf(await wholeLog(store, tenant, limit)), upTo(6).map(noted), `the log in pages of ${limit}`)
    const places = (await wholeLog(store, tenant)).map(({ revision, stream }) => `${stream}@${revision}`)
    same(places, ["b@1", "b@2", "a@1", "a@2", "c@1", "b@3"], "streams and revisions")
    for (const event of await granted(store.readStream(tenant, "b"), "a stream"))
      same(
        event,
        (await wholeLog(store, tenant)).find(({ position }) => position === event.position),
        "an event twice",
      )
  },
}

const resuming: StoreTrial = {
  title: "says where to read on, also when nothing is new, and gives from there what comes later",
  run: async (trial) => {
    const { store, tenant } = trial
    const empty = await granted(store.readLog(tenant, { limit: 5 }), "an empty log")
    same(empty, { events: [], next: null, atEnd: true }, "an empty log")
    same(await granted(store.head(tenant), "the head"), null, "the head of an empty log")
    await write(trial, append("a", 0, noted(1), noted(2)))
    const part = await granted(store.readLog(tenant, { limit: 1 }), "one event")
    same([whatOf(part.events), part.atEnd], [[noted(1)], false], "one of two events")
    const rest = await granted(store.readLog(tenant, { after: part.next ?? "", limit: 1 }), "the other event")
    same([whatOf(rest.events), rest.atEnd], [[noted(2)], true], "a page that just reaches the end")
    const none = await granted(store.readLog(tenant, { after: rest.next ?? "", limit: 1 }), "nothing new")
    same([none.events, none.atEnd], [[], true], "nothing new")
    holds(none.next !== null, "where nothing is new it must still be said where to read on")
    await write(trial, append("a", 2, noted(3)))
    const late = await granted(store.readLog(tenant, { after: none.next ?? "", limit: 5 }), "what came later")
    same([whatOf(late.events), late.atEnd], [[noted(3)], true], "what came later")
  },
}

const positions: StoreTrial = {
  title: "gives positions that sort as text, and tells after each commit where the log stands",
  run: async (trial) => {
    const { store, tenant } = trial
    const told = []
    for (const count of upTo(12)) told.push(await write(trial, append("a", count - 1, noted(count))))
    const read = (await wholeLog(store, tenant)).map(({ position }) => position)
    same(told, read, "positions that commits told and the log shows")
    same(
      [...read].sort((one, other) => (one < other ? -1 : 1)),
      read,
      "positions as text",
    )
    same(new Set(read).size, 12, "positions that differ")
    same(await granted(store.head(tenant), "the head"), read.at(-1), "the head")
    same(await write(trial), read.at(-1), "where the log stands after a commit without events")
    same(
      read.filter((position) => /[^A-Za-z0-9\-_.:/@]/.test(position)),
      [],
      "positions with characters that no name has",
    )
  },
}

/** Pages whose cursors are the store's own business: any text may stand there, and is answered. */
const otherPages: Readonly<
  Record<string, (store: Store, tenant: string, page: Page) => Promise<{ readonly ok: boolean }>>
> = {
  readAudit: (store, tenant, page) => store.readAudit(tenant, page),
  readClaims: (store, tenant, page) => store.readClaims(tenant, "s", page),
  readDeliveries: (store, tenant, page) => store.readDeliveries(tenant, { status: "waiting", ...page }),
  readView: (store, tenant, page) => store.readView(tenant, { view: "v", version: "1", ...page }),
}

const forged: StoreTrial = {
  title: "answers InvalidCursor to a position that it never gave: made up, cut, lengthened, of another tenant or store",
  run: async (trial) => {
    const { elsewhere, other, store, tenant } = trial
    const position = (await write(trial, append("a", 0, noted(1), noted(2)))) ?? ""
    const another = await elsewhere()
    same(await granted(another.head(tenant), "another store"), null, "what another store holds of this tenant")
    const parts = { appends: [append("a", 0, noted(1), noted(2))] }
    const far = (await granted(another.commit(commitOf(tenant, parts)), "the same in another store")).position
    const near = (await granted(store.commit(commitOf(other, parts)), "the same of another tenant")).position
    const made = [
      "",
      "0",
      "1",
      "-1",
      "x",
      "null",
      "1e3",
      "999999999999999999999",
      "' or 1=1 --",
      "\u0000",
      "甲",
      "a".repeat(999),
    ]
    const invalid = { _tag: "InvalidCursor", rule: "STORE-6" }
    for (const after of [...made, position.slice(0, -1), `${position}0`, `${position} `, far ?? "", near ?? ""]) {
      await refused(store.readLog(tenant, { after, limit: 5 }), invalid, `reading after ${JSON.stringify(after)}`)
      const checkpoints = [{ name: "reader", from: null, to: after }]
      await refused(
        store.commit(commitOf(tenant, { checkpoints })),
        invalid,
        `a checkpoint at ${JSON.stringify(after)}`,
      )
    }
    for (const after of [...made, position])
      for (const [name, read] of Object.entries(otherPages))
        holds(
          typeof (await read(store, tenant, { after, limit: 5 })).ok === "boolean",
          `${name} must answer whatever it is told to read after`,
        )
    same(await granted(store.readCheckpoint(tenant, "reader"), "a checkpoint"), null, "the checkpoint")
  },
}

/** STORE-6. */
export const log: StoreChapter = {
  rule: "STORE-6",
  says: "the log holds every event once, and a reader misses nothing",
  trials: [order, resuming, positions, forged, pageBounds, lateCommitters],
}
