import { done, failed, type Position } from "@jinlin/sdk"
import { awhile, type Break, hearing } from "./breaking.ts"

/** Events show a while after those that were committed later, and a reader's place is behind them by then. */
export const skipsLate: Break = (store) => {
  const hidden = new Set<string>()
  return {
    commit: async (commit) => {
      const first = commit.appends?.find(({ events }) => events.length > 0)
      const late = first && `${first.stream}@${first.expected + 1}`
      if (late !== undefined) hidden.add(late)
      const answer = await store.commit(commit)
      if (late !== undefined && !answer.ok) hidden.delete(late)
      await awhile(1)
      if (late !== undefined) hidden.delete(late)
      return answer
    },
    readLog: async (tenant, page) => {
      const read = await store.readLog(tenant, page)
      if (!read.ok) return read
      const events = read.value.events.filter(({ revision, stream }) => !hidden.has(`${stream}@${revision}`))
      return done({ ...read.value, events })
    },
  }
}

/** A position that nobody gave is taken for the start. */
export const startsOver: Break = (store) => ({
  readLog: async (tenant, page) => {
    const read = await store.readLog(tenant, page)
    return !read.ok && read.failure._tag === "InvalidCursor" ? store.readLog(tenant, { limit: page.limit }) : read
  },
})

/** Positions are numbers as people write them. */
export const plainNumbers: Break = (store, { ledgers }) => {
  const plain = (position: Position | null): Position | null => position && String(Number.parseInt(position, 10))
  const whole = (tenant: string, position: string | null | undefined) =>
    ledgers.get(tenant)?.log[Number(position) - 1]?.position ?? position ?? undefined
  return {
    commit: async (commit) => {
      const answer = await store.commit(commit)
      return answer.ok ? done({ ...answer.value, position: plain(answer.value.position) }) : answer
    },
    head: async (tenant) => {
      const head = await store.head(tenant)
      return head.ok ? done(plain(head.value)) : head
    },
    readLog: async (tenant, page) => {
      const read = await store.readLog(tenant, { ...page, after: whole(tenant, page.after) })
      if (!read.ok) return read
      const events = read.value.events.map((event) => ({ ...event, position: plain(event.position) ?? "" }))
      return done({ ...read.value, events, next: plain(read.value.next) })
    },
  }
}

/** Whoever gets a full page is told that there is more. */
export const neverAtEnd: Break = (store) => ({
  readLog: async (tenant, page) => {
    const read = await store.readLog(tenant, page)
    return read.ok ? done({ ...read.value, atEnd: read.value.events.length < page.limit }) : read
  },
})

/** A page that is too large is cut, and nobody is told. */
export const cutsPages: Break = (store) => ({
  readLog: (tenant, page) => store.readLog(tenant, { ...page, limit: Math.min(Math.max(page.limit, 1), 10_000) }),
})

/** More events than it takes at once it takes in two halves. */
export const halves: Break = (store) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    if (answer.ok || answer.failure._tag !== "BatchTooLarge") return answer
    const [first, ...rest] = commit.appends ?? []
    if (first === undefined) return answer
    await store.commit({ ...commit, appends: [first] })
    return store.commit({ ...commit, appends: rest })
  },
})

/** Names are cut to what its column takes. */
export const cutsNames: Break = hearing((commit) => ({
  ...commit,
  appends: commit.appends?.map((append) => ({ ...append, stream: append.stream.slice(0, 255) })),
}))

/** Half a pair becomes a replacement character. */
export const mends: Break = hearing((commit) => ({
  ...commit,
  audit: commit.audit?.map(({ body, kind }) => ({ kind, body: body.toWellFormed() })),
}))

/** Numbers come back rounded, as a column of four bytes after the point keeps them. */
export const roundsMoments: Break = (store) => ({
  readDue: async (tenant, query) => {
    const due = await store.readDue(tenant, query)
    return due.ok ? done(due.value.map((item) => ({ ...item, at: Math.fround(item.at) }))) : due
  },
})

/** All tenants have one set of leases. */
export const oneLeaseForAll: Break = (store) => ({
  acquireLease: (_, wish) => store.acquireLease("everybody", wish),
  renewLease: (_, wish) => store.renewLease("everybody", wish),
  releaseLease: (_, fence) => store.releaseLease("everybody", fence),
})

/** Old commands are forgotten of every tenant. */
export const forgetsForAll: Break = (store, { ledgers }) => ({
  forgetCommands: async (tenant, before) => {
    for (const other of ledgers.keys()) if (other !== tenant) await store.forgetCommands(other, before)
    return store.forgetCommands(tenant, before)
  },
})

/** A tenant in capitals is taken for the one in small letters. */
export const foldsTenants: Break = (store) => ({
  head: (tenant) => store.head(typeof tenant === "string" ? tenant.toLowerCase() : tenant),
})

/** Tenants who only ever failed are listed too. */
export const listsFailures: Break = (store) => {
  const named = new Set<string>()
  return {
    commit: (commit) => {
      named.add(commit.tenant)
      return store.commit(commit)
    },
    tenants: async () => {
      const known = await store.tenants()
      return known.ok ? done([...named].sort()) : failed(known.failure)
    },
  }
}
