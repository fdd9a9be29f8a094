import { allOf, granted, refused, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreChapter, StoreTrial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

const held: StoreTrial = {
  title: "lets a commit through whose guarded streams hold what was read, and no other",
  run: async ({ store, tenant }) => {
    await granted(store.commit(commitOf(tenant, { appends: [append("read", 0, noted(1), noted(2))] })), "two events")
    const decide = (revision: number, stream = "read") =>
      store.commit(commitOf(tenant, { appends: [append("own", 0, noted(3))], guards: [{ stream, revision }] }))
    const moved = (expected: number, actual: number, stream = "read") => ({
      ...{ _tag: "VersionConflict", rule: "STORE-4", stream, expected, actual },
    })
    await refused(decide(1), moved(1, 2), "a guard that was overtaken")
    await refused(decide(3), moved(3, 2), "a guard that is ahead")
    await refused(decide(1, "never"), moved(1, 0, "never"), "a guard of a stream that is not there")
    same((await wholeLog(store, tenant)).length, 2, "events in the log")
    const none = { guards: [{ stream: "never", revision: 0 }] }
    await granted(store.commit(commitOf(tenant, none)), "a guard that a stream is empty, alone")
    await granted(decide(2), "a guard that holds")
  },
}

const both: StoreTrial = {
  title: "looks at guarded streams as they stood before the commit, also at one that it appends to",
  run: async ({ store, tenant }) => {
    const write = (expected: number, revision: number) =>
      store.commit(
        commitOf(tenant, { appends: [append("a", expected, noted(expected))], guards: [{ stream: "a", revision }] }),
      )
    await granted(write(0, 0), "a stream that is guarded while it is begun")
    await refused(
      write(1, 2),
      { _tag: "VersionConflict", rule: "STORE-4", stream: "a", expected: 2, actual: 1 },
      "a guard of the revision after the commit",
    )
    await granted(write(1, 1), "a stream that is guarded and appended to at once")
  },
}

const skew: StoreTrial = {
  title: "lets one of many win who each guard the stream that the others write: no write skew across two streams",
  run: async ({ rounds, store, tenant, writers }) => {
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const [left, right] = [`left-${round}`, `right-${round}`]
      const answers = await allOf(
        stores.map((one, index) => {
          const [own, read] = index % 2 === 0 ? [left, right] : [right, left]
          return one.commit(
            commitOf(tenant, { appends: [append(own, 0, noted(index))], guards: [{ stream: read, revision: 0 }] }),
          )
        }),
      )
      same(answers.filter(({ ok }) => ok).length, 1, `winners of round ${round}`)
      for (const answer of answers)
        if (!answer.ok) same(answer.failure._tag, "VersionConflict", "what the others are told")
      same((await wholeLog(store, tenant)).length, round, "events in the log")
    }
  },
}

const moving: StoreTrial = {
  title: "lets no decision through that was made on a revision which moved, while the guarded stream goes on moving",
  run: async ({ rounds, store, tenant, writers }) => {
    const stores = await writers()
    for (const round of upTo(rounds)) {
      const fact = `fact-${round}`
      const attempts = stores.map((one, index) => {
        const parts =
          index % 4 === 0
            ? { appends: [append(fact, 0, noted(index))] }
            : {
                appends: [append(`own-${round}`, 0, noted(index))],
                guards: [{ stream: fact, revision: index % 4 === 1 ? 0 : 1 }],
              }
        return one.commit(commitOf(tenant, parts))
      })
      const answers = await allOf(attempts)
      same(answers.filter(({ ok }, index) => ok && index % 4 === 0).length, 1, "who moved the guarded stream")
      const decided = answers.flatMap(({ ok }, index) => (ok && index % 4 !== 0 ? [index] : []))
      const own = await granted(store.readStream(tenant, `own-${round}`), "the decisions")
      same(
        own.map(({ body }) => body),
        decided.map(noted),
        "decisions that were acknowledged, and at most one",
      )
    }
  },
}

/** STORE-4. */
export const guards: StoreChapter = {
  rule: "STORE-4",
  says: "a guarded stream holds what was read",
  trials: [held, both, skew, moving],
}
