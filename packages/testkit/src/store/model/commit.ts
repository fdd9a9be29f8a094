import type { BallotWrite, Checkpoint, Claim, Commit, CommitFailure, Release, Settlement } from "@jinlin/sdk"
import { isHeldBy, type ModelTenant, streamOf } from "./state.ts"

/** A commit whose checkpoints say how many events lay before them, in place of positions; a negative number is forged. */
export type ModelCommit = Omit<Commit, "checkpoints"> & {
  readonly checkpoints?:
    | ReadonlyArray<Pick<Checkpoint, "name"> & { readonly from: number | null; readonly to: number }>
    | undefined
}

/** What is answered: the tag of the failure, or what was kept. */
export type ModelAnswer =
  | { readonly refused: CommitFailure["_tag"] }
  | { readonly repeated: boolean; readonly head: number; readonly answer: string | null }

type Trouble = CommitFailure["_tag"] | undefined

const append = (tenant: ModelTenant, { appends = [] }: ModelCommit): Trouble => {
  for (const { events, expected, stream } of appends) {
    if (streamOf(tenant, stream).length !== expected) return "VersionConflict"
    for (const event of events) tenant.events.push({ ...event, stream, revision: streamOf(tenant, stream).length + 1 })
  }
  return undefined
}

const release = (tenant: ModelTenant, { holder, key, scope }: Release): Trouble => {
  const at = tenant.claims.findIndex((claim) => claim.scope === scope && claim.key === key && claim.holder === holder)
  if (at < 0) return "ClaimNotHeld"
  tenant.claims.splice(at, 1)
  return undefined
}

const take = (tenant: ModelTenant, claim: Claim): Trouble => {
  const inScope = tenant.claims.filter(({ scope }) => scope === claim.scope)
  if (inScope.some(({ key }) => key === claim.key)) return "ClaimTaken"
  const counted = inScope.filter(({ capacity }) => capacity !== undefined).length
  if (claim.capacity !== undefined && counted >= claim.capacity) return "CapacityReached"
  tenant.claims.push(claim)
  return undefined
}

const move = (tenant: ModelTenant, checkpoint: { name: string; from: number | null; to: number }): Trouble => {
  const { from, name, to } = checkpoint
  if ([from ?? 1, to].some((head) => head < 1 || head > tenant.events.length)) return "InvalidCursor"
  const stands = tenant.checkpoints.find((one) => one.name === name)
  if ((stands?.head ?? null) !== from) return "CheckpointMoved"
  if (stands === undefined) tenant.checkpoints.push({ name, head: to })
  else stands.head = to
  return undefined
}

const settle = (tenant: ModelTenant, { id, outcome }: Settlement): Trouble => {
  const found = tenant.deliveries.find((delivery) => delivery.id === id)
  if (found === undefined) return "UnknownDelivery"
  if (outcome._tag === "Redriven" ? found.status !== "parked" : found.hand === null) return "UnknownDelivery"
  found.hand = null
  switch (outcome._tag) {
    case "Delivered":
      found.status = "delivered"
      break
    case "Postponed":
      found.notBefore = outcome.notBefore
      found.cause = outcome.cause
      break
    case "Parked":
      found.status = "parked"
      found.cause = outcome.cause
      break
    case "Redriven":
      found.status = "waiting"
      found.notBefore = 0
  }
  return undefined
}

const vote = (tenant: ModelTenant, write: BallotWrite): Trouble => {
  const found = tenant.boxes.find(({ box }) => box === write.box)
  if (write._tag === "Open") {
    if (found !== undefined) return "BallotRefused"
    tenant.boxes.push({ box: write.box, closed: false, counts: write.choices.map((choice) => ({ choice, count: 0 })) })
    return undefined
  }
  if (found === undefined || found.closed) return "BallotRefused"
  if (write._tag === "Close") found.closed = true
  else {
    const row = found.counts.find(({ choice }) => choice === write.choice)
    if (row === undefined) return "BallotRefused"
    row.count += 1
  }
  return undefined
}

const list = (tenant: ModelTenant, { due = [], dueSettled = [] }: ModelCommit): void => {
  for (const { items, stream } of due) {
    const before = tenant.due.filter((item) => item.stream === stream)
    const others = tenant.due.filter((item) => item.stream !== stream)
    const listed = items.map((item) => {
      const settled = before.some(({ key, settled: was }) => key === item.key && was)
      return { ...item, stream, settled }
    })
    tenant.due = [...others, ...listed]
  }
  for (const { key, stream } of dueSettled)
    for (const item of tenant.due) if (item.key === key && item.stream === stream) item.settled = true
}

const fold = (tenant: ModelTenant, { viewSwitches = [], views = [] }: ModelCommit): void => {
  for (const { rows, version, view } of views)
    for (const { body, key } of rows) {
      tenant.rows = tenant.rows.filter((row) => row.view !== view || row.version !== version || row.key !== key)
      if (body !== null) tenant.rows.push({ view, version, key, body })
    }
  for (const { version, view } of viewSwitches)
    tenant.on = [...tenant.on.filter((one) => one.view !== view), { view, version }]
}

const firstTrouble = <Item>(items: ReadonlyArray<Item> | undefined, run: (item: Item) => Trouble): Trouble => {
  for (const item of items ?? []) {
    const trouble = run(item)
    if (trouble !== undefined) return trouble
  }
  return undefined
}

const run = (tenant: ModelTenant, before: ModelTenant, commit: ModelCommit): Trouble => {
  const { at, deliveries = [], fence } = commit
  if (fence !== undefined && !isHeldBy(before, fence)) return "LeaseLost"
  const trouble =
    append(tenant, commit) ??
    firstTrouble(commit.guards, ({ revision, stream }) =>
      streamOf(before, stream).length === revision ? undefined : "VersionConflict",
    ) ??
    firstTrouble(commit.releases, (one) => release(tenant, one)) ??
    firstTrouble(commit.claims, (one) => take(tenant, one)) ??
    firstTrouble(commit.checkpoints, (one) => move({ ...tenant, events: before.events }, one)) ??
    firstTrouble(commit.settlements, (one) => settle(tenant, one)) ??
    firstTrouble(commit.ballots, (one) => vote(tenant, one))
  if (trouble !== undefined) return trouble
  list(tenant, commit)
  fold(tenant, commit)
  for (const { id, key, kind, payload } of deliveries)
    if (!tenant.deliveries.some((known) => known.id === id))
      tenant.deliveries.push({
        ...{ id, key, kind, payload, at, status: "waiting", starts: 0, notBefore: 0, cause: null, hand: null },
      })
  for (const { body, kind } of commit.audit ?? []) tenant.audit.push({ kind, body, at })
  return undefined
}

/** Commits to a copy and gives it in place of the tenant, or the tenant as it was. */
export const modelCommit = (
  before: ModelTenant,
  commit: ModelCommit,
): { readonly after: ModelTenant; readonly answer: ModelAnswer } => {
  const { at, idempotency } = commit
  const known = before.commands.find(({ key }) => key === idempotency?.key)
  if (idempotency !== undefined && known !== undefined) {
    if (known.content !== idempotency.content) return { after: before, answer: { refused: "IdempotencyConflict" } }
    return { after: before, answer: { repeated: true, head: known.head, answer: known.answer } }
  }
  const after = structuredClone(before)
  const trouble = run(after, before, commit)
  if (trouble !== undefined) return { after: before, answer: { refused: trouble } }
  const head = after.events.length
  if (idempotency !== undefined) after.commands.push({ ...idempotency, at, head })
  return { after, answer: { repeated: false, head, answer: idempotency?.answer ?? null } }
}
