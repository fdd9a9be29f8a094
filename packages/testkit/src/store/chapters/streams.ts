import { allOf, granted, holds, refused, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreChapter, StoreTrial, Trial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

const bodiesOf = async ({ store, tenant }: Trial, stream: string, page?: { after?: number; limit?: number }) =>
  (await granted(store.readStream(tenant, stream, page), `reading ${stream}`)).map(({ body, revision }) => [
    revision,
    body,
  ])

const numbering: StoreTrial = {
  title: "numbers the events of each stream from 1 without gaps",
  run: async (trial) => {
    const { store, tenant } = trial
    const write = (...appends: ReadonlyArray<ReturnType<typeof append>>) =>
      granted(store.commit(commitOf(tenant, { appends })), "a commit that expects what is there")
    await write(append("a", 0, noted(1), noted(2)), append("b", 0, noted(3)))
    await write(append("b", 1, noted(4)), append("a", 2, noted(5)), append("a", 3, noted(6)))
    same(
      await bodiesOf(trial, "a"),
      [1, 2, 5, 6].map((what, index) => [index + 1, noted(what)]),
      "the stream a",
    )
    same(
      await bodiesOf(trial, "b"),
      [3, 4].map((what, index) => [index + 1, noted(what)]),
      "the stream b",
    )
  },
}

const pages: StoreTrial = {
  title: "reads a stream from where it is told, and no more than it is told",
  run: async (trial) => {
    const { store, tenant } = trial
    await granted(store.commit(commitOf(tenant, { appends: [append("a", 0, ...upTo(5).map(noted))] })), "five events")
    const all = upTo(5).map((what) => [what, noted(what)])
    same(await bodiesOf(trial, "a"), all, "the whole stream")
    same(await bodiesOf(trial, "a", { after: 0 }), all, "after revision 0")
    same(await bodiesOf(trial, "a", { after: 2 }), all.slice(2), "after revision 2")
    same(await bodiesOf(trial, "a", { after: 2, limit: 2 }), all.slice(2, 4), "two after revision 2")
    same(await bodiesOf(trial, "a", { limit: 1 }), all.slice(0, 1), "the first one")
    same(await bodiesOf(trial, "a", { after: 5 }), [], "after the last one")
    same(await bodiesOf(trial, "a", { after: 50 }), [], "after an end that is not there")
    same(await bodiesOf(trial, "never"), [], "a stream that was never written")
  },
}

const conflicts: StoreTrial = {
  title: "answers VersionConflict with what is there to whoever expects less or more, and writes nothing",
  run: async (trial) => {
    const { store, tenant } = trial
    const conflict = (expected: number, actual: number, stream = "a") => ({
      ...{ _tag: "VersionConflict", rule: "STORE-2", stream, expected, actual },
    })
    await granted(store.commit(commitOf(tenant, { appends: [append("a", 0, noted(1), noted(2))] })), "two events")
    for (const expected of [0, 1, 3]) {
      const appends = [append("fresh", 0, noted(9)), append("a", expected, noted(9))]
      await refused(store.commit(commitOf(tenant, { appends })), conflict(expected, 2), `expecting ${expected} of 2`)
    }
    const ahead = [append("fresh", 1, noted(9))]
    await refused(store.commit(commitOf(tenant, { appends: ahead })), conflict(1, 0, "fresh"), "expecting one of none")
    const twice = [append("a", 2, noted(9)), append("a", 2, noted(9))]
    await refused(store.commit(commitOf(tenant, { appends: twice })), conflict(2, 3), "not counting its own event")
    same(await bodiesOf(trial, "fresh"), [], "the stream that was named beside")
    holds((await wholeLog(store, tenant)).length === 2, "a commit that was refused left something in the log")
  },
}

const nothing: StoreTrial = {
  title: "takes an append without events as a look: it writes nothing, and still minds what it expects",
  run: async (trial) => {
    const { store, tenant } = trial
    const empty = await granted(store.commit(commitOf(tenant, {})), "a commit of nothing")
    same(empty, { repeated: false, position: null, answer: null }, "its answer")
    const look = commitOf(tenant, { appends: [append("a", 0)] })
    same((await granted(store.commit(look), "no events for a new stream")).position, null, "where the log stands")
    await refused(
      store.commit(commitOf(tenant, { appends: [append("a", 1)] })),
      { _tag: "VersionConflict", stream: "a", expected: 1, actual: 0 },
      "no events, and one expected",
    )
    same(await wholeLog(store, tenant), [], "the log")
  },
}

const names: StoreTrial = {
  title: "keeps streams apart whose names differ by case, by a tail or by a wildcard",
  run: async (trial) => {
    const { store, tenant } = trial
    const streams = ["a", "A", "a/b", "a/B", "a_b", "a-b", "a.b", "aXb", "a:b", "a@b", "a@1"]
    for (const stream of streams)
      await granted(store.commit(commitOf(tenant, { appends: [append(stream, 0, noted(stream))] })), stream)
    for (const stream of streams) same(await bodiesOf(trial, stream), [[1, noted(stream)]], `the stream ${stream}`)
  },
}

const race: StoreTrial = {
  title: "lets one of many writers win who expect the same, and stores what it acknowledged (R3)",
  run: async (trial) => {
    const { rounds, store, tenant, writers } = trial
    const stores = await writers()
    const won: Array<string> = []
    for (const round of upTo(rounds)) {
      const bodies = stores.map((_, index) => noted(`round ${round} writer ${index}`))
      const answers = await allOf(
        stores.map((one, index) =>
          one.commit(commitOf(tenant, { appends: [append("a", round - 1, bodies[index] ?? "")] })),
        ),
      )
      const winners = bodies.filter((_, index) => answers[index]?.ok)
      same(winners.length, 1, `winners of round ${round}`)
      won.push(...winners)
      for (const answer of answers)
        if (!answer.ok)
          same(
            answer.failure,
            { _tag: "VersionConflict", rule: "STORE-2", stream: "a", expected: round - 1, actual: round },
            "what the others are told",
          )
    }
    same(
      await bodiesOf(trial, "a"),
      won.map((body, index) => [index + 1, body]),
      "the stream",
    )
    same(
      (await wholeLog(store, tenant)).map(({ body }) => body),
      won,
      "the log",
    )
  },
}

/** STORE-2. */
export const streams: StoreChapter = {
  rule: "STORE-2",
  says: "revisions of a stream have no gaps, and one of those who expect the same wins",
  trials: [numbering, pages, conflicts, nothing, names, race],
}
