import {
  type Answer,
  type Commit,
  type Committed,
  done,
  failed,
  type Idempotency,
  type IdempotencyConflict,
  type KeptCommand,
} from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"
import { endingOf, lastOf, placeText } from "./places.ts"

type CommandRow = readonly [content: string, answer: string, place: number | null, at: number]

/** A command as it was kept. */
export const readCommand = ({ tables }: Ledger, tenant: Tenant, key: string): KeptCommand | null => {
  const row = tables.one<CommandRow>(
    "SELECT content, answer, place, at FROM jinlin_commands WHERE tenant = ? AND key = ?",
    ...[tenant.number, key],
  )
  if (row === undefined) return null
  const [content, answer, place, at] = row
  return { content, answer, position: place === null ? null : placeText(endingOf(tenant, "events"), place), at }
}

/** What a commit is answered whose command is known. Rule STORE-3. */
const repeated = (
  ledger: Ledger,
  tenant: Tenant,
  { content, key }: Idempotency,
): Answer<Committed, IdempotencyConflict> => {
  const kept = readCommand(ledger, tenant, key)
  return kept?.content === content
    ? done({ repeated: true, position: kept.position, answer: kept.answer })
    : failed({ _tag: "IdempotencyConflict", rule: "STORE-3", key })
}

const eventsIn = ({ appends = [] }: Commit): number => {
  let events = 0
  for (const append of appends) events += append.events.length
  return events
}

/**
 * Keeps the command of a commit with its answer, unless it is known: one statement asks and writes, since this is on the way
 * of every commit. What is known is answered; undefined: it was not, and `unkeepCommand` takes it back if the commit is refused.
 */
export const keepCommand = (
  ledger: Ledger,
  tenant: Tenant,
  commit: Commit,
): Answer<Committed, IdempotencyConflict> | undefined => {
  const { at, idempotency } = commit
  if (idempotency === undefined) return undefined
  const place = lastOf(ledger, tenant, "events") + eventsIn(commit)
  const kept = ledger.tables.run(
    `INSERT INTO jinlin_commands (tenant, key, content, answer, place, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant, key) DO NOTHING`,
    ...[tenant.number, idempotency.key, idempotency.content, idempotency.answer, place === 0 ? null : place, at],
  )
  return kept === 1 ? undefined : repeated(ledger, tenant, idempotency)
}

/** Takes back a command that was kept for a commit that is refused. */
export const unkeepCommand = ({ tables }: Ledger, tenant: Tenant, { idempotency }: Commit): void => {
  if (idempotency !== undefined)
    tables.run("DELETE FROM jinlin_commands WHERE tenant = ? AND key = ?", tenant.number, idempotency.key)
}

/** What a commit is answered that was just written. */
export const committed = (ledger: Ledger, tenant: Tenant, { idempotency }: Commit): Committed => {
  const place = lastOf(ledger, tenant, "events")
  const position = place === 0 ? null : placeText(endingOf(tenant, "events"), place)
  return { repeated: false, position, answer: idempotency?.answer ?? null }
}
