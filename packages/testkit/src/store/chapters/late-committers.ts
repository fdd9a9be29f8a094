import type { KeptAudit, Store, StoredEvent } from "@jinlin/sdk"
import { allOf, breathe, granted, patience, same } from "../asserting.ts"
import { allRows, wholeLog } from "../picture.ts"
import type { StoreTrial } from "../trial.ts"
import { append, commitOf, noted, upTo } from "../writing.ts"

const commitsEach = 12

const lengthOf = async (store: Store, tenant: string, stream: string): Promise<number> =>
  (await granted(store.readStream(tenant, stream), "a stream")).length

/**
 * Writes a stream of its own, and now and then one that all write, where most of them fail. Gives the bodies of each commit
 * that was acknowledged, the first of which is audited too.
 */
const writeMuch = async (
  store: Store,
  tenant: string,
  writer: number,
): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const acknowledged: Array<ReadonlyArray<string>> = []
  for (const count of upTo(commitsEach)) {
    const stream = count % 4 === 0 ? "of-all" : `own-${writer}`
    const bodies = upTo(1 + ((writer + count) % 3)).map((part) => noted(`${writer} ${count} ${part}`))
    const appends = [append(stream, await lengthOf(store, tenant, stream), ...bodies)]
    const audit = [{ kind: "wrote", body: noted(`${writer} ${count} 1`) }]
    const answer = await store.commit(commitOf(tenant, { appends, audit }))
    if (answer.ok) acknowledged.push(bodies)
    else same(answer.failure._tag, "VersionConflict", "what those are told who come too late")
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
  for (const turn = patience("following the log", 100_000); ; turn()) {
    const last = !reading.goOn()
    const page = await granted(store.readLog(tenant, { after, limit: reading.limit }), "reading on")
    seen.push(...page.events)
    after = page.next ?? undefined
    if (last && page.atEnd) return seen
    if (page.atEnd || page.events.length === 0) await breathe()
  }
}

/** The same for audit entries: it goes on after the last entry that it got. */
const followAudit = async (store: Store, tenant: string, goOn: () => boolean): Promise<ReadonlyArray<KeptAudit>> => {
  const seen: Array<KeptAudit> = []
  let after: string | undefined
  for (const turn = patience("following audit entries", 100_000); ; turn()) {
    const last = !goOn()
    const page = await granted(store.readAudit(tenant, { after, limit: 5 }), "reading on")
    seen.push(...page.rows)
    after = page.next ?? page.rows.at(-1)?.position ?? after
    if (last && page.next === null) return seen
    if (page.next === null || page.rows.length === 0) await breathe()
  }
}

const keyOf = ({ revision, stream }: StoredEvent): string => `${stream}@${revision}`

const revisionsByStream = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<ReadonlyArray<number>> => {
  const streams = new Map<string, Array<number>>()
  for (const { revision, stream } of events) streams.set(stream, [...(streams.get(stream) ?? []), revision])
  return [...streams.values()]
}

const inOrder = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...texts].sort((one, other) => (one < other ? -1 : 1))

/** Readers who page while others write get everything that was acknowledged, once, and each stream in order (R5). */
export const lateCommitters: StoreTrial = {
  title:
    "misses no late committer: readers who page while many write get all that was acknowledged, once, in one order (R5)",
  run: async ({ store, tenant, writers }) => {
    const stores = await writers()
    let writing = true
    const goOn = () => writing
    const reading = allOf([1, 3, 50].map((limit) => follow(store, tenant, { limit, goOn })))
    const auditing = followAudit(store, tenant, goOn)
    const writes = allOf(stores.map((one, writer) => writeMuch(one, tenant, writer)))
      .then(async (bodies) => ({ bodies, log: await wholeLog(store, tenant) }))
      .finally(() => {
        writing = false
      })
    await allOf<unknown>([reading, auditing, writes])
    const { bodies, log } = await writes
    same(inOrder(log.map(({ body }) => body)), inOrder(bodies.flat(2)), "what the log holds")
    for (const revisions of revisionsByStream(log)) same(revisions, upTo(revisions.length), "revisions of a stream")
    for (const seen of await reading) same(seen.map(keyOf), log.map(keyOf), "what a reader got")
    const entries = await allRows((after) => store.readAudit(tenant, { after, limit: 100 }), "audit entries")
    same(await auditing, entries, "what a reader of audit entries got")
    const firsts = bodies.flat().flatMap((some) => some.slice(0, 1))
    same(inOrder(entries.map(({ body }) => body)), inOrder(firsts), "what was audited")
  },
}
