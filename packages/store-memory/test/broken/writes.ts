import { done } from "@jinlin/sdk"
import { awhile, type Break, hearing } from "./breaking.ts"

/** Deliveries are handed in by themselves, whatever became of the events. */
export const deliveriesApart: Break = (store) => ({
  commit: async ({ deliveries, ...commit }) => {
    const { at, tenant } = commit
    await store.commit({ tenant, at, deliveries })
    return store.commit(commit)
  },
})

/** Audit entries stay of commits that fail. */
export const auditAnyway: Break = (store) => ({
  commit: async ({ audit, ...commit }) => {
    const answer = await store.commit(commit)
    if (!(answer.ok && answer.value.repeated)) await store.commit({ tenant: commit.tenant, at: commit.at, audit })
    return answer
  },
})

/** What belongs to an event is seen a while before the event. */
export const eventsLater: Break = (store) => ({
  commit: async ({ appends, ...commit }) => {
    const early = await store.commit(commit)
    if (!early.ok || appends === undefined) return early
    await awhile()
    return store.commit({ tenant: commit.tenant, at: commit.at, appends })
  },
})

/** Guards are looked at before appends. */
export const guardsFirst: Break = (store) => ({
  commit: async (commit) => {
    const { at, fence, guards, idempotency, tenant } = commit
    const guarded = await store.commit({ tenant, at, fence, guards })
    const known = idempotency && (await store.readCommand(tenant, idempotency.key))
    return !guarded.ok && guarded.failure._tag === "VersionConflict" && !(known?.ok && known.value !== null)
      ? guarded
      : store.commit(commit)
  },
})

/** It looks how long a stream is, waits, and writes behind whatever is there then. */
export const lostUpdate: Break = (store) => ({
  commit: async (commit) => {
    const { appends = [], tenant } = commit
    for (const { expected, stream } of appends) {
      const held = await store.readStream(tenant, stream)
      if (held.ok && held.value.length !== expected) return store.commit(commit)
    }
    await awhile()
    const moved = []
    for (const append of appends) {
      const held = await store.readStream(tenant, append.stream)
      moved.push({ ...append, expected: held.ok ? held.value.length : append.expected })
    }
    return store.commit({ ...commit, appends: moved })
  },
})

/** A stream that moved is passed over, and the write is called done. */
export const lyingSuccess: Break = (store) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    if (answer.ok || answer.failure._tag !== "VersionConflict") return answer
    const head = await store.head(commit.tenant)
    return done({ repeated: false, position: head.ok ? head.value : null, answer: commit.idempotency?.answer ?? null })
  },
})

/** It reads from the revision that it was told on, and not from the one after it. */
export const offByOne: Break = (store) => ({
  readStream: (tenant, stream, page) =>
    store.readStream(tenant, stream, { ...page, after: Math.max(0, (page?.after ?? 0) - 1) }),
})

/** It takes no notice of case in the names of streams. */
export const foldsCase: Break = (store) => ({
  commit: (commit) => {
    const appends = commit.appends?.map((append) => ({ ...append, stream: append.stream.toLowerCase() }))
    return store.commit({ ...commit, appends })
  },
  readStream: (tenant, stream, page) => store.readStream(tenant, stream.toLowerCase(), page),
})

/** An append without events is left out before anybody looks at it. */
export const blindToNothing: Break = hearing((commit) => ({
  ...commit,
  appends: commit.appends?.filter(({ events }) => events.length > 0),
}))

/** A guard is looked at, and the commit is written a while later. */
export const writeSkew: Break = (store) => ({
  commit: async ({ guards, ...commit }) => {
    const { at, tenant } = commit
    const guarded = await store.commit({ tenant, at, guards })
    if (!guarded.ok) return store.commit({ ...commit, guards })
    await awhile()
    return store.commit(commit)
  },
})

/** Guards are looked at after the appends of the same commit. */
export const guardsAfter: Break = (store) => ({
  commit: (commit) => {
    const guards = commit.guards?.map((guard) => {
      const added = commit.appends?.filter(({ stream }) => stream === guard.stream) ?? []
      const before = guard.revision - added.reduce((sum, { events }) => sum + events.length, 0)
      return { ...guard, revision: Math.max(0, before) }
    })
    return store.commit({ ...commit, guards })
  },
})
