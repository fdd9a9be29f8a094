import { type Commit, eventsPerCommit, nameLength, rowsPerPage, textLength } from "@jinlin/sdk"
import { granted, refused, same } from "../asserting.ts"
import { everything, layGround } from "../everything.ts"
import { pictureOf } from "../picture.ts"
import type { StoreChapter, StoreTrial } from "../trial.ts"
import { append, commitOf, delivery, dueItem, noted, type Parts, upTo } from "../writing.ts"
import { nameTraps, type Trap, textTraps, twiceTraps } from "./traps.ts"

const refusedWhole = (title: string, traps: ReadonlyArray<Trap>): StoreTrial => ({
  title,
  run: async ({ notebook, store, tenant }) => {
    const whole = { tenant, word: "kit" }
    const ground = await layGround(store, whole)
    for (const { failure, parts, what } of traps) {
      const commit = { ...everything(whole, ground), ...parts }
      await refused(store.commit(commit), { rule: "STORE-7", ...failure }, what)
    }
    const names = notebook.get(tenant)
    const seen = names && (await pictureOf(store, tenant, names))
    same([seen?.events.length, seen?.audit, seen?.views], [2, [], []], "what was written of all of them")
  },
})

const numbers: StoreTrial = {
  title: "takes whole numbers from 0 to 2^53 - 1 and gives them back as numbers, and no others",
  run: async ({ store, tenant }) => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 * (Number.MAX_SAFE_INTEGER + 1)]) {
      const no = (field: string) => ({ _tag: "InvalidStoredNumber", rule: "STORE-7", field })
      const trapped: ReadonlyArray<readonly [string, Parts]> = [
        ["at", { at: wrong }],
        ["appends.expected", { appends: [{ stream: "a", expected: wrong, events: [] }] }],
        ["guards.revision", { guards: [{ stream: "a", revision: wrong }] }],
        ["claims.capacity", { claims: [{ scope: "s", key: "k", holder: "h", capacity: wrong }] }],
        ["due.at", { due: [{ stream: "a", items: [dueItem("x", wrong)] }] }],
        [
          "settlements.notBefore",
          { settlements: [{ id: "d", outcome: { _tag: "Postponed", notBefore: wrong, cause: "" } }] },
        ],
      ]
      for (const [field, parts] of trapped)
        await refused(store.commit(commitOf(tenant, parts)), no(field), `${field} of ${wrong}`)
    }
    const largest = Number.MAX_SAFE_INTEGER
    const parts: Parts = {
      ...{
        at: largest,
        audit: [{ kind: "looked", body: "{}" }],
        due: [{ stream: "a", items: [dueItem("x", largest), dueItem("y", 0)] }],
      },
      ...{ idempotency: { key: "c", content: "c", answer: "" }, deliveries: [delivery("d", "k")] },
    }
    await granted(store.commit(commitOf(tenant, parts)), "the largest number")
    const due = await granted(store.readDue(tenant, { until: largest, limit: 5 }), "what is due")
    same(
      due.map(({ at }) => at),
      [0, largest],
      "moments of what is due",
    )
    same((await granted(store.readCommand(tenant, "c"), "a command"))?.at, largest, "the moment of a command")
    same((await granted(store.readAudit(tenant, { limit: 5 }), "audit")).rows[0]?.at, largest, "the moment of an entry")
    same(
      (await granted(store.backlog(tenant, largest), "the backlog")).oldestWaitingAt,
      largest,
      "since when one waits",
    )
  },
}

const longest: StoreTrial = {
  title: `takes names of ${nameLength} characters and texts of ${textLength} code units, exactly`,
  run: async ({ store, tenant }) => {
    const name = "N".repeat(nameLength)
    const text = "😀".repeat(textLength / 2)
    const parts: Parts = {
      appends: [append(name, 0, noted(1))],
      claims: [{ scope: name, key: name, holder: name }],
      idempotency: { key: name, content: name, answer: text },
      due: [{ stream: name, items: [{ ...dueItem(name, 1), rule: name, command: text }] }],
      deliveries: [{ id: name, key: name, kind: name, payload: text }],
      views: [{ view: name, version: name, rows: [{ key: name, body: text }] }],
      ballots: [{ _tag: "Open", box: name, choices: ["yes"] }],
      audit: [{ kind: name, body: text }],
    }
    await granted(store.commit(commitOf(tenant, parts)), "names and texts of the greatest length")
    same((await granted(store.readStream(tenant, name), "a stream"))[0]?.stream, name, "the name of a stream")
    const row = await granted(store.readView(tenant, { view: name, version: name, limit: 5 }), "a view")
    same(row.rows[0]?.body === text && row.rows[0].key === name, true, "the row of a view")
    same((await granted(store.readCommand(tenant, name), "a command"))?.answer === text, true, "an answer")
  },
}

const batches: StoreTrial = {
  title: `takes ${eventsPerCommit} events at once, and not one more`,
  run: async ({ store, tenant }) => {
    const some = append("a", 0, "{}").events
    const many = (count: number) => upTo(count).flatMap(() => some)
    const over: Partial<Commit> = {
      appends: [
        { stream: "a", expected: 0, events: many(eventsPerCommit) },
        { stream: "b", expected: 0, events: some },
      ],
    }
    const tooLarge = { _tag: "BatchTooLarge", rule: "STORE-7", events: eventsPerCommit + 1, limit: eventsPerCommit }
    await refused(store.commit(commitOf(tenant, over)), tooLarge, "one event too many")
    const exactly = append("a", 0, ...upTo(eventsPerCommit).map(noted))
    await granted(store.commit(commitOf(tenant, { appends: [exactly] })), "as many as there may be")
    const { atEnd, events } = await granted(
      store.readLog(tenant, { limit: eventsPerCommit }),
      "all of them on one page",
    )
    same([events.length, atEnd, events.at(-1)?.revision], [eventsPerCommit, true, eventsPerCommit], "what was read")
    await granted(
      store.commit(commitOf(tenant, { appends: [append("a", eventsPerCommit, noted("last"))] })),
      "one more",
    )
    same((await granted(store.readStream(tenant, "a"), "the stream")).length, rowsPerPage, "the stream on one page")
    const rest = await granted(store.readStream(tenant, "a", { after: rowsPerPage }), "the rest of it")
    same(
      rest.map(({ body }) => body),
      [noted("last")],
      "the rest of it",
    )
  },
}

const badReads: StoreTrial = {
  title: "answers InvalidName to reads of what has no name",
  run: async ({ store, tenant }) => {
    for (const name of ["", " ", "a b", "甲", "a\u0000", "x".repeat(nameLength + 1), "'; drop table", "%"]) {
      const asked = {
        readStream: store.readStream(tenant, name),
        readCommand: store.readCommand(tenant, name),
        readClaims: store.readClaims(tenant, name, { limit: 5 }),
        readDue: store.readDue(tenant, { until: 5, limit: 5, stream: name }),
        readCheckpoint: store.readCheckpoint(tenant, name),
        readView: store.readView(tenant, { view: name, limit: 5 }),
        readVersion: store.readView(tenant, { view: "v", version: name, limit: 5 }),
        readBallots: store.readBallots(tenant, name),
        acquireLease: store.acquireLease(tenant, { name, holder: "h", now: 0, ttl: 5 }),
        acquireAs: store.acquireLease(tenant, { name: "l", holder: name, now: 0, ttl: 5 }),
        renewLease: store.renewLease(tenant, { fence: { lease: name, token: 1 }, now: 0, ttl: 5 }),
        releaseLease: store.releaseLease(tenant, { lease: name, token: 1 }),
        takeDeliveries: store.takeDeliveries(tenant, { fence: { lease: name, token: 1 }, now: 0, limit: 5 }),
        dropView: store.dropView(tenant, { view: name, version: "1" }),
        dropVersion: store.dropView(tenant, { view: "v", version: name }),
      }
      for (const [method, answer] of Object.entries(asked))
        await refused(
          answer,
          { _tag: "InvalidName", rule: "STORE-7" },
          `${method} of ${JSON.stringify(name.slice(0, 20))}`,
        )
    }
  },
}

/** STORE-7. */
export const badInput: StoreChapter = {
  rule: "STORE-7",
  says: "names, texts, numbers and batches have bounds, and each fault a type",
  trials: [
    refusedWhole("refuses names that are none, and says which", nameTraps),
    refusedWhole(
      "refuses texts with a NUL, with half a surrogate pair, and that are too long, and says where",
      textTraps,
    ),
    refusedWhole("refuses a commit that names the same thing twice", twiceTraps),
    ...[numbers, longest, batches, badReads],
  ],
}
