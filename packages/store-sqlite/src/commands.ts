import {
  type Answer,
  type Commit,
  type Committed,
  done,
  failed,
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

/** What a commit is answered when its command was taken before; undefined: it was not. Rule STORE-3. */
export const repeatedCommand = (
  ledger: Ledger,
  tenant: Tenant,
  { idempotency }: Commit,
): Answer<Committed, IdempotencyConflict> | undefined => {
  const kept = idempotency && readCommand(ledger, tenant, idempotency.key)
  if (idempotency === undefined || kept === undefined || kept === null) return undefined
  return kept.content === idempotency.content
    ? done({ repeated: true, position: kept.position, answer: kept.answer })
    : failed({ _tag: "IdempotencyConflict", rule: "STORE-3", key: idempotency.key })
}

/** Keeps the command, after its events were written, and gives what it is answered. */
export const keepCommand = (ledger: Ledger, tenant: Tenant, { at, idempotency }: Commit): Committed => {
  const place = lastOf(ledger, tenant, "events")
  if (idempotency !== undefined)
    ledger.tables.run(
      "INSERT INTO jinlin_commands (tenant, key, content, answer, place, at) VALUES (?, ?, ?, ?, ?, ?)",
      ...[tenant.number, idempotency.key, idempotency.content, idempotency.answer, place === 0 ? null : place, at],
    )
  const position = place === 0 ? null : placeText(endingOf(tenant, "events"), place)
  return { repeated: false, position, answer: idempotency?.answer ?? null }
}
