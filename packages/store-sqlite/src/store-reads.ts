import { done, nameFault, pageFault, rowsPerPage, type Store } from "@jinlin/sdk"
import type { Asking } from "./asking.ts"
import { auditPage } from "./audit.ts"
import { readBallots } from "./ballots.ts"
import { claimPage } from "./claims.ts"
import { readCommand } from "./commands.ts"
import { dueBy } from "./due.ts"
import { logPage, streamPage } from "./events.ts"
import { endingOf, placeText, readLast } from "./places.ts"
import { backlog, deliveryPage } from "./waiting.ts"

const nothingWrong = () => []

type LogReads = "readStream" | "readLog" | "head" | "readCommand" | "readAudit" | "readBallots"

const logReads = ({ read }: Asking): Pick<Store, LogReads> => ({
  readStream: (tenant, stream, page) => {
    const limit = page?.limit ?? rowsPerPage
    return read(
      tenant,
      () => [nameFault("stream", stream), pageFault(limit)],
      (ledger, owner) => done(streamPage(ledger, owner, { stream, after: page?.after ?? 0, limit })),
    )
  },
  readLog: (tenant, page) =>
    read(
      tenant,
      () => [pageFault(page.limit)],
      (ledger, owner) => logPage(ledger, owner, page),
    ),
  head: (tenant) =>
    read(tenant, nothingWrong, (ledger, owner) => {
      const last = readLast(ledger, owner, "events")
      return done(last === 0 ? null : placeText(endingOf(owner, "events"), last))
    }),
  readCommand: (tenant, key) =>
    read(
      tenant,
      () => [nameFault("key", key)],
      (ledger, owner) => done(readCommand(ledger, owner, key)),
    ),
  readAudit: (tenant, page) =>
    read(
      tenant,
      () => [pageFault(page.limit)],
      (ledger, owner) => auditPage(ledger, owner, page),
    ),
  readBallots: (tenant, box) =>
    read(
      tenant,
      () => [nameFault("box", box)],
      (ledger, owner) => readBallots(ledger, owner, box),
    ),
})

type OtherReads = "readClaims" | "readDue" | "readDeliveries" | "backlog"

const otherReads = ({ read }: Asking): Pick<Store, OtherReads> => ({
  readClaims: (tenant, scope, page) =>
    read(
      tenant,
      () => [nameFault("scope", scope), pageFault(page.limit)],
      (ledger, owner) => done(claimPage(ledger, owner, { ...page, scope })),
    ),
  readDue: (tenant, query) =>
    read(
      tenant,
      () => [pageFault(query.limit), query.stream === undefined ? undefined : nameFault("stream", query.stream)],
      (ledger, owner) => done(dueBy(ledger, owner, query)),
    ),
  readDeliveries: (tenant, query) =>
    read(
      tenant,
      () => [pageFault(query.limit)],
      (ledger, owner) => deliveryPage(ledger, owner, query),
    ),
  backlog: (tenant, now) => read(tenant, nothingWrong, (ledger, owner) => done(backlog(ledger, owner, now))),
})

/** Reads of a store, except those of views. */
export const storeReads = (asking: Asking): Pick<Store, LogReads | OtherReads> => ({
  ...logReads(asking),
  ...otherReads(asking),
})
