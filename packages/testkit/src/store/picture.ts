import { type Answer, type Rows, rowsPerPage, type Store, type StoredEvent } from "@jinlin/sdk"
import { breathe, granted, patience } from "./asserting.ts"
import type { Names } from "./notebook.ts"
import type { RawRows } from "./raw-rows.ts"

/** Reads one list to its end. */
export const allRows = async <Row>(
  read: (after: string | undefined) => Promise<Answer<Rows<Row>, unknown>>,
  what: string,
): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  let after: string | undefined
  const turn = patience(`${what}, page by page`)
  do {
    turn()
    const page = await granted(read(after), what)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

/** Waits, two seconds at most, while the log's reader says that it waits for a transaction which is still open. */
const settled = async (store: Store, tenant: string): Promise<void> => {
  if (store.capabilities.logOrder !== "xid") return
  for (let turn = 0; turn < 200; turn += 1) {
    const backlog = await granted(store.backlog(tenant, 0), "the backlog")
    if (backlog.stalledSince === null) return
    await new Promise<void>((resolve) => setTimeout(resolve, 10))
  }
}

/** Reads the log to its end, as far as it may be read once nobody writes any more. */
export const wholeLog = async (store: Store, tenant: string, limit = rowsPerPage) => {
  await settled(store, tenant)
  const events: Array<StoredEvent> = []
  let after: string | undefined
  for (const turn = patience("the log, page by page"); ; turn()) {
    const page = await granted(store.readLog(tenant, { after, limit }), "reading the log")
    events.push(...page.events)
    if (page.atEnd) return events
    if (page.events.length === 0) await breathe()
    after = page.next ?? undefined
  }
}

const closedBoxes = async (store: Store, tenant: string, names: Names) => {
  const boxes = []
  for (const box of names.boxes) {
    const counted = await store.readBallots(tenant, box)
    boxes.push({ box, counted: counted.ok ? counted.value : counted.failure })
  }
  return boxes
}

const eachOf = async <Name, Row>(names: Iterable<Name>, read: (name: Name) => Promise<ReadonlyArray<Row>>) => {
  const rows: Array<Row> = []
  for (const name of names) rows.push(...(await read(name)))
  return rows
}

/** Everything that a tenant can be seen to hold under these names, through the port alone. */
export const pictureOf = async (store: Store, tenant: string, names: Names) => {
  const limit = rowsPerPage
  const ofStatus = (status: "waiting" | "delivered" | "parked") =>
    allRows((after) => store.readDeliveries(tenant, { after, limit, status }), `deliveries that are ${status}`)
  return {
    events: await wholeLog(store, tenant),
    head: await granted(store.head(tenant), "the head"),
    streams: await eachOf(names.streams, (name) => granted(store.readStream(tenant, name), "a stream")),
    commands: await eachOf(names.commands, async (key) => {
      const kept = await granted(store.readCommand(tenant, key), "a command")
      return kept === null ? [] : [{ key, ...kept }]
    }),
    claims: await eachOf(names.scopes, (scope) =>
      allRows((after) => store.readClaims(tenant, scope, { after, limit }), "claims"),
    ),
    due: await granted(store.readDue(tenant, { until: Number.MAX_SAFE_INTEGER, limit }), "what is due"),
    deliveries: [...(await ofStatus("waiting")), ...(await ofStatus("parked")), ...(await ofStatus("delivered"))],
    checkpoints: await eachOf(names.checkpoints, async (name) => [
      { name, position: await granted(store.readCheckpoint(tenant, name), "a checkpoint") },
    ]),
    views: await eachOf(names.views.values(), async ({ version, view }) => {
      const rows = await allRows((after) => store.readView(tenant, { view, version, after, limit }), "a view")
      return rows.map((row) => ({ view, version, ...row }))
    }),
    ballots: await closedBoxes(store, tenant, names),
    audit: await allRows((after) => store.readAudit(tenant, { after, limit }), "audit entries"),
  }
}

/** What `pictureOf` gives. */
export type Picture = Awaited<ReturnType<typeof pictureOf>>

const sorted = <Row>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const keyed = rows.map((row) => [JSON.stringify(row), row] as const)
  return keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, row]) => row)
}

const eventRows = (events: RawRows["events"]) =>
  events.map(({ body, digest, meta, revision, stream, type }) => ({ stream, revision, type, body, meta, digest }))

const auditRows = (audit: RawRows["audit"]) => audit.map(({ at, body, kind }) => ({ kind, body, at }))

const deliveryRows = (deliveries: RawRows["deliveries"], status: string) =>
  deliveries
    .filter((row) => row.status === status)
    .map(({ at, cause, id, key, kind, notBefore, payload, starts }) => ({
      ...{ id, key, kind, payload, starts, notBefore, at, cause },
    }))

/** What a picture and raw rows have in common, in the same words. */
export const comparable = (seen: Picture | RawRows) => ({
  events: eventRows(seen.events),
  commands: sorted(seen.commands.map(({ answer, at, content, key }) => ({ key, content, answer, at }))),
  claims: sorted(seen.claims.map(({ holder, key, scope }) => ({ scope, key, holder }))),
  due: sorted(
    [...seen.due]
      .filter((item) => !("settled" in item && item.settled === true))
      .map(({ at, command, key, rule, stream }) => ({ stream, key, at, rule, command })),
  ),
  waiting: deliveryRows(seen.deliveries, "waiting"),
  parked: deliveryRows(seen.deliveries, "parked"),
  delivered: deliveryRows(seen.deliveries, "delivered"),
  views: sorted(seen.views.map(({ body, key, version, view }) => ({ view, version, key, body }))),
  audit: auditRows(seen.audit),
})

/** How often each choice was cast in the boxes that are closed. */
export const closedCounts = (seen: Picture | RawRows): ReadonlyArray<unknown> =>
  sorted(
    seen.ballots.flatMap((row) => {
      if ("choice" in row) return row.closed ? [{ box: row.box, choice: row.choice, count: row.count }] : []
      const { box, counted } = row
      return "_tag" in counted ? [] : counted.map(({ choice, count }) => ({ box, choice, count }))
    }),
  )
