import { done, failed } from "@jinlin/sdk"
import { awhile, type Break } from "./breaking.ts"

/** It looks who has a claim, waits, and takes it from whoever has it then. */
export const looksThenBooks: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const held = ({ key, scope }: { readonly key: string; readonly scope: string }) =>
      ledgers.get(commit.tenant)?.claims.get(scope)?.has(key) === true
    if (commit.claims === undefined || commit.claims.some(held)) return store.commit(commit)
    await awhile()
    for (const { key, scope } of commit.claims) ledgers.get(commit.tenant)?.claims.get(scope)?.delete(key)
    return store.commit(commit)
  },
})

/** It looks whether a claim is given back by its holder, waits, and gives back whatever is there then. */
export const looksThenMoves: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const holderOf = ({ key, scope }: { readonly key: string; readonly scope: string }) =>
      ledgers.get(commit.tenant)?.claims.get(scope)?.get(key)?.holder
    const { releases = [] } = commit
    if (releases.some((release) => holderOf(release) !== release.holder)) return store.commit(commit)
    await awhile()
    const now = releases.map((release) => ({ ...release, holder: holderOf(release) ?? release.holder }))
    return store.commit({ ...commit, releases: now })
  },
})

/** It looks whether a lease is free, waits, and gives it. */
export const looksThenLends: Break = (store, { ledgers }) => ({
  acquireLease: async (tenant, wish) => {
    const held = ledgers.get(tenant)?.leases.get(wish.name)
    if (held !== undefined && held.holder !== null && held.until > wish.now) return store.acquireLease(tenant, wish)
    await awhile()
    const now = ledgers.get(tenant)?.leases.get(wish.name)
    if (now !== undefined) ledgers.get(tenant)?.leases.set(wish.name, { ...now, holder: null })
    return store.acquireLease(tenant, wish)
  },
})

/** It reads all entries, waits, and writes them back with its own. */
export const losesEntries: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    if (commit.audit === undefined) return store.commit(commit)
    const before = [...(ledgers.get(commit.tenant)?.audit ?? [])]
    await awhile(1)
    ledgers.get(commit.tenant)?.audit.splice(0, Number.POSITIVE_INFINITY, ...before)
    return store.commit(commit)
  },
})

/** What is under way when it is disposed of breaks off. */
export const breaksOff: Break = (store, shelf) => ({
  commit: async (commit) => {
    await awhile(1)
    if (shelf.disposed) throw new Error("the connection was closed")
    return store.commit(commit)
  },
})

/** Whoever has a claim may take it again. */
export const claimsAgain: Break = (store, { ledgers }) => ({
  commit: (commit) => {
    const own = ({ holder, key, scope }: { readonly holder: string; readonly key: string; readonly scope: string }) =>
      ledgers.get(commit.tenant)?.claims.get(scope)?.get(key)?.holder === holder
    return store.commit({ ...commit, claims: commit.claims?.filter((claim) => !own(claim)) })
  },
})

/** Claims come in the order of a dictionary. */
export const dictionaryOrder: Break = (store) => ({
  readClaims: async (tenant, scope, page) => {
    const all = await store.readClaims(tenant, scope, { limit: 10_000 })
    if (!all.ok) return all
    const words = new Intl.Collator("en")
    const sorted = [...all.value.rows].sort((one, other) => words.compare(one.key, other.key))
    const start = sorted.findIndex(({ key }) => key === page.after) + 1
    const rows = sorted.slice(start, start + page.limit)
    return done({ rows, next: start + page.limit < sorted.length ? (rows.at(-1)?.key ?? null) : null })
  },
})

/** Revisions are counted from 0. */
export const fromZero: Break = (store) => ({
  readStream: async (tenant, stream, page) => {
    const read = await store.readStream(tenant, stream, page)
    return read.ok ? done(read.value.map((event) => ({ ...event, revision: event.revision - 1 }))) : read
  },
})

/** Nobody looks at guards. */
export const noGuards: Break = (store) => ({ commit: ({ guards: _, ...commit }) => store.commit(commit) })

/** A lease that has run out is lost, though nobody took it. */
export const byTheClock: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const { at, fence, tenant } = commit
    const until = fence && ledgers.get(tenant)?.leases.get(fence.lease)?.until
    if (fence === undefined || until === undefined || at < until) return store.commit(commit)
    return failed({ _tag: "LeaseLost", rule: "STORE-9", lease: fence.lease })
  },
})

/** Any token holds a lease longer. */
export const anyTokenRenews: Break = (store, { ledgers }) => ({
  renewLease: (tenant, { fence, ...wish }) => {
    const token = ledgers.get(tenant)?.leases.get(fence.lease)?.token ?? fence.token
    return store.renewLease(tenant, { ...wish, fence: { ...fence, token } })
  },
})

/** What is parked is counted with what waits. */
export const countsParked: Break = (store) => ({
  backlog: async (tenant, now) => {
    const seen = await store.backlog(tenant, now)
    return seen.ok ? done({ ...seen.value, waiting: seen.value.waiting + seen.value.parked }) : seen
  },
})

/** A row that is taken away stays, empty. */
export const emptiesRows: Break = (store) => ({
  commit: (commit) => {
    const views = commit.views?.map((write) => ({
      ...write,
      rows: write.rows.map(({ body, key }) => ({ key, body: body ?? "" })),
    }))
    return store.commit({ ...commit, views })
  },
})

/** What has no name is simply not there. */
export const emptyForBadNames: Break = (store) => ({
  readCommand: async (tenant, key) => {
    const read = await store.readCommand(tenant, key)
    return !read.ok && read.failure._tag === "InvalidName" ? done(null) : read
  },
})
