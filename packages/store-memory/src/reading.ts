import { done, nameFault, pageFault, rowsPerPage, type Store } from "@jinlin/sdk"
import { dueBy } from "./due.ts"
import { headOf } from "./places.ts"
import { auditPage, backlogOf, claimPage, countBallots, deliveryPage, logPage } from "./reads.ts"
import { asking, type Shelf } from "./shelf.ts"

/** Reads of streams, the log, kept commands and audit entries. */
export const logReads = (
  shelf: Shelf,
): Pick<Store, "readStream" | "readLog" | "head" | "readCommand" | "readAudit"> => {
  const ask = asking(shelf)
  return {
    readStream: (tenant, stream, { after = 0, limit = rowsPerPage } = {}) =>
      ask(
        tenant,
        () => [nameFault("stream", stream), pageFault(limit)],
        ({ streams }) => done((streams.get(stream) ?? []).slice(Math.max(0, after), Math.max(0, after) + limit)),
      ),
    readLog: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (ledger) => logPage(ledger, page),
      ),
    head: (tenant) =>
      ask(
        tenant,
        () => [],
        (ledger) => done(headOf(ledger)),
      ),
    readCommand: (tenant, key) =>
      ask(
        tenant,
        () => [nameFault("key", key)],
        ({ commands }) => done(commands.get(key) ?? null),
      ),
    readAudit: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (ledger) => auditPage(ledger, page),
      ),
  }
}

type OtherReads = "readClaims" | "readDue" | "readDeliveries" | "backlog" | "readBallots"

/** Reads of what is held, due, to be handed on, and counted. */
export const otherReads = (shelf: Shelf): Pick<Store, OtherReads> => {
  const ask = asking(shelf)
  return {
    readClaims: (tenant, scope, page) =>
      ask(
        tenant,
        () => [nameFault("scope", scope), pageFault(page.limit)],
        (ledger) => done(claimPage(ledger, scope, page)),
      ),
    readDue: (tenant, { limit, stream, until }) =>
      ask(
        tenant,
        () => [pageFault(limit), stream === undefined ? undefined : nameFault("stream", stream)],
        (ledger) => done(dueBy(ledger, until, stream).slice(0, limit)),
      ),
    readDeliveries: (tenant, query) =>
      ask(
        tenant,
        () => [pageFault(query.limit)],
        (ledger) => deliveryPage(ledger, query),
      ),
    backlog: (tenant, now) =>
      ask(
        tenant,
        () => [],
        (ledger) => done(backlogOf(ledger, now)),
      ),
    readBallots: (tenant, box) =>
      ask(
        tenant,
        () => [nameFault("box", box)],
        (ledger) => countBallots(ledger, box),
      ),
  }
}
