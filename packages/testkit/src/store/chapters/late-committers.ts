import type { Store, StoredEvent } from "@jinlin/sdk"
import { allOf, granted, same } from "../asserting.ts"
import { wholeLog } from "../picture.ts"
import type { StoreTrial } from "../trial.ts"
import { append, commitOf, delivery, noted, upTo } from "../writing.ts"

const commitsEach = 12

/** Writes one stream of its own and one that all share; some of its commits fail. Gives the bodies that were acknowledged. */
const writeMuch = async (store: Store, tenant: string, writer: number): Promise<ReadonlyArray<string>> => {
  const acknowledged: Array<string> = []
  for (const count of upTo(commitsEach)) {
    const bodies = upTo(1 + ((writer + count) % 3)).map((part) => noted(`${writer} ${count} ${part}`))
    const expected = (await granted(store.readStream(tenant, `own-${writer}`), "its own stream")).length
    const stale = count % 4 === 0 ? expected + 1 : expected
    const parts = {
      appends: [append(`own-${writer}`, stale, ...bodies)],
      deliveries: [delivery(`d-${writer}-${count}`, `k-${writer}`)],
    }
    const answer = await store.commit(commitOf(tenant, parts))
    if (answer.ok) acknowledged.push(...bodies)
  }
  return acknowledged
}

/** Reads on and on from where it stands, until it is told that nothing more is written and stands at the end. */
const follow = async (
  store: Store,
  tenant: string,
  reading: { readonly limit: number; readonly goOn: () => boolean },
) => {
  const seen: Array<StoredEvent> = []
  let after: string | undefined
  for (;;) {
    const last = !reading.goOn()
    const page = await granted(store.readLog(tenant, { after, limit: reading.limit }), "reading on")
    seen.push(...page.events)
    after = page.next ?? undefined
    if (last && page.atEnd) return seen
    if (page.atEnd) await new Promise<void>((resolve) => setTimeout(resolve, 0))
  }
}

const keyOf = ({ revision, stream }: StoredEvent): string => `${stream}@${revision}`

const revisionsByStream = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<ReadonlyArray<number>> => {
  const streams = new Map<string, Array<number>>()
  for (const { revision, stream } of events) streams.set(stream, [...(streams.get(stream) ?? []), revision])
  return [...streams.values()]
}

/** Readers who page while others write get everything that was acknowledged, once, and each stream in order (R5). */
export const lateCommitters: StoreTrial = {
  title:
    "misses no late committer: readers who page while many write get all that was acknowledged, once, in one order (R5)",
  run: async ({ store, tenant, writers }) => {
    const stores = await writers()
    let writing = true
    const goOn = () => writing
    const reading = allOf([1, 3, 50].map((limit) => follow(store, tenant, { limit, goOn })))
    const writes = allOf(stores.map((one, writer) => writeMuch(one, tenant, writer))).finally(() => {
      writing = false
    })
    await allOf<unknown>([reading, writes])
    const written = await writes
    const acknowledged = written.flat().sort((one, other) => (one < other ? -1 : 1))
    const log = await wholeLog(store, tenant)
    same(
      log.map(({ body }) => body).sort((one, other) => (one < other ? -1 : 1)),
      acknowledged,
      "what the log holds",
    )
    for (const revisions of revisionsByStream(log)) same(revisions, upTo(revisions.length), "revisions of a stream")
    for (const seen of await reading) same(seen.map(keyOf), log.map(keyOf), "what a reader got")
  },
}
