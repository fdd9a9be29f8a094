import {
  type Commit,
  type CommitResult,
  eventsPerCommit,
  type Store,
  type StoredEvent,
  type VersionConflict,
} from "@jinlin/sdk"

/** All that one tenant has written. */
interface Ledger {
  readonly log: Array<StoredEvent>
  readonly streams: Map<string, Array<StoredEvent>>
  readonly commands: Map<string, { readonly content: string; readonly position: number }>
}

const emptyLedger = (): Ledger => ({ log: [], streams: new Map(), commands: new Map() })

const conflictIn = (ledger: Ledger, { appends }: Commit): VersionConflict | undefined => {
  const ahead = new Map<string, number>()
  for (const { events, expected, stream } of appends) {
    const actual = (ledger.streams.get(stream)?.length ?? 0) + (ahead.get(stream) ?? 0)
    if (actual !== expected) return { _tag: "VersionConflict", stream, expected, actual }
    ahead.set(stream, (ahead.get(stream) ?? 0) + events.length)
  }
  return undefined
}

const write = (ledger: Ledger, { appends, idempotency }: Commit): CommitResult => {
  for (const { events, stream } of appends) {
    const held = ledger.streams.get(stream) ?? []
    if (events.length > 0) ledger.streams.set(stream, held)
    for (const { body, meta, type } of events) {
      const stored = { type, body, meta, stream, revision: held.length + 1, position: ledger.log.length + 1 }
      held.push(Object.freeze(stored))
      ledger.log.push(stored)
    }
  }
  const position = ledger.log.length
  if (idempotency !== undefined) ledger.commands.set(idempotency.key, { content: idempotency.content, position })
  return { _tag: "Committed", position }
}

const commitTo = (ledger: Ledger, commit: Commit): CommitResult => {
  const events = commit.appends.reduce((sum, append) => sum + append.events.length, 0)
  if (events > eventsPerCommit) return { _tag: "BatchTooLarge", events, limit: eventsPerCommit }
  const { idempotency } = commit
  const known = idempotency && ledger.commands.get(idempotency.key)
  if (idempotency !== undefined && known !== undefined)
    return known.content === idempotency.content
      ? { _tag: "AlreadyCommitted", position: known.position }
      : { _tag: "IdempotencyConflict", key: idempotency.key }
  return conflictIn(ledger, commit) ?? write(ledger, commit)
}

/**
 * A store that lives as long as the process: for tests, first runs and journals. Its write is one synchronous step, so
 * concurrent commits never interleave. Tenants are kept apart. A disposed store answers `StoreUnavailable` and reads nothing.
 */
export const memoryStore = (): Store => {
  const ledgers = new Map<string, Ledger>()
  let disposed = false
  const ledgerOf = (tenant: string): Ledger => {
    const ledger = ledgers.get(tenant) ?? emptyLedger()
    ledgers.set(tenant, ledger)
    return ledger
  }
  return {
    name: "store-memory",
    commit: async (commit) =>
      disposed ? { _tag: "StoreUnavailable", kind: "disposed" } : commitTo(ledgerOf(commit.tenant), commit),
    readStream: async (tenant, stream, after = 0) => ledgers.get(tenant)?.streams.get(stream)?.slice(after) ?? [],
    readLog: async (tenant, after, limit) => ledgers.get(tenant)?.log.slice(after, after + limit) ?? [],
    [Symbol.asyncDispose]: async () => {
      disposed = true
      ledgers.clear()
    },
  }
}
