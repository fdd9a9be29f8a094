import {
  type Answer,
  type Backlog,
  type BallotCount,
  type BallotRefused,
  type Delivery,
  done,
  type HeldClaim,
  type InvalidCursor,
  type KeptAudit,
  type LogPage,
  type Page,
  type Rows,
} from "@jinlin/sdk"
import { ballotRefused } from "./ballots.ts"
import { shown } from "./deliveries.ts"
import { dueBy } from "./due.ts"
import type { Ledger } from "./ledger.ts"
import { inOrder, placeOf, placeText } from "./places.ts"

/** A part of the log. Rule STORE-6. */
export const logPage = (ledger: Ledger, { after, limit }: Page): Answer<LogPage, InvalidCursor> => {
  const start = placeOf(ledger, after, ledger.log.length)
  if (!start.ok) return start
  const events = ledger.log.slice(start.value, start.value + limit)
  const next = events.at(-1)?.position ?? after ?? null
  return done({ events, next, atEnd: start.value + events.length === ledger.log.length })
}

/** Claims of a scope in the order of their keys. */
export const claimPage = (ledger: Ledger, scope: string, { after, limit }: Page): Rows<HeldClaim> => {
  const held = [...(ledger.claims.get(scope) ?? [])]
    .filter(([key]) => after === undefined || key > after)
    .sort(([one], [other]) => inOrder(one, other))
  const rows = held.slice(0, limit).map(([key, { holder }]) => ({ scope, key, holder }))
  return { rows, next: held.length > limit ? (rows.at(-1)?.key ?? null) : null }
}

/** Deliveries of one status in the order of commits. */
export const deliveryPage = (
  ledger: Ledger,
  { after, limit, status }: Page & { readonly status: Delivery["status"] },
): Answer<Rows<Delivery>, InvalidCursor> => {
  const start = placeOf(ledger, after, ledger.lastPlace)
  if (!start.ok) return start
  const found = [...ledger.deliveries.values()].filter((kept) => kept.place > start.value && kept.status === status)
  const last = found.length > limit ? found[limit - 1] : undefined
  return done({
    rows: found.slice(0, limit).map(shown),
    next: last === undefined ? null : placeText(ledger, last.place),
  })
}

/** Audit entries in the order of commits. Rule STORE-16. */
export const auditPage = (ledger: Ledger, { after, limit }: Page): Answer<Rows<KeptAudit>, InvalidCursor> => {
  const start = placeOf(ledger, after, ledger.audit.length)
  if (!start.ok) return start
  const rows = ledger.audit.slice(start.value, start.value + limit)
  const more = start.value + rows.length < ledger.audit.length
  return done({ rows, next: more ? (rows.at(-1)?.position ?? null) : null })
}

/** How often each choice was cast in a box that is closed. Rule STORE-15. */
export const countBallots = (ledger: Ledger, name: string): Answer<ReadonlyArray<BallotCount>, BallotRefused> => {
  const box = ledger.boxes.get(name)
  if (box === undefined) return ballotRefused(name, "unknown-box")
  if (!box.closed) return ballotRefused(name, "still-open")
  return done([...box.counts].map(([choice, count]) => ({ choice, count })))
}

/** What is waiting. */
export const backlogOf = (ledger: Ledger, now: number): Backlog => {
  const all = [...ledger.deliveries.values()]
  const waiting = all.filter(({ status }) => status === "waiting")
  return {
    waiting: waiting.length,
    parked: all.filter(({ status }) => status === "parked").length,
    oldestWaitingAt: waiting.reduce<number | null>((oldest, { at }) => Math.min(oldest ?? at, at), null),
    due: dueBy(ledger, now).length,
    stalledSince: null,
  }
}

/** Forgets kept commands, and deliveries that were delivered, which were committed before a moment; gives the commands' number. */
export const forgetBefore = (ledger: Ledger, before: number): number => {
  const old = [...ledger.commands].filter(([, { at }]) => at < before)
  for (const [key] of old) ledger.commands.delete(key)
  for (const { at, id, status } of [...ledger.deliveries.values()])
    if (status === "delivered" && at < before) ledger.deliveries.delete(id)
  return old.length
}
