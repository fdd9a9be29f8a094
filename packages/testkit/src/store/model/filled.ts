import type { DeliveryOutcome } from "@jinlin/sdk"
import { append, delivery, dueItem, noted } from "../writing.ts"
import type { ModelCommit } from "./commit.ts"
import { type ModelTenant, streamOf } from "./state.ts"
import type { Sketch } from "./steps.ts"

const appendsOf = (tenant: ModelTenant, { appends = [] }: Sketch, now: number): ModelCommit["appends"] => {
  const ahead = new Map<string, number>()
  return appends.map(({ events, off, stream }, index) => {
    const before = streamOf(tenant, stream).length + (ahead.get(stream) ?? 0)
    ahead.set(stream, (ahead.get(stream) ?? 0) + events)
    const bodies = Array.from({ length: events }, (_, event) => noted(`${now} ${index} ${event}`))
    return append(stream, Math.max(0, before + off), ...bodies)
  })
}

const once = <Item>(items: ReadonlyArray<Item>, nameOf: (item: Item) => string): ReadonlyArray<Item> =>
  items.filter((item, place) => items.findIndex((other) => nameOf(other) === nameOf(item)) === place)

const outcomeOf = (tag: DeliveryOutcome["_tag"], now: number): DeliveryOutcome => {
  if (tag === "Postponed") return { _tag: tag, notBefore: now + 2, cause: `busy at ${now}` }
  return tag === "Parked" ? { _tag: tag, cause: `left at ${now}` } : { _tag: tag }
}

const settlementsOf = (tenant: ModelTenant, { settlements = [] }: Sketch, now: number): ModelCommit["settlements"] => {
  const fitting = (tag: DeliveryOutcome["_tag"]) =>
    tenant.deliveries.filter(({ hand, status }) => (tag === "Redriven" ? status === "parked" : hand !== null))
  const wanted = settlements.flatMap(({ off, outcome, which }) => {
    const some = fitting(outcome)
    const id = off === 0 ? some[which % Math.max(1, some.length)]?.id : `d-${which}`
    return id === undefined ? [] : [{ id, outcome: outcomeOf(outcome, now) }]
  })
  return once(wanted, ({ id }) => id)
}

const claimsOf = (
  tenant: ModelTenant,
  { claims = [], releases = [] }: Sketch,
): Pick<ModelCommit, "claims" | "releases"> => ({
  claims: once(claims, ({ key, scope }) => `${scope} ${key}`).map((claim) =>
    claim.scope === "counted" ? { ...claim, capacity: 2 } : claim,
  ),
  releases: once(releases, ({ key, scope }) => `${scope} ${key}`).flatMap(({ key, off, scope }) => {
    const held = tenant.claims.find((claim) => claim.key === key && claim.scope === scope)
    if (held === undefined) return off === 0 ? [] : [{ scope, key, holder: "h1" }]
    return [{ scope, key, holder: off === 0 ? held.holder : "nobody" }]
  }),
})

const checkpointOf = (tenant: ModelTenant, { checkpoints }: Sketch): ModelCommit["checkpoints"] => {
  if (checkpoints === undefined || tenant.events.length === 0) return []
  const { back, name, off } = checkpoints
  const stands = tenant.checkpoints.find((one) => one.name === name)?.head ?? null
  const head = tenant.events.length - back
  return [{ name, from: off === 1 ? tenant.events.length : stands, to: off === -1 || head < 1 ? -1 : head }]
}

/** The token of a lease as it stands, or one beside it. */
export const tokenOf = (tenant: ModelTenant, off: number): number => (tenant.leases[0]?.token ?? 0) + off

/** A sketch as a commit, now that it is known what the tenant holds. */
export const filled = (tenant: ModelTenant, sketch: Sketch, at: number): Omit<ModelCommit, "tenant"> => ({
  at,
  ...claimsOf(tenant, sketch),
  appends: appendsOf(tenant, sketch, at),
  guards: (sketch.guards ?? []).map(({ off, stream }) => ({
    stream,
    revision: Math.max(0, streamOf(tenant, stream).length + off),
  })),
  idempotency: sketch.idempotency && { ...sketch.idempotency, answer: `answer at ${at}` },
  due: once(sketch.due ?? [], ({ stream }) => stream).map((list) => ({
    stream: list.stream,
    items: list.keys.map((key) => dueItem(key, at + list.at)),
  })),
  dueSettled: sketch.dueSettled,
  deliveries: once(sketch.deliveries ?? [], ({ id }) => String(id)).map(({ id, key }) => delivery(`d-${id}`, key)),
  settlements: settlementsOf(tenant, sketch, at),
  checkpoints: checkpointOf(tenant, sketch),
  views: (sketch.rows ?? []).map(({ body, key, version }) => ({ view: "board", version, rows: [{ key, body }] })),
  viewSwitches: sketch.switchTo === undefined ? [] : [{ view: "board", version: sketch.switchTo }],
  ballots: sketch.ballots,
  audit: (sketch.audit ?? []).map((kind) => ({ kind, body: noted(at) })),
  fence: sketch.fenced === undefined ? undefined : { lease: "relay", token: tokenOf(tenant, sketch.fenced) },
})
