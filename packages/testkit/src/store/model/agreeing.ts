import { rowsPerPage, type Store } from "@jinlin/sdk"
import { granted, same } from "../asserting.ts"
import { allRows, wholeLog } from "../picture.ts"
import type { Pair } from "./pair.ts"
import { modelDue } from "./rest.ts"
import { byText, streamOf } from "./state.ts"
import { commandKeys } from "./steps.ts"

const streamNames = ["a", "A", "a/b"]

const log = async (store: Store, { model, name, positions }: Pair): Promise<void> => {
  const events = await wholeLog(store, name, 3)
  same(
    events.map(({ position: _, ...event }) => event),
    model.events,
    "the log",
  )
  for (const [index, { position }] of events.entries()) {
    const told = positions.get(index + 1)
    if (told !== undefined) same(position, told, `the position of event ${index + 1}`)
  }
  same(await granted(store.head(name), "the head"), positions.get(model.events.length) ?? null, "the head")
  for (const stream of streamNames) {
    const read = await granted(store.readStream(name, stream), "a stream")
    same(
      read.map(({ position: _, ...event }) => event),
      streamOf(model, stream),
      `the stream ${stream}`,
    )
  }
  for (const key of commandKeys) {
    const known = model.commands.find((command) => command.key === key)
    const { answer, at, content, head = 0 } = known ?? {}
    const kept = known === undefined ? null : { content, answer, at, position: positions.get(head) ?? null }
    same(await granted(store.readCommand(name, key), "a command"), kept, `the command ${key}`)
  }
}

const claimsAndDue = async (store: Store, { model, name }: Pair, now: number): Promise<void> => {
  for (const scope of ["plain", "counted"]) {
    const held = await allRows((after) => store.readClaims(name, scope, { after, limit: 2 }), "claims")
    const claims = model.claims
      .filter((claim) => claim.scope === scope)
      .sort((one, other) => byText(one.key, other.key))
    same(
      held,
      claims.map(({ holder, key }) => ({ scope, key, holder })),
      `claims of the scope ${scope}`,
    )
  }
  for (const until of [now, now + 100])
    same(
      await granted(store.readDue(name, { until, limit: 100 }), "what is due"),
      modelDue(model, until),
      "what is due",
    )
}

const deliveries = async (store: Store, { model, name }: Pair, now: number): Promise<void> => {
  for (const status of ["waiting", "delivered", "parked"] as const) {
    const rows = await allRows((after) => store.readDeliveries(name, { status, after, limit: 2 }), "deliveries")
    const kept = model.deliveries.filter((one) => one.status === status)
    same(
      rows,
      kept.map(({ hand: _, ...row }) => row),
      `deliveries that are ${status}`,
    )
  }
  const waiting = model.deliveries.filter(({ status }) => status === "waiting").map(({ at }) => at)
  const { stalledSince: _, ...backlog } = await granted(store.backlog(name, now), "the backlog")
  const oldest = [...waiting].sort((one, other) => one - other)[0] ?? null
  const parked = model.deliveries.filter(({ status }) => status === "parked").length
  const due = modelDue(model, now).length
  same(backlog, { waiting: waiting.length, parked, oldestWaitingAt: oldest, due }, "the backlog")
}

const views = async (store: Store, { model, name, positions }: Pair): Promise<void> => {
  const on = model.on.find(({ view }) => view === "board")?.version ?? ""
  const headOf = (reader: string) => model.checkpoints.find((one) => one.name === reader)?.head ?? 0
  for (const version of ["1", "2", undefined]) {
    const page = await granted(store.readView(name, { view: "board", version, limit: rowsPerPage }), "the view")
    const rows = model.rows
      .filter((row) => row.version === (version ?? on))
      .sort((one, other) => byText(one.key, other.key))
    const checkpoint = positions.get(headOf(`board@${version ?? on}`)) ?? null
    const expected = {
      rows: rows.map(({ body, key }) => ({ key, body })),
      next: null,
      version: version ?? on,
      checkpoint,
    }
    same(page, expected, `version ${version ?? "that is on"} of the view`)
  }
  for (const reader of ["board@1", "reader"])
    same(
      await granted(store.readCheckpoint(name, reader), "a checkpoint"),
      positions.get(headOf(reader)) ?? null,
      reader,
    )
}

const theRest = async (store: Store, { model, name }: Pair): Promise<void> => {
  for (const box of ["b1", "b2"]) {
    const known = model.boxes.find((one) => one.box === box)
    const because = known === undefined ? "unknown-box" : "still-open"
    const got = await store.readBallots(name, box)
    const seen = got.ok ? got.value : "because" in got.failure && got.failure.because
    same(seen, known?.closed === true ? known.counts : because, `the box ${box}`)
  }
  const entries = await allRows((after) => store.readAudit(name, { after, limit: 2 }), "audit entries")
  same(
    entries.map(({ position: _, ...entry }) => entry),
    model.audit,
    "audit entries",
  )
}

/** Everything that a store shows of a tenant is what the model holds of it. */
export const agreeing = async (store: Store, pair: Pair, now: number): Promise<void> => {
  await log(store, pair)
  await claimsAndDue(store, pair, now)
  await deliveries(store, pair, now)
  await views(store, pair)
  await theRest(store, pair)
}
