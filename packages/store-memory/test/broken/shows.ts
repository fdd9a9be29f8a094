import { done, type NewEvent, type StoredEvent } from "@jinlin/sdk"
import { awhile, type Break, hearing } from "./breaking.ts"

/** A version is switched on first, and its rows are written afterwards. */
export const switchesFirst: Break = (store) => ({
  commit: async ({ viewSwitches, ...commit }) => {
    if (viewSwitches === undefined) return store.commit(commit)
    await store.commit({ tenant: commit.tenant, at: commit.at, viewSwitches })
    return store.commit(commit)
  },
})

/** A reader may move its checkpoint from wherever it thinks that it stands. */
export const movesAnyway: Break = hearing((commit, ledgers) => ({
  ...commit,
  checkpoints: commit.checkpoints?.map((checkpoint) => ({
    ...checkpoint,
    from: ledgers.get(commit.tenant)?.checkpoints.get(checkpoint.name) ?? null,
  })),
}))

/** An underscore in a prefix stands for any character, as in SQL. */
export const wildcards: Break = (store) => ({
  readView: async (tenant, { prefix, ...query }) => {
    if (prefix === undefined || !prefix.includes("_")) return store.readView(tenant, { ...query, prefix })
    const all = await store.readView(tenant, { ...query, limit: 10_000 })
    const pattern = new RegExp(`^${prefix.replaceAll("_", ".")}`)
    return all.ok ? done({ ...all.value, rows: all.value.rows.filter(({ key }) => pattern.test(key)) }) : all
  },
})

/** Rows are seen at a checkpoint that was read a while before them. */
export const staleCheckpoint: Break = (store) => ({
  readView: async (tenant, query) => {
    const page = await store.readView(tenant, query)
    return page.ok ? done({ ...page.value, checkpoint: null }) : page
  },
})

/** Once it is disposed of it is empty. */
export const emptyWhenDisposed: Break = (store, shelf) => ({
  readStream: async (tenant, stream, page) => (shelf.disposed ? done([]) : store.readStream(tenant, stream, page)),
})

/** Once it is disposed of it throws. */
export const throwsWhenDisposed: Break = (store, shelf) => ({
  head: async (tenant) => {
    if (shelf.disposed) throw new Error("[jinlin] [store-memory] gone")
    return store.head(tenant)
  },
})

const composed = ({ body, ...event }: NewEvent): NewEvent => ({ ...event, body: body.normalize("NFC") })

/** Characters that look alike become the same. */
export const composes: Break = hearing((commit) => ({
  ...commit,
  appends: commit.appends?.map((append) => ({ ...append, events: append.events.map(composed) })),
}))

/** Bodies are read and written again. */
export const rewrites: Break = hearing((commit) => ({
  ...commit,
  deliveries: commit.deliveries?.map((one) => ({ ...one, payload: JSON.stringify(JSON.parse(one.payload)) })),
}))

/** Blanks at the end of a text go. */
export const trims: Break = hearing((commit) => ({
  ...commit,
  idempotency: commit.idempotency && { ...commit.idempotency, answer: commit.idempotency.answer.trimEnd() },
}))

/** It hands out its own events, and whoever changes them changes the store. */
export const sharesItself: Break = (_, { ledgers }) => {
  const own = new Map<string, Array<StoredEvent>>()
  return {
    readStream: async (tenant, stream) => {
      const events =
        own.get(`${tenant} ${stream}`) ??
        (ledgers.get(tenant)?.streams.get(stream) ?? []).map((event) => ({ ...event }))
      own.set(`${tenant} ${stream}`, events)
      return done(events)
    },
  }
}

/** It reads how often a choice was cast, waits, and writes one more. */
export const losesBallots: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const [ballot] = commit.ballots ?? []
    if (ballot?._tag !== "Cast") return store.commit(commit)
    const before = ledgers.get(commit.tenant)?.boxes.get(ballot.box)?.counts.get(ballot.choice)
    await awhile(1)
    const answer = await store.commit(commit)
    const box = ledgers.get(commit.tenant)?.boxes.get(ballot.box)
    if (answer.ok && before !== undefined) box?.counts.set(ballot.choice, before + 1)
    return answer
  },
})

/** Whoever asks sees how an open box stands. */
export const showsOpenBoxes: Break = (store, { ledgers }) => ({
  readBallots: async (tenant, name) => {
    const box = ledgers.get(tenant)?.boxes.get(name)
    return box === undefined
      ? store.readBallots(tenant, name)
      : done([...box.counts].map(([choice, count]) => ({ choice, count })))
  },
})

/** Choices that nobody cast are left out. */
export const onlyCast: Break = (store) => ({
  readBallots: async (tenant, box) => {
    const counted = await store.readBallots(tenant, box)
    return counted.ok ? done(counted.value.filter(({ count }) => count > 0)) : counted
  },
})

/** Entries come by their moment, and not by when they were written. */
export const auditByMoment: Break = (store) => ({
  readAudit: async (tenant, page) => {
    const read = await store.readAudit(tenant, page)
    return read.ok ? done({ ...read.value, rows: [...read.value.rows].sort((one, other) => one.at - other.at) }) : read
  },
})

/** The last page says that there is more. */
export const endlessAudit: Break = (store) => ({
  readAudit: async (tenant, page) => {
    const read = await store.readAudit(tenant, page)
    if (!read.ok || read.value.rows.length < page.limit) return read
    return done({ ...read.value, next: read.value.rows.at(-1)?.position ?? null })
  },
})

/** Why something was laid aside is forgotten once it is taken back. */
export const forgetsCauses: Break = (store, { ledgers }) => ({
  commit: async (commit) => {
    const answer = await store.commit(commit)
    for (const { id, outcome } of commit.settlements ?? []) {
      const kept = ledgers.get(commit.tenant)?.deliveries.get(id)
      if (answer.ok && outcome._tag === "Delivered" && kept !== undefined) kept.cause = null
    }
    return answer
  },
})

/** Rows are read first, and a while later the checkpoint that is told with them. */
export const rowsThenCheckpoint: Break = (store) => ({
  readView: async (tenant, query) => {
    const page = await store.readView(tenant, query)
    await awhile()
    const later = await store.readView(tenant, query)
    return page.ok && later.ok ? done({ ...page.value, checkpoint: later.value.checkpoint }) : page
  },
})

/** It throws where a commit is not what its types say. */
export const throwsAtNonsense: Break = (store) => ({
  commit: async (commit) => {
    if (commit.appends?.some(({ events }) => events.length > 10_000)) throw new Error("too many")
    return store.commit(commit)
  },
})

/** A cursor of a page of claims that it never gave is too much for it. */
export const throwsAtCursors: Break = (store) => ({
  readClaims: async (tenant, scope, page) => {
    if (page.after !== undefined && !/^[\w.:/@-]+$/.test(page.after)) throw new Error("syntax error")
    return store.readClaims(tenant, scope, page)
  },
})

/** Entries show a while after those that were written later. */
export const skipsLateEntries: Break = (store) => {
  const hidden = new Set<string>()
  return {
    commit: async (commit) => {
      const bodies = (commit.audit ?? []).map(({ body }) => body)
      for (const body of bodies) hidden.add(body)
      const answer = await store.commit(commit)
      await awhile(1)
      for (const body of bodies) hidden.delete(body)
      return answer
    },
    readAudit: async (tenant, page) => {
      const read = await store.readAudit(tenant, page)
      return read.ok ? done({ ...read.value, rows: read.value.rows.filter(({ body }) => !hidden.has(body)) }) : read
    },
  }
}
